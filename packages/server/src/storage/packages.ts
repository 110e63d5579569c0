import type { Kysely } from 'kysely';
import type { PackagesTable, Tables } from './tables.js';

/** Keeps a package under its digest; one that is there already stays as it is. */
export async function keepPackage(database: Kysely<Tables>, row: PackagesTable): Promise<void> {
  await database
    .insertInto('packages')
    .values(row)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
}

/** The content of the package with this digest, as JSON text. */
export async function packageContent(database: Kysely<Tables>, digest: string): Promise<string | null> {
  const row = await database.selectFrom('packages').select('content').where('digest', '=', digest).executeTakeFirst();
  return row?.content ?? null;
}
