import type { Position } from '../form/form.js';
import type { Effect, Rule } from './ast.js';
import { compileCondition, compileOperand, type CompiledCondition, type Values } from './compile-condition.js';
import { identifiersOf } from './identifiers-of.js';
import { circlesOf } from './circles.js';
import { resolveIdentifier } from './resolve.js';
import { RuleError } from './rule-error.js';

export interface CompiledStatement {
  readonly rule: Rule;
  readonly effect: Effect;
  readonly owner: Position | null;
  readonly condition: CompiledCondition;
  /** The positions that the condition reads. */
  readonly reads: readonly Position[];
  readonly message: string | undefined;
  /** Of a `prefill`. */
  readonly value: Values | undefined;
  /** Of a `restrict`. */
  readonly codes: readonly string[] | undefined;
}

/** Rules ready to run, looked up by the position they are about. */
export interface CompiledRules {
  /** Statements by index of their target. */
  readonly byTarget: readonly (readonly CompiledStatement[])[];
  readonly validity: readonly CompiledStatement[];
  /** What a statement may forbid. */
  readonly forbidden: readonly Position[];
  /**
   * For each position the number of its circle: positions whose relevance depends on one another have the same number.
   * Inside a circle conditions read the bare answers, so that evaluation ends and does not depend on the order of rules.
   */
  readonly circle: readonly number[];
}

export function compileRules(rules: readonly Rule[], positions: readonly Position[], byPath: ReadonlyMap<string, Position>): CompiledRules {
  const roots = positions.filter((position) => position.parent === null);
  const byTarget: CompiledStatement[][] = positions.map(() => []);
  const validity: CompiledStatement[] = [];
  for (const rule of rules) {
    const owner = rule.owner === '' ? null : (byPath.get(rule.owner) ?? null);
    if (rule.owner !== '' && !owner) throw new RuleError(rule.id, rule.owner);
    const resolve = (identifier: string): Position => {
      const found = resolveIdentifier(identifier, owner, roots);
      if (!found) throw new RuleError(rule.id, identifier);
      return found;
    };
    for (const { effect, target, condition, message, value, codes } of rule.statements) {
      const statement = {
        rule,
        effect,
        owner,
        condition: compileCondition(condition, resolve),
        reads: [...new Set([...identifiersOf(condition), ...(value === undefined ? [] : identifiersOf(value))].map(resolve))],
        message,
        value: value === undefined ? undefined : compileOperand(value, resolve),
        codes,
      };
      if (effect === 'valid') validity.push(statement);
      else byTarget[resolve(target ?? 'self').index]?.push(statement);
    }
  }
  const forbidden = positions.filter(({ index }) => byTarget[index]?.some(({ effect }) => effect === 'forbid'));
  return { byTarget, validity, forbidden, circle: circlesOf(dependencies(positions, byTarget)) };
}

/** For each position, the positions whose relevance its own relevance needs. */
function dependencies(positions: readonly Position[], byTarget: readonly (readonly CompiledStatement[])[]): number[][] {
  const withDescendants = (position: Position): number[] => [position.index, ...position.children.flatMap(withDescendants)];
  return positions.map((position) => {
    const read = (byTarget[position.index] ?? []).flatMap((statement) => statement.reads.flatMap(withDescendants));
    return position.parent ? [position.parent.index, ...read] : read;
  });
}
