import { expect, test } from '@jest/globals';
import { dayOfCall } from './today-option.js';

test('takes a day of the calendar', () => {
  expect([dayOfCall('2026-12-24'), dayOfCall('2028-02-29')]).toEqual(['2026-12-24', '2028-02-29']);
});

test('refuses any other, and says how a day is written', () => {
  for (const text of ['24.12.2026', '2026-02-31', '2027-02-29', 'heute', '']) expect(() => dayOfCall(text)).toThrow('JJJJ-MM-TT');
});
