import { type Condition, type Statement, identifiersOf } from '@serviceportal/form-engine';
import { say } from '../language.js';
import type { RuleScope } from './rule-scope.js';

/**
 * Says so if a statement reads an answer from the entries of a repeatable group of which its target is no part: the text does
 * not tell which entry is meant. Whether there is an entry at all may be asked.
 * @param clear identifiers of which it is told
 */
export function unclearEntries(statements: readonly Statement[], scope: RuleScope, clear: ReadonlySet<string>): string | undefined {
  for (const { target, condition } of statements) {
    const ofTarget = new Set(target === undefined ? [] : scope.entriesAround(target));
    const read = readIn(condition).filter((identifier) => !clear.has(identifier));
    const unclear = read.find((identifier) => scope.entriesAround(identifier).some((entry) => !ofTarget.has(entry)));
    if (unclear === undefined) continue;
    const id = unclear.split('.').at(-1) ?? '';
    return say({
      de: `Von ${id} gibt es mehrere; der Text sagt nicht, welches gemeint ist`,
      en: `There may be more than one ${id}; the text does not say which is meant`,
    });
  }
  return undefined;
}

/** Identifiers whose value is read; those that are only asked for being empty, or counted, are left out. */
function readIn(condition: Condition): readonly string[] {
  if (typeof condition === 'object') {
    if ('is_empty' in condition) return [];
    if ('not' in condition) return readIn(condition.not);
    if ('and' in condition) return condition.and.flatMap(readIn);
    if ('or' in condition) return condition.or.flatMap(readIn);
    if ('xor' in condition) return condition.xor.flatMap(readIn);
  }
  return identifiersOf(condition).filter((identifier) => !JSON.stringify(condition).includes(`{"count":{"identifier":"${identifier}"}}`));
}
