import { expect, test } from '@jest/globals';
import { landCode } from './land-option.js';

test('takes the code of a Land, also in small letters', () => {
  expect([landCode('NW'), landCode('sn')]).toEqual(['NW', 'SN']);
});

test('refuses what is no Land, and names those there are', () => {
  for (const text of ['XX', 'NRW', '', 'Bayern']) expect(() => landCode(text)).toThrow('BB, BE, BW, BY, HB');
});
