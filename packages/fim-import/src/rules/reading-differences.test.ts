import { describe, expect, test } from '@jest/globals';
import { type Condition, type Statement, compileForm, resolveIdentifier } from '@serviceportal/form-engine';
import { compileFim } from '../compile/compile-fim.js';
import { readGiven } from '../xdatenfelder/schema-xml.test-support.js';
import { type Reading, printExample, readingDifferences } from './reading-differences.js';

const given = readGiven([{ id: 'F1', codes: { '001': 'Ja', '002': 'Nein' } }, { id: 'F2' }, { id: 'F3', datentyp: 'bool' }]);
const form = compileForm(compileFim(given, new Map(), 'schema.xml').form);

const reading = (...statements: readonly Statement[]): Reading =>
  statements.map((statement) => ({
    statement,
    resolve: (identifier) => {
      const found = resolveIdentifier(identifier, null, form.roots);
      if (found === null) throw new Error(identifier);
      return found;
    },
  }));

const isYes: Condition = { equal: [{ identifier: 'self.F1' }, '001'] };
const about = (effect: Statement['effect'], condition: Condition): Statement => ({ effect, target: 'self.F2', condition });
const found = (one: Reading, other: Reading) =>
  readingDifferences(one, other).map((difference) => [
    difference.about?.node.id ?? null,
    difference.example && printExample(difference.example),
  ]);

describe('readingDifferences', () => {
  test('does not care how a condition is written', () => {
    expect(
      found(reading(about('forbid', { not: isYes })), reading(about('forbid', { not_equal: ['001', { identifier: 'self.F1' }] }))),
    ).toEqual([]);
    const nested: Condition = { or: [{ and: [isYes, true] }, false] };
    expect(found(reading(about('require', isYes)), reading(about('require', nested)))).toEqual([]);
  });

  test('shows answers for which two readings part', () => {
    const onlyNo: Condition = { equal: [{ identifier: 'self.F1' }, '002'] };
    expect(found(reading(about('forbid', { not: isYes })), reading(about('forbid', onlyNo)))).toEqual([['F2', '']]);
    expect(
      found(reading(about('require', isYes)), reading(about('require', { not: { equal: [{ identifier: 'self.F1' }, '002'] } }))),
    ).toEqual([['F2', '']]);
    expect(found(reading(about('require', isYes)), reading(about('forbid', { not: isYes })))).toEqual([['F2', '']]);
  });

  test('shows an element of which only one reading speaks', () => {
    expect(found(reading(about('require', isYes)), reading())).toEqual([['F2', 'F1 = 001']]);
    expect(found(reading(), reading(about('require', { identifier: 'self.F3' })))).toEqual([['F2', 'F3 = true']]);
  });

  test('compares what must fit together as a whole', () => {
    const given = { not: { is_empty: { identifier: 'self.F1' } } };
    const other = { not: { is_empty: { identifier: 'self.F2' } } };
    const both = reading({ effect: 'valid', condition: given }, { effect: 'valid', condition: other });
    expect(found(both, reading({ effect: 'valid', condition: { and: [other, given] } }))).toEqual([]);
    expect(found(both, reading({ effect: 'valid', condition: { or: [other, given] } }))).toHaveLength(1);
  });

  test('takes what is required and forbidden at once for shown', () => {
    const torn = reading(about('require', isYes), about('forbid', isYes));
    expect(found(torn, reading())).toEqual([]);
  });

  test('gives up where there are too many cases', () => {
    const many: Condition = {
      or: Array.from({ length: 30_000 }, (_, index) => ({ equal: [{ identifier: 'self.F2' }, String(index)] as const })),
    };
    expect(readingDifferences(reading(about('require', many)), reading())).toEqual([{ about: form.byPath.get('F2') }]);
  });
});
