import { setImmediate, setTimeout } from 'node:timers/promises';
import { hasCode } from './has-code.js';

/** Another process mostly holds the lock for less than a timer can tell. */
const attemptsAtOnce = 20;
const longestPause = 20;

const pause = (attempt: number): Promise<void> =>
  attempt < attemptsAtOnce ? setImmediate() : setTimeout(Math.min(attempt - attemptsAtOnce + 1, longestPause));

/** Another connection holds the lock. `SQLITE_BUSY_SNAPSHOT` is none of these: waiting does not help. */
const isLocked = (error: unknown): boolean => hasCode(error, 'SQLITE_BUSY') || hasCode(error, 'SQLITE_BUSY_RECOVERY');

/**
 * Runs a statement of SQLite, again and again while another process holds the lock; meanwhile this process does what else it has to do. SQLite's
 * own waiting (`busy_timeout`) puts the whole thread to sleep, for a millisecond at least, where a page of a draft needs a tenth of one.
 *
 * @param patience how long it waits before it fails with SQLite's error, in milliseconds
 */
export async function patiently<Result>(run: () => Result, patience: number): Promise<Result> {
  let deadline: number | undefined;
  for (let attempt = 0; ; attempt++) {
    try {
      return run();
    } catch (error) {
      if (!isLocked(error)) throw error;
      deadline ??= performance.now() + patience;
      if (performance.now() >= deadline) throw error;
    }
    await pause(attempt);
  }
}
