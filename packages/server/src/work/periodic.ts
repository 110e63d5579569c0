import type { Logger } from 'pino';
import { later } from '../applications/clock.js';
import { expireDrafts } from '../applications/discard.js';
import type { Office } from '../applications/office.js';
import { deleteSessionsBefore } from '../storage/clerk-sessions.js';
import { deleteDraftKeysBefore } from '../storage/draft-keys.js';
import { forgetFailuresBefore } from '../storage/login-failures.js';

const tenMinutes = 600_000;

/** Deletes expired drafts, old sessions and what is known of failed logins, at once and every ten minutes. Returns what ends it. */
export function startPeriodicWork(office: Office, log: Logger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const run = (): void => {
    running = tidy(office, log).catch((error: unknown) => log.error({ err: error }, 'periodic work'));
  };
  run();
  const timer = setInterval(run, tenMinutes);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function tidy(office: Office, log: Logger): Promise<void> {
  const expired = await expireDrafts(office);
  if (expired > 0) log.info({ expired }, 'drafts expired');
  await deleteDraftKeysBefore(office.database, office.clock.now().toISOString());
  const yesterday = later(office.clock.now(), { days: -1 }).toISOString();
  await deleteSessionsBefore(office.database, yesterday);
  await forgetFailuresBefore(office.database, yesterday);
}
