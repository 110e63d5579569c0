import { setTimeout } from 'node:timers/promises';

/** Time, so that tests need none. */
export interface Waiting {
  pause(milliseconds: number): Promise<void>;
  now(): number;
}

export const realWaiting: Waiting = {
  pause: (milliseconds) => setTimeout(milliseconds),
  now: () => Date.now(),
};

/** Nobody watches a command longer than this. */
const longest = 60_000;

/**
 * Milliseconds to wait after an attempt (1, 2, …): what the server asks for with Retry-After (RFC 9110, 10.2.3), else 1, 2, 4 seconds.
 * Undefined: it asks for longer than a command should wait.
 */
export function waitBefore(attempt: number, retryAfter: string | null, waiting: Waiting): number | undefined {
  const asked = retryAfter === null ? undefined : askedFor(retryAfter.trim(), waiting);
  const wait = asked ?? 1_000 * 2 ** (attempt - 1);
  return wait > longest ? undefined : wait;
}

function askedFor(header: string, waiting: Waiting): number | undefined {
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - waiting.now());
}
