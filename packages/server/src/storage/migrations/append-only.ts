import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { isPostgres } from '../dialect.js';

/** Lets the database itself refuse to change or delete rows of a table. */
export async function makeAppendOnly(database: Kysely<unknown>, table: string): Promise<void> {
  const refusal = sql.lit(`${table}: rows are never changed or deleted`);
  const refuse = sql.ref(`${table}_refuse`);
  const postgres = isPostgres(database);
  if (postgres) {
    const body = sql.lit(`begin raise exception '${table}: rows are never changed or deleted'; end`);
    await sql`create function ${refuse}() returns trigger language plpgsql as ${body}`.execute(database);
  }
  for (const action of ['update', 'delete']) {
    const trigger = sql.ref(`${table}_no_${action}`);
    const head = sql`create trigger ${trigger} before ${sql.raw(action)} on ${sql.table(table)}`;
    await (postgres ? sql`${head} execute function ${refuse}()` : sql`${head} begin select raise(abort, ${refusal}); end`).execute(
      database,
    );
  }
}
