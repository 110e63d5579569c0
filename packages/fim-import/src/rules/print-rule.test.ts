import { describe, expect, test } from '@jest/globals';
import type { Condition, DateParts, Operand, Statement } from '@serviceportal/form-engine';
import fc from 'fast-check';
import { RuleCursor } from './rule-cursor.js';
import { elementsOf } from './rule-elements.test-support.js';
import { RuleScope } from './rule-scope.js';
import { RuleTextReader } from './rule-text-reader.js';
import { printStatement } from './print-rule.js';

const { elements, codesOf } = elementsOf([
  { id: 'F05000000001', datentyp: 'bool' },
  { id: 'F05000000002', codes: { '001': 'Eins', '002': 'Zwei' } },
  { id: 'F05000000003' },
  { id: 'F05000000004', datentyp: 'num_int' },
  { id: 'F05000000005', datentyp: 'date' },
  { id: 'G05000000001', children: [{ id: 'F05000000006' }, { id: 'G05000000002', anzahl: '0:*', children: [{ id: 'F05000000007' }] }] },
]);
const scope = new RuleScope(elements, codesOf);
const identifier = fc.constantFrom(...scope.below().map((element) => element.identifier));
const named = fc.record({ identifier });
const shift = fc.integer({ min: -5000, max: 5000 });
const date: fc.Arbitrary<DateParts> = fc.record({ day: identifier, month: identifier, year: identifier }, { requiredKeys: ['year'] });
const operand: fc.Arbitrary<Operand> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.boolean(),
  named,
  fc.record({ count: named }),
  fc.record({ date }),
  fc.record({ age: fc.oneof(named, fc.record({ date })) }),
  fc.record({ today: fc.record({ days: shift, months: shift, years: shift }, { requiredKeys: [] }) }),
);
const pair = fc.tuple(operand, operand);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => {
  const parts = fc.array(tie('condition'), { maxLength: 3 });
  const counted = fc.record({ count: fc.nat(9), of: parts });
  return {
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.boolean(),
      named,
      fc.record({ is_empty: named }),
      fc.record({ equal: pair }),
      fc.record({ not_equal: pair }),
      fc.record({ less: pair }),
      fc.record({ less_or_equal: pair }),
      fc.record({ greater: pair }),
      fc.record({ greater_or_equal: pair }),
      fc.record({ land: fc.array(fc.constantFrom('NW', 'SN', 'BE'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ valid_date: fc.record({ day: identifier, month: identifier, year: identifier }) }),
      fc.record({ not: tie('condition') }),
      fc.record({ and: parts }),
      fc.record({ or: parts }),
      fc.record({ xor: parts }),
      fc.record({ at_least: counted }),
      fc.record({ at_most: counted }),
    ),
  };
});
const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc.record({ effect: fc.constantFrom('require', 'forbid', 'activate'), target: identifier, condition }),
  fc.record({ effect: fc.constant('valid' as const), condition }),
  fc.record({ effect: fc.constant('prefill' as const), target: identifier, condition, value: operand }),
  fc.record({ effect: fc.constant('restrict' as const), target: identifier, condition, codes: fc.array(fc.string(), { maxLength: 3 }) }),
);

const read = (text: string): readonly Statement[] => {
  const cursor = new RuleCursor(text);
  const reader = new RuleTextReader(cursor, scope);
  while (cursor.next.kind !== 'end') reader.readSentence();
  return reader.statements.all;
};

describe('printing a rule', () => {
  test('gives a text that reads back as the same rule', () => {
    fc.assert(
      fc.property(statement, (given) => {
        expect(read(printStatement(given))).toEqual([given]);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives a sentence for people, with labels', () => {
    const given: Statement = {
      effect: 'require',
      target: 'self.F05000000003',
      condition: { not: { is_empty: { identifier: 'self.F05000000004' } } },
    };
    const name = (id: string): string => `${id.replace('self.', '')} "Name"`;
    expect(printStatement(given, name)).toBe('Wenn F05000000004 "Name" nicht leer ist, dann muss F05000000003 "Name" befüllt werden.');
    expect(read(printStatement(given, name))).toEqual([given]);
  });
});
