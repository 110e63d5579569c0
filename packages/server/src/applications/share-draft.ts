import { deleteDraftKey, deleteDraftKeys, findDraftKey, keepDraftKey, latestDraftKey } from '../storage/draft-keys.js';
import { findDraft } from '../storage/drafts.js';
import { browserHandle, codeHandle, linkHandle, linkSecret, resumeCode, unwrapKey, wrapKey } from '../storage/shared-keys.js';
import type { Handle } from '../storage/shared-keys.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import { later } from './clock.js';
import type { Draft } from './draft.js';
import { openDraft, openDraftWith } from './draft.js';
import type { Office } from './office.js';

/** So long a link for another device can be opened. Its address may stand in the log of a proxy: by then it is worth nothing. */
const linkSeconds = 15 * 60;

/** How a draft can be continued elsewhere just now. */
export interface Sharing {
  readonly code: string | null;
  readonly link: { readonly secret: string; readonly expiresAt: string } | null;
}

export async function sharingOf(office: Office, { id, key }: Draft): Promise<Sharing> {
  const now = office.clock.now().toISOString();
  const code = await latestDraftKey(office.database, id, 'code', now);
  const link = await latestDraftKey(office.database, id, 'link', now);
  return {
    code: code && resumeCode(key, code.nonce),
    link: link?.expires_at ? { secret: linkSecret(key, link.nonce), expiresAt: link.expires_at } : null,
  };
}

/** Makes a resume code if there is none, and a new link; an older link ends. */
export async function shareDraft(office: Office, draft: Draft): Promise<void> {
  const { id, key } = draft;
  const now = office.clock.now();
  const created = { draft_id: id, created_at: now.toISOString() };
  await oneAtATime(office.database, id, async (transaction) => {
    // Nothing is kept for a draft that went in the meantime: nobody would delete it.
    if (!(await findDraft(transaction, id))) return;
    if (!(await latestDraftKey(transaction, id, 'code', created.created_at))) {
      const nonce = newNonce(office);
      const handle = codeHandle(resumeCode(key, nonce));
      await keepDraftKey(transaction, { ...created, ...wrapped(draft, handle), holder: 'code', nonce, expires_at: null });
    }
    await deleteDraftKeys(transaction, id, ['link']);
    const nonce = newNonce(office);
    const handle = linkHandle(linkSecret(key, nonce));
    const expires = later(now, { seconds: linkSeconds }).toISOString();
    await keepDraftKey(transaction, { ...created, ...wrapped(draft, handle), holder: 'link', nonce, expires_at: expires });
  });
}

/** Code and link open nothing any more. Browsers that took the draft up keep it. */
export async function endSharing(office: Office, { id }: Draft): Promise<void> {
  await deleteDraftKeys(office.database, id, ['code', 'link']);
}

/** Lets this browser hold the draft of a resume code, as typed. Null: no such draft. */
export function takeUpByCode(office: Office, visit: VisitSecret, typed: string): Promise<Draft | null> {
  return takeUp(office, visit, codeHandle(typed), 'code');
}

/** The same for the secret of a link, which is used up by it. */
export function takeUpByLink(office: Office, visit: VisitSecret, secret: string): Promise<Draft | null> {
  return takeUp(office, visit, linkHandle(secret), 'link');
}

async function takeUp(office: Office, visit: VisitSecret, handle: Handle, holder: 'code' | 'link'): Promise<Draft | null> {
  const now = office.clock.now().toISOString();
  const row = await findDraftKey(office.database, handle.lookup, now);
  const key = row?.holder === holder ? unwrapKey(row.wrapped_key, handle) : null;
  const draft = row && key && (await openDraftWith(office, key, row.draft_id));
  if (!draft) return null;
  const known = (await openDraft(office, visit, draft.id)) !== null;
  const own = browserHandle(visit, draft.id);
  const created = { draft_id: draft.id, created_at: now };
  const taken = await oneAtATime(office.database, draft.id, async (transaction) => {
    if (!(await findDraft(transaction, draft.id))) return false;
    if (holder === 'link' && !(await deleteDraftKey(transaction, handle.lookup))) return false;
    if (!known) await keepDraftKey(transaction, { ...created, ...wrapped(draft, own), holder: 'browser', nonce: '', expires_at: null });
    return true;
  });
  return taken ? draft : null;
}

const wrapped = ({ key }: Draft, handle: Handle) => ({ lookup: handle.lookup, wrapped_key: wrapKey(key, handle) });

const newNonce = (office: Office): string => Buffer.from(office.random.bytes(16)).toString('hex');
