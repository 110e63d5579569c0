import type { Kysely } from 'kysely';
import type { Instant, Tables } from './tables.js';

/** Takes a job that one process does for all, if it was last begun before `since`. False: it is done, or somebody else has just taken it. */
export async function claimJob(database: Kysely<Tables>, name: string, now: Instant, since: Instant): Promise<boolean> {
  const row = await database
    .insertInto('periodic_jobs')
    .values({ name, begun_at: now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ begun_at: now }).where('periodic_jobs.begun_at', '<', since))
    .returning('name')
    .executeTakeFirst();
  return row !== undefined;
}
