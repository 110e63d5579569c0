import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** Lets the database itself refuse to change or delete rows of a table. The one place with SQL that only SQLite speaks. */
export async function makeAppendOnly(database: Kysely<unknown>, table: string): Promise<void> {
  for (const action of ['update', 'delete']) {
    const trigger = sql.ref(`${table}_no_${action}`);
    const refusal = sql.lit(`${table}: rows are never changed or deleted`);
    await sql`create trigger ${trigger} before ${sql.raw(action)} on ${sql.table(table)} begin select raise(abort, ${refusal}); end`.execute(
      database,
    );
  }
}
