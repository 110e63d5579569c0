import type { Kysely } from 'kysely';
import type { Instant, LoginFailuresTable, Tables } from './tables.js';

export async function findFailures(database: Kysely<Tables>, accountDigest: string): Promise<LoginFailuresTable | null> {
  return (await database.selectFrom('login_failures').selectAll().where('account_digest', '=', accountDigest).executeTakeFirst()) ?? null;
}

export async function recordFailure(database: Kysely<Tables>, accountDigest: string, lockedUntil: Instant): Promise<void> {
  await database
    .insertInto('login_failures')
    .values({ account_digest: accountDigest, failures: 1, locked_until: lockedUntil })
    .onConflict((conflict) =>
      conflict
        .column('account_digest')
        .doUpdateSet((row) => ({ failures: row('login_failures.failures', '+', 1), locked_until: lockedUntil })),
    )
    .execute();
}

export async function forgetFailures(database: Kysely<Tables>, accountDigests: readonly string[]): Promise<void> {
  if (accountDigests.length > 0) await database.deleteFrom('login_failures').where('account_digest', 'in', accountDigests).execute();
}

export async function forgetFailuresBefore(database: Kysely<Tables>, instant: Instant): Promise<void> {
  await database.deleteFrom('login_failures').where('locked_until', '<', instant).execute();
}
