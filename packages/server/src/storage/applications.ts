import type { Kysely, Selectable } from 'kysely';
import type { ApplicationsTable, Instant, Tables } from './tables.js';

export type ApplicationRow = Selectable<ApplicationsTable>;
/** What a list shows: everything but the sealed content. */
export type ApplicationSummary = Omit<ApplicationRow, 'sealed' | 'wrapped_key' | 'access_digest' | 'code_digest'>;

export async function insertApplication(database: Kysely<Tables>, application: ApplicationRow): Promise<void> {
  await database.insertInto('applications').values(application).execute();
}

export async function findApplication(database: Kysely<Tables>, id: string): Promise<ApplicationRow | null> {
  return (await database.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function findByReference(database: Kysely<Tables>, reference: string): Promise<ApplicationRow | null> {
  return (await database.selectFrom('applications').selectAll().where('reference', '=', reference).executeTakeFirst()) ?? null;
}

/** Sets the state if it still is `from`. False: somebody else was faster. */
export async function moveApplication(
  database: Kysely<Tables>,
  id: string,
  from: string,
  to: { state: string; updated_at: Instant },
): Promise<boolean> {
  const result = await database.updateTable('applications').set(to).where('id', '=', id).where('state', '=', from).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
