import { sql } from 'kysely';
import { isPostgres } from './dialect.js';
import type { Database } from './open-database.js';

/** Can the database be written just now? Writes nothing. @throws where it cannot be reached */
export async function isWritable(database: Database): Promise<boolean> {
  if (isPostgres(database)) {
    const { rows } = await sql<{ readonly: string }>`select current_setting('transaction_read_only') as readonly`.execute(database);
    return rows[0]?.readonly === 'off';
  }
  // Takes and returns the write lock.
  await database.transaction().execute((transaction) => transaction.selectFrom('packages').select('digest').limit(1).execute());
  return true;
}
