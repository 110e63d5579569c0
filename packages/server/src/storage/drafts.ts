import type { Kysely, Selectable } from 'kysely';
import type { DraftsTable, Instant, Tables } from './tables.js';
import { prepared } from './prepared.js';
import { withoutDiskWait } from './sqlite-connection.js';

export type DraftRow = Selectable<DraftsTable>;

const insert = prepared<DraftRow>((database, value) =>
  database
    .insertInto('drafts')
    .values({
      id: value('id'),
      package_digest: value('package_digest'),
      ciphertext: value('ciphertext'),
      revision: value('revision'),
      created_at: value('created_at'),
      updated_at: value('updated_at'),
      expires_at: value('expires_at'),
    })
    .modifyEnd(withoutDiskWait),
);

const find = prepared<Pick<DraftRow, 'id'>, DraftRow>((database, value) =>
  database.selectFrom('drafts').selectAll().where('id', '=', value('id')),
);

const update = prepared<Pick<DraftRow, 'id' | 'revision' | 'ciphertext' | 'updated_at' | 'expires_at'>>((database, value) =>
  database
    .updateTable('drafts')
    .set((row) => ({
      ciphertext: value('ciphertext'),
      updated_at: value('updated_at'),
      expires_at: value('expires_at'),
      revision: row('revision', '+', 1),
    }))
    .where('id', '=', value('id'))
    .where('revision', '=', value('revision'))
    .modifyEnd(withoutDiskWait),
);

export async function insertDraft(database: Kysely<Tables>, draft: DraftRow): Promise<void> {
  await insert(database, draft);
}

export async function findDraft(database: Kysely<Tables>, id: string): Promise<DraftRow | null> {
  return (await find(database, { id })).rows[0] ?? null;
}

/** Replaces the content if nobody changed it since `revision` was read. False: somebody did. */
export async function updateDraft(
  database: Kysely<Tables>,
  id: string,
  revision: number,
  change: { ciphertext: Buffer; updated_at: Instant; expires_at: Instant },
): Promise<boolean> {
  return (await update(database, { id, revision, ...change })).affected === 1n;
}

const remove = prepared<Pick<DraftRow, 'id'>>((database, value) => database.deleteFrom('drafts').where('id', '=', value('id')));

const removeAsRead = prepared<Pick<DraftRow, 'id' | 'revision'>>((database, value) =>
  database.deleteFrom('drafts').where('id', '=', value('id')).where('revision', '=', value('revision')),
);

/** Deletes the draft, as it was read if `revision` is given. False: it has gone or was changed since. */
export async function deleteDraft(database: Kysely<Tables>, id: string, revision?: number): Promise<boolean> {
  const { affected } = await (revision === undefined ? remove(database, { id }) : removeAsRead(database, { id, revision }));
  return affected === 1n;
}

export async function expiredDrafts(database: Kysely<Tables>, now: Instant, limit: number): Promise<string[]> {
  const rows = await database.selectFrom('drafts').select('id').where('expires_at', '<=', now).limit(limit).execute();
  return rows.map((row) => row.id);
}
