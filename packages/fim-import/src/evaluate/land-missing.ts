import type { OpenItem, Rule } from '@serviceportal/form-engine';
import { say } from '../language.js';

/** Says that rules ask for the Land and none was given: they then say what holds for all other Länder. */
export function landMissing(rules: readonly Rule[], land: string | undefined): readonly OpenItem[] {
  const asking = land === undefined ? rules.filter((rule) => JSON.stringify(rule).includes('"land":')) : [];
  if (asking.length === 0) return [];
  const ids = [...new Set(asking.map(({ id }) => id))].join(', ');
  const message = say({
    de: `Diese Regeln fragen nach dem Land, angegeben ist keines (--land): ${ids}. Es gilt, was sie für alle anderen Länder sagen.`,
    en: `These rules ask for the Land, and none was given (--land): ${ids}. What they say for all other Länder holds.`,
  });
  return [{ kind: 'rule', severity: 'note', message }];
}
