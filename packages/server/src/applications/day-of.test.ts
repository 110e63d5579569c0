import { expect, test } from '@jest/globals';
import { dayOf } from './day-of.js';

test.each([
  ['2026-06-14T21:59:59Z', '2026-06-14'],
  ['2026-06-14T22:00:00Z', '2026-06-15'],
  ['2026-12-31T22:59:59Z', '2026-12-31'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
])('%s is %s in Germany', (instant, day) => {
  expect(dayOf(new Date(instant))).toBe(day);
});
