import { attachmentsOf, deleteAttachments } from '../storage/attachments.js';
import { deleteDraftKeys } from '../storage/draft-keys.js';
import { deleteDraft, expiredDrafts } from '../storage/drafts.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import type { Office } from './office.js';
import { removeFiles } from './remove-files.js';

/** Deletes a draft and the files that were uploaded for it. False: it is gone already, or was submitted. */
export async function discardDraft(office: Office, id: string): Promise<boolean> {
  const files = await oneAtATime(office.database, id, async (transaction) => {
    if (!(await deleteDraft(transaction, id))) return null;
    await deleteDraftKeys(transaction, id, ['browser', 'code', 'link', 'co-sign', 'co-signer']);
    const attachments = (await attachmentsOf(transaction, id)).map((attachment) => attachment.id);
    await deleteAttachments(transaction, attachments);
    return attachments;
  });
  await removeFiles(office.files, files ?? []);
  return files !== null;
}

/** Deletes the drafts whose time is over. Returns how many. */
export async function expireDrafts(office: Office): Promise<number> {
  const ids = await expiredDrafts(office.database, office.clock.now().toISOString(), 500);
  let gone = 0;
  for (const id of ids) if (await discardDraft(office, id)) gone++;
  return gone;
}
