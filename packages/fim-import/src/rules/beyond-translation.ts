import type { Condition, Operand, Statement } from '@serviceportal/form-engine';

/**
 * Does a statement say what FIM's translated rules have no words for? They know `require`, `forbid` and `valid`, equality and
 * emptiness: no values filled in, no restricted lists, no order, dates, ages, counts, no Land.
 */
export const beyondTranslation = ({ effect, condition }: Statement): boolean =>
  effect === 'prefill' || effect === 'restrict' || beyond(condition);

function beyond(condition: Condition): boolean {
  if (typeof condition === 'boolean' || 'identifier' in condition || 'is_empty' in condition) return false;
  if ('not' in condition) return beyond(condition.not);
  if ('and' in condition) return condition.and.some(beyond);
  if ('or' in condition) return condition.or.some(beyond);
  if ('xor' in condition) return condition.xor.some(beyond);
  if ('at_least' in condition) return condition.at_least.of.some(beyond);
  if ('at_most' in condition) return condition.at_most.of.some(beyond);
  if ('equal' in condition) return condition.equal.some(computed);
  if ('not_equal' in condition) return condition.not_equal.some(computed);
  return true;
}

const computed = (operand: Operand): boolean => typeof operand === 'object' && !('identifier' in operand);
