const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waiting before the next attempt, by how many have failed: quick at first, then every four hours. Milliseconds. */
export const backOff = [5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 4 * hour] as const;

/** So many failed attempts (about three days) before a person is asked. */
export const maxAttempts = 24;

/** Share by which the waiting varies, so that what failed together does not come back together. */
const spread = 0.2;

/**
 * Milliseconds until the next attempt. After `maxAttempts` there is none without a person.
 * @param attempt how many have failed, at least 1
 * @param random evenly distributed in [0, 1)
 */
export function nextAttempt(attempt: number, random: number): number {
  const wait = backOff[Math.min(Math.max(attempt, 1), backOff.length) - 1] ?? 0;
  return Math.round(wait * (1 - spread + 2 * spread * random));
}
