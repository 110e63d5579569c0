import type { Kysely } from 'kysely';
import type { Instant, Tables } from './tables.js';

/** Counts a request and says how many it makes in this minute. */
export async function countRequest(
  database: Kysely<Tables>,
  { digest, minute }: { readonly digest: string; readonly minute: Instant },
): Promise<number> {
  const row = await database
    .insertInto('request_counts')
    .values({ digest, minute, count: 1 })
    .onConflict((conflict) => conflict.columns(['digest', 'minute']).doUpdateSet((one) => ({ count: one('request_counts.count', '+', 1) })))
    .returning('count')
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function forgetRequestsBefore(database: Kysely<Tables>, instant: Instant): Promise<void> {
  await database.deleteFrom('request_counts').where('minute', '<', instant).execute();
}
