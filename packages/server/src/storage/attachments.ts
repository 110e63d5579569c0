import type { Kysely } from 'kysely';
import type { AttachmentsTable, Tables } from './tables.js';

/** Notes a file if the application has room for it beside those it has. False: it has not. */
export async function reserveAttachment(
  database: Kysely<Tables>,
  row: AttachmentsTable,
  room: { readonly files: number; readonly bytes: number },
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const kept = await attachmentsOf(transaction, row.application_id);
    const bytes = kept.reduce((sum, { size }) => sum + size, row.size);
    if (kept.length >= room.files || bytes > room.bytes) return false;
    await transaction.insertInto('attachments').values(row).execute();
    return true;
  });
}

export async function resizeAttachment(database: Kysely<Tables>, id: string, size: number): Promise<void> {
  await database.updateTable('attachments').set({ size }).where('id', '=', id).execute();
}

export async function attachmentsOf(database: Kysely<Tables>, applicationId: string): Promise<AttachmentsTable[]> {
  return database.selectFrom('attachments').selectAll().where('application_id', '=', applicationId).execute();
}

export async function deleteAttachments(database: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await database.deleteFrom('attachments').where('id', 'in', ids).execute();
}
