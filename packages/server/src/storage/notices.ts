import type { Kysely, Selectable } from 'kysely';
import { isPostgres } from './dialect.js';
import type { Instant, NoticesTable, Tables } from './tables.js';

export type NoticeRow = Selectable<NoticesTable>;

export async function insertNotice(
  database: Kysely<Tables>,
  { id, applicationId, kind, at }: { id: string; applicationId: string; kind: NoticeRow['kind']; at: Instant },
): Promise<void> {
  const held = { lease_owner: null, lease_until: null, last_error: null };
  await database
    .insertInto('notices')
    .values({ id, application_id: applicationId, kind, state: 'pending', attempts: 0, due_at: at, ...held, created_at: at, updated_at: at })
    .execute();
}

/** Oldest first. */
export async function noticesOf(database: Kysely<Tables>, applicationId: string): Promise<NoticeRow[]> {
  return database.selectFrom('notices').selectAll().where('application_id', '=', applicationId).orderBy('created_at').execute();
}

/** Takes the message that has waited longest, until `until`; null if none is due. Chosen and marked by one statement. */
export async function claimNotice(
  database: Kysely<Tables>,
  { owner, now, until }: { owner: string; now: Instant; until: Instant },
): Promise<NoticeRow | null> {
  // Looked for first: a statement that writes locks the database, also where it finds nothing.
  const due = await nextNoticeDue(database, now);
  if (due === null || due > now) return null;
  const row = await database
    .updateTable('notices')
    .set({ lease_owner: owner, lease_until: until })
    .where('id', '=', (query) =>
      query
        .selectFrom('notices as due')
        .select('due.id')
        .where('due.state', '=', 'pending')
        .where('due.due_at', '<=', now)
        .where((where) => where.or([where('due.lease_until', 'is', null), where('due.lease_until', '<', now)]))
        .orderBy('due.due_at')
        .limit(1)
        .$if(isPostgres(database), (row) => row.forUpdate().skipLocked()),
    )
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** Writes what became of an attempt and gives the message back. Nothing where the lease was lost or the message deleted. */
export async function changeNotice(
  database: Kysely<Tables>,
  id: string,
  owner: string,
  change: Pick<NoticeRow, 'state' | 'attempts' | 'due_at' | 'last_error' | 'updated_at'>,
): Promise<void> {
  await database
    .updateTable('notices')
    .set({ ...change, lease_owner: null, lease_until: null })
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .execute();
}

export async function releaseNotices(database: Kysely<Tables>, owner: string): Promise<void> {
  await database.updateTable('notices').set({ lease_owner: null, lease_until: null }).where('lease_owner', '=', owner).execute();
}

/** When the next message is due that nobody holds; null where there is none. */
export async function nextNoticeDue(database: Kysely<Tables>, now: Instant): Promise<Instant | null> {
  const row = await database
    .selectFrom('notices')
    .select(({ fn }) => fn.min('due_at').as('due'))
    .where('state', '=', 'pending')
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', now)]))
    .executeTakeFirst();
  return row?.due ?? null;
}

/** Since when the oldest message has waited; null where there is none. */
export async function oldestNotice(database: Kysely<Tables>): Promise<Instant | null> {
  const row = await database
    .selectFrom('notices')
    .select(({ fn }) => fn.min('created_at').as('oldest'))
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return row?.oldest ?? null;
}
