import type { Kysely, Selectable } from 'kysely';
import type { DraftsTable, Instant, Tables } from './tables.js';
import { withoutDiskWait } from './without-disk-wait.js';

export type DraftRow = Selectable<DraftsTable>;

export async function insertDraft(database: Kysely<Tables>, draft: DraftRow): Promise<void> {
  await withoutDiskWait(database, (connection) => connection.insertInto('drafts').values(draft).execute());
}

export async function findDraft(database: Kysely<Tables>, id: string): Promise<DraftRow | null> {
  return (await database.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Replaces the content if nobody changed it since `revision` was read. False: somebody did. */
export async function updateDraft(
  database: Kysely<Tables>,
  id: string,
  revision: number,
  change: { ciphertext: Buffer; updated_at: Instant; expires_at: Instant },
): Promise<boolean> {
  const result = await withoutDiskWait(database, (connection) =>
    connection
      .updateTable('drafts')
      .set({ ...change, revision: revision + 1 })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirst(),
  );
  return result.numUpdatedRows === 1n;
}

/** Deletes the draft as it was read. False: it has gone or was changed since. */
export async function deleteDraft(database: Kysely<Tables>, id: string, revision?: number): Promise<boolean> {
  let query = database.deleteFrom('drafts').where('id', '=', id);
  if (revision !== undefined) query = query.where('revision', '=', revision);
  return (await query.executeTakeFirst()).numDeletedRows === 1n;
}

export async function expiredDrafts(database: Kysely<Tables>, now: Instant, limit: number): Promise<string[]> {
  const rows = await database.selectFrom('drafts').select('id').where('expires_at', '<=', now).limit(limit).execute();
  return rows.map((row) => row.id);
}
