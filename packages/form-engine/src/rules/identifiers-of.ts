import type { Condition, DateParts, Operand } from './ast.js';

/** The identifiers that a condition reads. */
export function identifiersOf(source: Condition | Operand): string[] {
  if (typeof source !== 'object') return [];
  if ('identifier' in source) return [source.identifier];
  if ('count' in source) return [source.count.identifier];
  if ('date' in source) return partsOf(source.date);
  if ('age' in source) return identifiersOf(source.age);
  if ('today' in source || 'land' in source) return [];
  if ('valid_date' in source) return partsOf(source.valid_date);
  if ('is_empty' in source) return [source.is_empty.identifier];
  if ('not' in source) return identifiersOf(source.not);
  if ('at_least' in source) return source.at_least.of.flatMap(identifiersOf);
  if ('at_most' in source) return source.at_most.of.flatMap(identifiersOf);
  return Object.values(source as Readonly<Record<string, readonly (Condition | Operand)[]>>).flatMap((parts) =>
    parts.flatMap(identifiersOf),
  );
}

const partsOf = ({ day, month, year }: DateParts): string[] => [day, month, year].filter((part) => part !== undefined);
