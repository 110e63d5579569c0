import { expect, test } from '@jest/globals';
import type { Answers } from '../answers/answers.js';
import { field, formOf, german, group, rule, self } from '../form/form.test-support.js';
import { evaluate } from '../rules/evaluate.js';
import { applicantAddress } from './applicant-address.js';
import type { PersonAttribute } from './person-attribute.js';

const asks = (id: string, prefill: PersonAttribute) => field(id, { prefill, min: 0 });
const form = formOf(
  [
    group('G1', [
      asks('F1', 'given-names'),
      asks('F2', 'family-name'),
      asks('F3', 'street'),
      asks('F4', 'house-number'),
      asks('F5', 'postcode'),
      asks('F6', 'place'),
      asks('F7', 'country'),
      field('F8', { type: 'boolean' }),
    ]),
  ],
  { rules: [rule('G1', { effect: 'activate', target: 'self.F7', condition: { equal: [self('F8'), true] } })] },
);
const addressOf = (G1: Answers): string[] => applicantAddress(form, evaluate(form, { G1 }), german(form));
const ada = { F1: 'Ada', F2: 'Müller', F3: 'Am Markt', F4: '3 a', F5: '99999', F6: 'Musterstadt' };

test('the lines of an envelope', () => {
  expect(addressOf(ada)).toEqual(['Ada Müller', 'Am Markt 3 a', '99999 Musterstadt']);
  expect(addressOf({ ...ada, F7: 'Frankreich', F8: true }).at(-1)).toBe('FRANKREICH');
  expect(addressOf({ ...ada, F7: 'Deutschland', F8: true })).toHaveLength(3);
});

test('nothing that is not asked just now', () => {
  expect(addressOf({ ...ada, F7: 'Frankreich', F8: false })).toHaveLength(3);
});

test('half an address is none', () => {
  for (const missing of ['F2', 'F3', 'F6'] as const) {
    const rest: Record<string, string> = { ...ada };
    delete rest[missing];
    // A house number alone is no street.
    if (missing === 'F3') delete rest['F4'];
    expect(addressOf(rest)).toEqual([]);
  }
  expect(applicantAddress(formOf([field('F1')]), evaluate(formOf([field('F1')]), {}), german(form))).toEqual([]);
});
