import type { Condition, Rule } from '@serviceportal/form-engine';
import { expect, test } from '@jest/globals';
import { landMissing } from './land-missing.js';

const rule = (id: string, condition: Condition): Rule => ({
  id,
  legalBasis: [],
  owner: '',
  statements: [{ effect: 'forbid', target: 'F05000000001', condition }],
});
const rules = [rule('R05000000001', { not: { land: ['NW'] } }), rule('R05000000002', true)];

test('names the rules that ask for the Land when none is given', () => {
  const [item, ...others] = landMissing(rules, undefined);
  expect(item).toMatchObject({ kind: 'rule', severity: 'note', message: expect.stringContaining('R05000000001.') });
  expect(others).toEqual([]);
});

test('says nothing with a Land, or where no rule asks', () => {
  expect([landMissing(rules, 'NW'), landMissing(rules.slice(1), undefined)]).toEqual([[], []]);
});
