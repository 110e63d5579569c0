import type { Condition, Literal, Operand, Statement } from '@serviceportal/form-engine';
import { say } from '../language.js';

/** Values of identifiers in an imagined application; a missing one is unanswered. `''` as key is the Land. */
type Imagined = ReadonlyMap<string, Literal>;

/** More combinations than this are not tried. */
const mostCombinations = 20_000;

/**
 * Finds elements that a rule both asks for and forbids in the same application, e.g. `= "Ja"` shows it and `<> "Nein"` hides it,
 * by trying all combinations of the values that the rule mentions, another value, and none. What hides is then limited to the
 * cases in which nothing asks; where both have the very same condition, neither is used.
 */
export function settleContradictions(statements: readonly Statement[]): {
  readonly statements: readonly Statement[];
  readonly problems: readonly string[];
} {
  const dropped = new Set<Statement>();
  const narrowed = new Map<Statement, readonly Condition[]>();
  const problems = new Set<string>();
  for (const forbid of statements.filter(({ effect }) => effect === 'forbid')) {
    const asking = statements.filter(({ effect, target }) => (effect === 'require' || effect === 'activate') && target === forbid.target);
    for (const ask of asking) {
      if (!canBothHold(ask.condition, forbid.condition)) continue;
      const id = forbid.target?.split('.').at(-1) ?? '';
      problems.add(
        say({
          de: `Die Regel widerspricht sich: ${id} wird im selben Fall verlangt und verboten`,
          en: `The rule contradicts itself: ${id} is demanded and forbidden in the same case`,
        }),
      );
      if (JSON.stringify(ask.condition) === JSON.stringify(forbid.condition)) dropped.add(ask).add(forbid);
      else narrowed.set(forbid, [...(narrowed.get(forbid) ?? []), { not: ask.condition }]);
    }
  }
  const kept = statements.filter((statement) => !dropped.has(statement));
  return {
    statements: kept.map((statement) => {
      const limits = narrowed.get(statement);
      return limits === undefined ? statement : { ...statement, condition: { and: [statement.condition, ...limits] } };
    }),
    problems: [...problems],
  };
}

function canBothHold(one: Condition, other: Condition): boolean {
  const domains = new Map<string, Set<Literal | undefined>>();
  const both: Condition = { and: [one, other] };
  collectValues(both, domains);
  let combinations: Imagined[] = [new Map()];
  for (const [identifier, values] of domains) {
    combinations = combinations.flatMap((known) =>
      [...values].map((value) => (value === undefined ? known : new Map([...known, [identifier, value]]))),
    );
    if (combinations.length > mostCombinations) return false;
  }
  return combinations.some((imagined) => holds(both, imagined) === true);
}

/** A value that no rule mentions. */
const another = '\u0000';

function collectValues(condition: Condition, domains: Map<string, Set<Literal | undefined>>): void {
  if (typeof condition === 'boolean') return;
  const domain = (identifier: string): Set<Literal | undefined> => {
    const known = domains.get(identifier) ?? new Set<Literal | undefined>([undefined, another]);
    domains.set(identifier, known);
    return known;
  };
  if ('land' in condition) for (const land of condition.land) domain('').add(land);
  else if ('not' in condition) collectValues(condition.not, domains);
  else if ('and' in condition) for (const part of condition.and) collectValues(part, domains);
  else if ('or' in condition) for (const part of condition.or) collectValues(part, domains);
  else if ('is_empty' in condition) domain(condition.is_empty.identifier);
  else if ('equal' in condition || 'not_equal' in condition) {
    const [left, right] = 'equal' in condition ? condition.equal : condition.not_equal;
    if (isIdentifier(left) && typeof right !== 'object') {
      const values = domain(left.identifier).add(right);
      if (typeof right === 'boolean') values.add(!right).delete(another);
    }
  } else {
    const [left, right] = comparedBySize(condition)?.pair ?? [];
    if (left !== undefined && isIdentifier(left) && typeof right === 'number') {
      for (const near of [right - 1, right, right + 1]) domain(left.identifier).add(near);
    }
  }
}

type BySize = { readonly pair: readonly [Operand, Operand]; readonly holds: (a: number, b: number) => boolean };

function comparedBySize(condition: Exclude<Condition, boolean>): BySize | undefined {
  if ('less' in condition) return { pair: condition.less, holds: (a, b) => a < b };
  if ('less_or_equal' in condition) return { pair: condition.less_or_equal, holds: (a, b) => a <= b };
  if ('greater' in condition) return { pair: condition.greater, holds: (a, b) => a > b };
  return 'greater_or_equal' in condition ? { pair: condition.greater_or_equal, holds: (a, b) => a >= b } : undefined;
}

const isIdentifier = (operand: Operand): operand is { readonly identifier: string } =>
  typeof operand === 'object' && 'identifier' in operand;

/** Undefined: not known, because the condition is of another kind. */
function holds(condition: Condition, imagined: Imagined): boolean | undefined {
  if (typeof condition === 'boolean') return condition;
  if ('land' in condition) return condition.land.some((land) => imagined.get('') === land);
  if ('is_empty' in condition) return !imagined.has(condition.is_empty.identifier);
  if ('not' in condition) {
    const inner = holds(condition.not, imagined);
    return inner === undefined ? undefined : !inner;
  }
  if ('and' in condition) {
    const parts = condition.and.map((part) => holds(part, imagined));
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
  }
  if ('or' in condition) {
    const parts = condition.or.map((part) => holds(part, imagined));
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
  }
  const bySize = comparedBySize(condition);
  if (bySize !== undefined) {
    const [subject, bound] = bySize.pair;
    if (!isIdentifier(subject) || typeof bound !== 'number') return undefined;
    const value = imagined.get(subject.identifier);
    return typeof value === 'number' && bySize.holds(value, bound);
  }
  if (!('equal' in condition) && !('not_equal' in condition)) return undefined;
  const [left, right] = 'equal' in condition ? condition.equal : condition.not_equal;
  if (!isIdentifier(left) || typeof right === 'object') return undefined;
  return (imagined.get(left.identifier) === right) === 'equal' in condition;
}
