import { describe, expect, test } from '@jest/globals';
import { backOff, maxAttempts, nextAttempt, pauses, statusIntervals, waitAfter } from './back-off.js';

describe('waiting before the next attempt', () => {
  test('grows from seconds to hours and then stays', () => {
    expect(nextAttempt(1, 0.5)).toBe(5_000);
    expect(nextAttempt(8, 0.5)).toBe(4 * 3_600_000);
    expect(nextAttempt(20, 0.5)).toBe(4 * 3_600_000);
  });

  test('varies by a fifth to both sides', () => {
    expect(nextAttempt(2, 0)).toBe(24_000);
    expect(nextAttempt(2, 0.999999)).toBe(36_000);
  });

  test('goes on for about three days', () => {
    const total = Array.from({ length: maxAttempts - 1 }, (_, index) => nextAttempt(index + 1, 0.5)).reduce((sum, wait) => sum + wait, 0);
    expect(total / 3_600_000).toBeGreaterThan(60);
    expect(total / 3_600_000).toBeLessThan(84);
    expect([...backOff].sort((a, b) => a - b)).toEqual([...backOff]);
  });

  test('leaves a target alone for minutes, and asks about a case from minutes to days', () => {
    expect(waitAfter(pauses, 1, 0.5)).toBe(30_000);
    expect(waitAfter(pauses, 99, 0.5)).toBe(600_000);
    expect(waitAfter(statusIntervals, 0, 0.5)).toBe(60_000);
    expect(waitAfter(statusIntervals, 8, 0.5)).toBe(86_400_000);
  });
});
