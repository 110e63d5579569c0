import type { Value } from '../answers/answers.js';
import type { Condition, Operand } from './ast.js';
import type { ConditionReader, Resolve } from './condition-reader.js';
import { agesOf, compileParts, existingDates, movedDate, partsExist } from './calendar.js';

export type CompiledCondition = (reader: ConditionReader) => boolean;

/** The values of an operand; none where it is unanswered. */
export type Values = (reader: ConditionReader) => readonly Value[];

export function compileOperand(source: Operand, resolve: Resolve): Values {
  if (typeof source !== 'object') {
    const literal = [source];
    return () => literal;
  }
  if ('count' in source) {
    const position = resolve(source.count.identifier);
    return (reader) => [reader.count(position)];
  }
  if ('date' in source) {
    const parts = compileParts(source.date, resolve);
    return (reader) => existingDates(parts, reader);
  }
  if ('age' in source) {
    if ('date' in source.age) {
      const parts = compileParts(source.age.date, resolve);
      return (reader) => agesOf(existingDates(parts, reader), reader.today);
    }
    const born = resolve(source.age.identifier);
    return (reader) => agesOf(reader.values(born), reader.today);
  }
  if ('today' in source) return ({ today }) => (today === undefined ? [] : [movedDate(today, source.today)]);
  const position = resolve(source.identifier);
  return (reader) => reader.values(position);
}

/** Codes may be written as numbers and numbers as text: 3 equals "3". Anything else is equal only to itself. */
function same(a: Value, b: Value): boolean {
  if (typeof a === typeof b) return a === b;
  if (typeof a === 'object' || typeof b === 'object') return false;
  if (typeof a === 'boolean' || typeof b === 'boolean') return false;
  return Number(a) === Number(b) && String(a).trim() !== '' && String(b).trim() !== '';
}

function before(a: Value, b: Value): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a < b;
  return Number(a) < Number(b);
}

/** True if some pair of values stands in the relation; so it is false where either side is unanswered. */
function some(pair: readonly [Operand, Operand], resolve: Resolve, relation: (a: Value, b: Value) => boolean): CompiledCondition {
  const left = compileOperand(pair[0], resolve);
  const right = compileOperand(pair[1], resolve);
  return (reader) => left(reader).some((a) => right(reader).some((b) => relation(a, b)));
}

const holding = (conditions: readonly CompiledCondition[], reader: ConditionReader): number =>
  conditions.reduce((sum, condition) => sum + (condition(reader) ? 1 : 0), 0);

/**
 * Compiles a condition to a function. Compares like FIM: `not_equal` is the opposite of `equal`, also where the field is
 * unanswered; `less` and its kin are false where a side is unanswered.
 */
export function compileCondition(source: Condition, resolve: Resolve): CompiledCondition {
  const each = (conditions: readonly Condition[]): CompiledCondition[] => conditions.map((one) => compileCondition(one, resolve));
  if (typeof source === 'boolean') return () => source;
  if ('identifier' in source) {
    const position = resolve(source.identifier);
    return (reader) => reader.values(position).includes(true);
  }
  if ('equal' in source) return some(source.equal, resolve, same);
  if ('not_equal' in source) return negate(some(source.not_equal, resolve, same));
  if ('less' in source) return some(source.less, resolve, before);
  if ('less_or_equal' in source) return some(source.less_or_equal, resolve, (a, b) => before(a, b) || same(a, b));
  if ('greater' in source) return some(source.greater, resolve, (a, b) => before(b, a));
  if ('greater_or_equal' in source) return some(source.greater_or_equal, resolve, (a, b) => before(b, a) || same(a, b));
  if ('is_empty' in source) {
    const position = resolve(source.is_empty.identifier);
    return (reader) => reader.isEmpty(position);
  }
  if ('not' in source) return negate(compileCondition(source.not, resolve));
  if ('valid_date' in source) {
    const parts = compileParts(source.valid_date, resolve);
    return (reader) => partsExist(parts, reader);
  }
  if ('land' in source) return (reader) => reader.land !== undefined && source.land.includes(reader.land);
  if ('and' in source) {
    const parts = each(source.and);
    return (reader) => parts.every((part) => part(reader));
  }
  if ('or' in source) {
    const parts = each(source.or);
    return (reader) => parts.some((part) => part(reader));
  }
  if ('xor' in source) {
    const parts = each(source.xor);
    return (reader) => holding(parts, reader) === 1;
  }
  if ('at_least' in source) {
    const parts = each(source.at_least.of);
    return (reader) => holding(parts, reader) >= source.at_least.count;
  }
  const parts = each(source.at_most.of);
  return (reader) => holding(parts, reader) <= source.at_most.count;
}

const negate =
  (condition: CompiledCondition): CompiledCondition =>
  (reader) =>
    !condition(reader);
