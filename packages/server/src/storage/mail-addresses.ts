import type { Kysely, Selectable } from 'kysely';
import type { Instant, MailAddressesTable, Tables } from './tables.js';

export type MailAddressRow = Selectable<MailAddressesTable>;

export async function findMailAddress(database: Kysely<Tables>, applicationId: string): Promise<MailAddressRow | null> {
  const row = await database.selectFrom('mail_addresses').selectAll().where('application_id', '=', applicationId).executeTakeFirst();
  return row ?? null;
}

/** In place of an earlier one. */
export async function putMailAddress(database: Kysely<Tables>, row: MailAddressRow): Promise<void> {
  await deleteMailAddress(database, row.application_id);
  await database.insertInto('mail_addresses').values(row).execute();
}

export async function changeMailAddress(
  database: Kysely<Tables>,
  applicationId: string,
  change: Partial<Pick<MailAddressRow, 'attempts' | 'confirmed_at'>>,
): Promise<void> {
  await database.updateTable('mail_addresses').set(change).where('application_id', '=', applicationId).execute();
}

/** With the messages that have not gone out. */
export async function deleteMailAddress(database: Kysely<Tables>, applicationId: string): Promise<void> {
  await database.deleteFrom('mail_addresses').where('application_id', '=', applicationId).execute();
  await database.deleteFrom('notices').where('application_id', '=', applicationId).execute();
}

/** Deletes what was not confirmed, and whose digits ran out before. Returns how many. */
export async function deleteUnconfirmedBefore(database: Kysely<Tables>, instant: Instant): Promise<number> {
  const stale = await database
    .selectFrom('mail_addresses')
    .select('application_id')
    .where('confirmed_at', 'is', null)
    .where('expires_at', '<', instant)
    .execute();
  for (const { application_id } of stale) await deleteMailAddress(database, application_id);
  return stale.length;
}
