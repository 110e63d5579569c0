import { describe, expect, test } from '@jest/globals';
import { evaluate } from '../rules/evaluate.js';
import { field, formOf, group, rule, self } from '../form/form.test-support.js';
import type { FeeTable } from './fee.js';
import { computeFees, entryFees } from './compute-fees.js';

// Soest 2023: 85,80 € for one dog, 102,00 € each for two, 118,80 € each for three or more; dangerous 444 €, from two on 600 € each.
const dogTax: FeeTable = {
  key: 'hundesteuer',
  label: 'Hundesteuer',
  period: 'year',
  count: 'HUND',
  rows: [
    { label: 'befreit', when: { identifier: 'self.BLIND' }, amounts: [0] },
    { label: 'gefährlich', when: { identifier: 'self.GEFAHR' }, amounts: [44400, 60000] },
    { label: 'Hund', amounts: [8580, 10200, 11880] },
  ],
};
const form = formOf(
  [field('ANLIEGEN'), group('HUND', [field('GEFAHR', { type: 'boolean' }), field('BLIND', { type: 'boolean' })], { min: 1, max: null })],
  { rules: [rule('', { effect: 'forbid', target: 'self.HUND', condition: { equal: [self('ANLIEGEN'), 'ab'] } })] },
);
const plain = { GEFAHR: false };
const totals = (dogs: readonly Record<string, boolean>[], anliegen = 'an'): number[] =>
  computeFees([dogTax], form, evaluate(form, { ANLIEGEN: anliegen, HUND: dogs })).map(({ total }) => total);

describe('fees by counted entries', () => {
  test('the figure depends on how many there are and applies to each', () => {
    expect(totals([plain])).toEqual([8580]);
    expect(totals([plain, plain])).toEqual([20400]);
    expect(totals([plain, plain, plain])).toEqual([35640]);
    expect(totals([plain, plain, plain, plain])).toEqual([47520]);
  });

  test('each row counts its own entries', () => {
    expect(totals([plain, { GEFAHR: true }, plain])).toEqual([44400 + 2 * 10200]);
    expect(totals([{ GEFAHR: true }, { GEFAHR: true }])).toEqual([120000]);
  });

  test('the first row that fits decides; a fee of nothing is still a fee', () => {
    expect(totals([{ GEFAHR: true, BLIND: true }])).toEqual([0]);
  });

  test('what is not asked costs nothing', () => {
    expect(totals([plain], 'ab')).toEqual([]);
    expect(totals([])).toEqual([]);
  });

  test('lines say how the sum comes about', () => {
    const [fee] = computeFees([dogTax], form, evaluate(form, { HUND: [plain, { GEFAHR: true }, plain] }));
    expect(fee?.lines).toEqual([
      { label: 'gefährlich', row: 1, count: 1, amountEach: 44400, amount: 44400 },
      { label: 'Hund', row: 2, count: 2, amountEach: 10200, amount: 20400 },
    ]);
  });

  test('each entry knows its own amount', () => {
    expect(entryFees(dogTax, form, evaluate(form, { HUND: [plain, { GEFAHR: true }] }))).toEqual([
      { index: 0, row: 2, amount: 8580 },
      { index: 1, row: 1, amount: 44400 },
    ]);
  });

  test('a table without count has one entry: the application', () => {
    const stamp: FeeTable = {
      key: 'express',
      label: 'Eilzuschlag',
      period: 'once',
      rows: [{ label: 'Eilzuschlag', when: { equal: [self('ANLIEGEN'), 'eilig'] }, amounts: [1250] }],
    };
    expect(computeFees([stamp], form, evaluate(form, { ANLIEGEN: 'eilig' }))[0]?.total).toBe(1250);
    expect(computeFees([stamp], form, evaluate(form, { ANLIEGEN: 'an' }))).toEqual([]);
  });
});
