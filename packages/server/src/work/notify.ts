import { maxAttempts, nextAttempt } from '@serviceportal/form-engine';
import { NotificationError } from '@serviceportal/portal-adapter';
import type { Notifier } from '@serviceportal/portal-adapter';
import type { Logger } from 'pino';
import { ApplicationUnreadable } from '../applications/application.js';
import { later } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import { changeNotice, claimNotice, nextNoticeDue, releaseNotices } from '../storage/notices.js';
import type { NoticeRow } from '../storage/notices.js';
import { buildNotice } from './build-notice.js';
import type { NoticeSender } from './build-notice.js';
import type { Metrics } from './metrics.js';
import { createPause } from './pause.js';
import type { Pause } from './pause.js';
import type { Workers } from './worker.js';

export interface NotifyingParts {
  readonly office: Office;
  readonly notifier: Notifier;
  readonly sender: () => NoticeSender;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Seconds that one attempt may take. */
  readonly attemptSeconds: number;
}

// Longest sleep: another process may have put something into the outbox.
const longestSleep = 5_000;
// A lease outlives its attempt by so much.
const spareSeconds = 10;

/** Sends the messages that are due, one after the other. A mail server that hangs or is gone holds up nothing else. */
export function startNotifying(parts: NotifyingParts): Workers {
  const owner = parts.office.random.uuid();
  const abort = new AbortController();
  const pause = createPause();
  const running = work(parts, owner, pause, abort.signal);
  return {
    wake: () => pause.wake(),
    async stop(graceSeconds) {
      pause.end();
      const deadline = setTimeout(() => abort.abort(), graceSeconds * 1000);
      await running;
      clearTimeout(deadline);
      await releaseNotices(parts.office.database, owner);
    },
  };
}

async function work(parts: NotifyingParts, owner: string, pause: Pause, stopped: AbortSignal): Promise<void> {
  const { office, log } = parts;
  while (!pause.ended) {
    pause.reset();
    try {
      if (!(await step(parts, owner, stopped))) await pause.sleep(await idleTime(office));
    } catch (error) {
      log.error({ err: error }, 'notices');
      await pause.sleep(longestSleep);
    }
  }
}

/** One message. False: none is due. */
async function step(parts: NotifyingParts, owner: string, stopped: AbortSignal): Promise<boolean> {
  const { office, log, metrics, attemptSeconds } = parts;
  const now = office.clock.now();
  const until = later(now, { seconds: attemptSeconds + spareSeconds }).toISOString();
  const row = await claimNotice(office.database, { owner, now: now.toISOString(), until });
  if (!row) return false;
  const { outcome, detail } = await attempt(parts, row, AbortSignal.any([stopped, AbortSignal.timeout(attemptSeconds * 1000)]));
  const attempts = row.attempts + 1;
  const state = outcome !== 'unavailable' ? outcome : attempts >= maxAttempts ? 'given-up' : 'pending';
  const at = office.clock.now();
  const chance = Buffer.from(office.random.bytes(4)).readUInt32BE() / 2 ** 32;
  const due = later(at, { seconds: state === 'pending' ? nextAttempt(attempts, chance) / 1000 : 0 }).toISOString();
  await changeNotice(office.database, row.id, owner, { state, attempts, due_at: due, last_error: detail, updated_at: at.toISOString() });
  const counted = state === 'pending' ? 'unavailable' : state;
  metrics.notices.inc({ outcome: counted });
  const entry = { kind: row.kind, outcome: counted, attempt: attempts, ...(detail !== null && { reason: detail }) };
  if (outcome === 'unavailable') log.warn(entry, 'notice');
  else log.info(entry, 'notice');
  return true;
}

interface Outcome {
  readonly outcome: 'sent' | 'refused' | 'unavailable' | 'dropped';
  /** Names nobody. */
  readonly detail: string | null;
}

async function attempt({ office, notifier, sender }: NotifyingParts, row: NoticeRow, signal: AbortSignal): Promise<Outcome> {
  try {
    const notice = await buildNotice(office, sender(), row);
    if (!notice) return { outcome: 'dropped', detail: null };
    await notifier.send(notice, { signal });
    return { outcome: 'sent', detail: null };
  } catch (error) {
    if (error instanceof NotificationError) return { outcome: error.kind, detail: `${error.code}: ${error.message}` };
    const detail =
      error instanceof ApplicationUnreadable
        ? `${error.code}: ${error.message}`
        : `unexpected: ${error instanceof Error ? error.name : typeof error}`;
    return { outcome: 'unavailable', detail };
  }
}

async function idleTime(office: Office): Promise<number> {
  const now = office.clock.now();
  const due = await nextNoticeDue(office.database, now.toISOString());
  return due === null ? longestSleep : Math.min(longestSleep, Math.max(50, Date.parse(due) - now.getTime()));
}
