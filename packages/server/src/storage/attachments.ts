import type { Insertable, Kysely, Selectable } from 'kysely';
import { oneAtATime } from './one-at-a-time.js';
import { prepared } from './prepared.js';
import type { AttachmentsTable, Instant, Tables } from './tables.js';

export type AttachmentRow = Selectable<AttachmentsTable>;

/** Notes an uploaded file if the application has room for it beside those it has. False: it has not. */
export async function reserveAttachment(
  database: Kysely<Tables>,
  row: Insertable<AttachmentsTable>,
  room: { readonly files: number; readonly bytes: number },
): Promise<boolean> {
  return oneAtATime(database, row.application_id, async (transaction) => {
    const kept = await uploadsOf(transaction, row.application_id);
    const bytes = kept.reduce((sum, { size }) => sum + size, row.size);
    if (kept.length >= room.files || bytes > room.bytes) return false;
    await transaction.insertInto('attachments').values(row).execute();
    return true;
  });
}

export async function resizeAttachment(database: Kysely<Tables>, id: string, size: number): Promise<void> {
  await database.updateTable('attachments').set({ size }).where('id', '=', id).execute();
}

const ofApplication = prepared<Pick<AttachmentRow, 'application_id'>, AttachmentRow>((database, value) =>
  database.selectFrom('attachments').selectAll().where('application_id', '=', value('application_id')),
);

/** All files of an application or draft: uploaded ones, and those that were made for its hand-overs. */
export async function attachmentsOf(database: Kysely<Tables>, applicationId: string): Promise<AttachmentRow[]> {
  return (await ofApplication(database, { application_id: applicationId })).rows;
}

/** Which of these there are rows of. */
export async function knownAttachments(database: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await database.selectFrom('attachments').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Forgets files of drafts and applications that are gone: somebody wrote them while those were deleted. */
export async function deleteOrphanedAttachments(database: Kysely<Tables>, before: Instant): Promise<void> {
  await database
    .deleteFrom('attachments')
    .where('created_at', '<', before)
    .where('application_id', 'not in', (query) => query.selectFrom('drafts').select('drafts.id'))
    .where('application_id', 'not in', (query) => query.selectFrom('applications').select('applications.id'))
    .execute();
}

export async function uploadsOf(database: Kysely<Tables>, applicationId: string): Promise<AttachmentRow[]> {
  return (await attachmentsOf(database, applicationId)).filter(({ kind }) => kind === 'uploaded');
}

/** Notes files that are about to be written for a hand-over, so that they go with their application. */
export async function insertSentFiles(database: Kysely<Tables>, rows: readonly Omit<AttachmentRow, 'kind'>[]): Promise<void> {
  if (rows.length > 0)
    await database
      .insertInto('attachments')
      .values(rows.map((row) => ({ ...row, kind: 'sent' as const })))
      .execute();
}

export async function deleteAttachments(database: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await database.deleteFrom('attachments').where('id', 'in', ids).execute();
}
