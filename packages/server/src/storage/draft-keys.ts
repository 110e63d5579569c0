import type { Kysely, Selectable } from 'kysely';
import type { KeyHolder } from './shared-keys.js';
import { prepared } from './prepared.js';
import type { DraftKeysTable, Instant, Tables } from './tables.js';

export type DraftKeyRow = Selectable<DraftKeysTable>;

/** Keeps a wrapped key; the same holder again changes nothing. */
export async function keepDraftKey(database: Kysely<Tables>, row: DraftKeyRow): Promise<void> {
  await database
    .insertInto('draft_keys')
    .values(row)
    .onConflict((conflict) => conflict.column('lookup').doNothing())
    .execute();
}

const find = prepared<{ readonly lookup: string; readonly now: Instant }, DraftKeyRow>((database, value) =>
  database
    .selectFrom('draft_keys')
    .selectAll()
    .where('lookup', '=', value('lookup'))
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', value('now'))])),
);

/** Null: there is none, or its time is over. */
export async function findDraftKey(database: Kysely<Tables>, lookup: string, now: Instant): Promise<DraftKeyRow | null> {
  return (await find(database, { lookup, now })).rows[0] ?? null;
}

/** The latest one of a kind; null: there is none that holds. */
export async function latestDraftKey(
  database: Kysely<Tables>,
  draftId: string,
  holder: KeyHolder,
  now: Instant,
): Promise<DraftKeyRow | null> {
  const row = await database
    .selectFrom('draft_keys')
    .selectAll()
    .where('draft_id', '=', draftId)
    .where('holder', '=', holder)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** False: it was gone already. */
export async function deleteDraftKey(database: Kysely<Tables>, lookup: string): Promise<boolean> {
  return (await database.deleteFrom('draft_keys').where('lookup', '=', lookup).executeTakeFirst()).numDeletedRows === 1n;
}

export async function deleteDraftKeys(database: Kysely<Tables>, draftId: string, holders: readonly KeyHolder[]): Promise<void> {
  await database.deleteFrom('draft_keys').where('draft_id', '=', draftId).where('holder', 'in', holders).execute();
}

export async function deleteDraftKeysBefore(database: Kysely<Tables>, now: Instant): Promise<void> {
  await database.deleteFrom('draft_keys').where('expires_at', '<=', now).execute();
}
