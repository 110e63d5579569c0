import type { Condition, Operand, Statement } from '@serviceportal/form-engine';
import { otherValues } from './predicates.js';

/** Puts in what `alle anderen Ausprägungen` are: those that the rule names for the same field nowhere else. */
export function withOthers(statements: readonly Statement[]): readonly Statement[] {
  if (!JSON.stringify(statements).includes(JSON.stringify(otherValues))) return statements;
  const named = new Map<string, Condition[]>();
  for (const { condition } of statements) collect(condition, named);
  return statements.map((statement) => ({ ...statement, condition: replaced(statement.condition, named) }));
}

const isIdentifier = (operand: Operand): operand is { readonly identifier: string } =>
  typeof operand === 'object' && 'identifier' in operand;

function collect(condition: Condition, named: Map<string, Condition[]>): void {
  if (typeof condition === 'boolean') return;
  if ('equal' in condition) {
    const [left, right] = condition.equal;
    if (!isIdentifier(left) || right === otherValues) return;
    named.set(left.identifier, [...(named.get(left.identifier) ?? []), condition]);
  } else if ('not' in condition) collect(condition.not, named);
  else for (const part of partsOf(condition)) collect(part, named);
}

function partsOf(condition: Exclude<Condition, boolean>): readonly Condition[] {
  if ('and' in condition) return condition.and;
  if ('or' in condition) return condition.or;
  return 'xor' in condition ? condition.xor : [];
}

function replaced(condition: Condition, named: ReadonlyMap<string, readonly Condition[]>): Condition {
  if (typeof condition === 'boolean') return condition;
  if ('equal' in condition) {
    const [left, right] = condition.equal;
    return right === otherValues && isIdentifier(left) ? { or: named.get(left.identifier) ?? [] } : condition;
  }
  const each = (parts: readonly Condition[]): readonly Condition[] => parts.map((part) => replaced(part, named));
  if ('not' in condition) return { not: replaced(condition.not, named) };
  if ('and' in condition) return { and: each(condition.and) };
  if ('or' in condition) return { or: each(condition.or) };
  return 'xor' in condition ? { xor: each(condition.xor) } : condition;
}
