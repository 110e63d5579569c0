import type { Kysely, Selectable } from 'kysely';
import { prepared } from './prepared.js';
import type { ApplicationsTable, Instant, Tables } from './tables.js';

export type ApplicationRow = Selectable<ApplicationsTable>;
/** What a list shows: everything but the sealed content. */
export type ApplicationSummary = Omit<ApplicationRow, 'sealed' | 'wrapped_key' | 'access_digest' | 'code_digest'>;

const insert = prepared<ApplicationRow>((database, value) =>
  database.insertInto('applications').values({
    id: value('id'),
    reference: value('reference'),
    package_key: value('package_key'),
    package_digest: value('package_digest'),
    state: value('state'),
    submitted_at: value('submitted_at'),
    updated_at: value('updated_at'),
    sealed: value('sealed'),
    wrapped_key: value('wrapped_key'),
    access_digest: value('access_digest'),
    code_digest: value('code_digest'),
  }),
);

export async function insertApplication(database: Kysely<Tables>, application: ApplicationRow): Promise<void> {
  await insert(database, application);
}

const find = prepared<Pick<ApplicationRow, 'id'>, ApplicationRow>((database, value) =>
  database.selectFrom('applications').selectAll().where('id', '=', value('id')),
);

export async function findApplication(database: Kysely<Tables>, id: string): Promise<ApplicationRow | null> {
  return (await find(database, { id })).rows[0] ?? null;
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
