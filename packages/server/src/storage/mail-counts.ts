import type { Kysely } from 'kysely';
import type { Instant, Tables } from './tables.js';

/** How many confirmation mails went out in a scope since. */
export async function countMails(database: Kysely<Tables>, scope: string, since: Instant): Promise<number> {
  const row = await database
    .selectFrom('mail_counts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('scope', '=', scope)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function recordMail(database: Kysely<Tables>, scopes: readonly string[], at: Instant): Promise<void> {
  await database
    .insertInto('mail_counts')
    .values(scopes.map((scope) => ({ scope, at })))
    .execute();
}

export async function forgetMailsBefore(database: Kysely<Tables>, instant: Instant): Promise<void> {
  await database.deleteFrom('mail_counts').where('at', '<', instant).execute();
}
