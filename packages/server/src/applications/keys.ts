import { findDraftKey } from '../storage/draft-keys.js';
import { browserHandle, unwrapKey } from '../storage/shared-keys.js';
import type { DraftKey, VisitSecret } from '../storage/visit-keys.js';
import { draftKey } from '../storage/visit-keys.js';
import type { Office } from './office.js';

/** The key of a draft that another browser began, if it was shared with this one. */
export async function sharedKey(office: Office, visit: VisitSecret, draftId: string): Promise<DraftKey | null> {
  const handle = browserHandle(visit, draftId);
  const row = await findDraftKey(office.database, handle.lookup, office.clock.now().toISOString());
  return row && unwrapKey(row.wrapped_key, handle);
}

/** The keys that this browser may hold for a draft or the application that came from it. */
export async function keysOf(office: Office, visit: VisitSecret, id: string): Promise<DraftKey[]> {
  const shared = await sharedKey(office, visit, id);
  return [draftKey(visit, id), ...(shared ? [shared] : [])];
}
