const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waiting before the next attempt, by how many have failed: quick at first, then every four hours. Milliseconds. */
export const backOff = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 4 * hour] as const;

/** So many failed attempts (about three days) before a message is given up. */
export const maxAttempts = 24;

/** Waiting before a counterpart is asked again what became of a case, by how often it was asked. Milliseconds. */
export const statusIntervals = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour] as const;

/** How long a target is left alone that has been unavailable, by how many probes have failed. Milliseconds. */
export const pauses = [30 * second, minute, 2 * minute, 5 * minute, 10 * minute] as const;

/** Share by which the waiting varies, so that what failed together does not come back together. */
const spread = 0.2;

/**
 * Milliseconds to wait after something has happened `times` times; the last interval repeats.
 * @param times at least 1
 * @param random evenly distributed in [0, 1)
 */
export function waitAfter(intervals: readonly number[], times: number, random: number): number {
  const wait = intervals[Math.min(Math.max(times, 1), intervals.length) - 1] ?? 0;
  return Math.round(wait * (1 - spread + 2 * spread * random));
}

/**
 * Milliseconds until the next attempt.
 * @param attempt how many have failed, at least 1
 * @param random evenly distributed in [0, 1)
 */
export const nextAttempt = (attempt: number, random: number): number => waitAfter(backOff, attempt, random);
