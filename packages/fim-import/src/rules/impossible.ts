import type { Condition, Operand, Statement } from '@serviceportal/form-engine';
import { say } from '../language.js';
import type { RuleScope } from './rule-scope.js';

/**
 * Leaves out statements whose condition comes down to always or never because it names a code that the list does not have. The
 * author meant some other code: taken at its word, the statement would hide or demand an element in every application.
 */
export function withoutImpossible(
  statements: readonly Statement[],
  scope: RuleScope,
): { readonly statements: readonly Statement[]; readonly problem?: string } {
  const known = new Map(
    scope.below().flatMap((element) => {
      const codes = scope.codesOf(element);
      return codes === undefined ? [] : [[element.identifier, new Set(codes.map(({ code }) => code))] as const];
    }),
  );
  const kept = statements.filter(({ condition }) => typeof condition === 'boolean' || folded(condition, known) === undefined);
  if (kept.length === statements.length) return { statements };
  const problem = {
    de: 'Ein Code, den die Liste nicht hat, entscheidet allein; der Vergleich trifft nie zu',
    en: 'A code that the list does not have decides alone; the comparison never holds',
  };
  return { statements: kept, problem: say(problem) };
}

type Known = ReadonlyMap<string, ReadonlySet<string>>;

/** What a condition always is; undefined if it depends on the answers. */
function folded(condition: Condition, known: Known): boolean | undefined {
  if (typeof condition === 'boolean') return condition;
  if ('equal' in condition) return isImpossible(condition.equal, known) ? false : undefined;
  if ('not_equal' in condition) return isImpossible(condition.not_equal, known) ? true : undefined;
  if ('not' in condition) {
    const inner = folded(condition.not, known);
    return inner === undefined ? undefined : !inner;
  }
  if ('and' in condition) return foldedParts(condition.and, known, false);
  return 'or' in condition ? foldedParts(condition.or, known, true) : undefined;
}

function foldedParts(parts: readonly Condition[], known: Known, decisive: boolean): boolean | undefined {
  const values = parts.map((part) => folded(part, known));
  if (values.includes(decisive)) return decisive;
  return values.includes(undefined) ? undefined : !decisive;
}

function isImpossible([left, right]: readonly [Operand, Operand], known: Known): boolean {
  if (typeof left !== 'object' || !('identifier' in left) || typeof right !== 'string') return false;
  const codes = known.get(left.identifier);
  return codes !== undefined && !codes.has(right);
}
