import { expect, test } from '@jest/globals';
import { isMunicipalId } from './municipal-id.js';

test('municipal additions have the sub-range 999', () => {
  expect(['S05999000001', 'F05999000063', 'G09999000001'].every(isMunicipalId)).toBe(true);
  expect(['F60000000227', 'F05000999001', 'F05999', 'F05999', 'X05999000001'].some(isMunicipalId)).toBe(false);
});
