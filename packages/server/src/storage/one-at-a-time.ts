import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { isPostgres } from './dialect.js';
import type { Tables } from './tables.js';

/**
 * A transaction about `subjects`: of two that share one, in whichever processes, the second begins after the first has ended, and sees what it
 * wrote. What is read at its beginning therefore still holds at its end. SQLite lets one transaction write at a time; PostgreSQL
 * keeps those of one subject apart by an advisory lock, which ends with the transaction or its connection.
 *
 * @param subjects the id of a draft or application, or the keyed digest of something else; never what a citizen typed
 */
export function oneAtATime<Result>(
  database: Kysely<Tables>,
  subjects: string | readonly string[],
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return database.transaction().execute(async (transaction) => {
    if (isPostgres(transaction)) {
      // In one order everywhere: two that wait for each other would wait for ever.
      for (const subject of [subjects].flat().sort()) {
        await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(transaction);
      }
    }
    return work(transaction);
  });
}
