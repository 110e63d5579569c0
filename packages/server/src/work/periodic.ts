import type { Logger } from 'pino';
import { later } from '../applications/clock.js';
import { expireDrafts } from '../applications/discard.js';
import type { Office } from '../applications/office.js';
import { deleteBarrierReportsBefore } from '../storage/barrier-reports.js';
import { deleteSessionsBefore } from '../storage/clerk-sessions.js';
import { deleteDraftKeysBefore } from '../storage/draft-keys.js';
import { forgetFailuresBefore } from '../storage/login-failures.js';
import { deleteUnconfirmedBefore } from '../storage/mail-addresses.js';
import { forgetMailsBefore } from '../storage/mail-counts.js';
import { claimJob } from '../storage/periodic-jobs.js';
import { forgetRequestsBefore } from '../storage/request-counts.js';
import { removeLeftovers } from './leftover-files.js';
import { deleteWhatIsOver } from './retention.js';
import type { RetentionOf } from './retention.js';

const tenMinutes = 600_000;

export interface KeptFor {
  /** Barriers that were reported. */
  readonly reportDays: number;
  /** Applications. */
  readonly retentionOf: RetentionOf;
}

/** Deletes what is kept for a time only, when its time is over: at once and every ten minutes. Returns what ends it. */
export function startPeriodicWork(office: Office, kept: KeptFor, log: Logger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    running = tidy(office, kept, log).catch((error: unknown) => log.error({ err: error }, 'periodic work'));
  };
  run();
  const timer = setInterval(run, tenMinutes);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function tidy(office: Office, { reportDays, retentionOf }: KeptFor, log: Logger): Promise<void> {
  const expired = await expireDrafts(office);
  if (expired > 0) log.info({ expired }, 'drafts expired');
  await deleteDraftKeysBefore(office.database, office.clock.now().toISOString());
  const yesterday = later(office.clock.now(), { days: -1 }).toISOString();
  await deleteSessionsBefore(office.database, yesterday);
  await forgetFailuresBefore(office.database, yesterday);
  await deleteBarrierReportsBefore(office.database, later(office.clock.now(), { days: -reportDays }).toISOString());
  await deleteUnconfirmedBefore(office.database, yesterday);
  await forgetMailsBefore(office.database, yesterday);
  await forgetRequestsBefore(office.database, later(office.clock.now(), { seconds: -60 }).toISOString());
  const deleted = await deleteWhatIsOver(office, retentionOf);
  if (deleted > 0) log.info({ deleted }, 'applications deleted: their time is over');
  // Goes through everything in the store: once a day, by one process.
  if (await claimJob(office.database, 'leftover-files', office.clock.now().toISOString(), yesterday)) {
    const removed = await removeLeftovers(office);
    if (removed > 0) log.info({ removed }, 'files removed that nothing knew of');
  }
}
