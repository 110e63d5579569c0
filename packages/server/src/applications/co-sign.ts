import { coSignState, contentDigest, pruneAnswers } from '@serviceportal/form-engine';
import type { CoSignature, CoSignState } from '@serviceportal/form-engine';
import { deleteDraftKey, deleteDraftKeys, findDraftKey, keepDraftKey, latestDraftKey } from '../storage/draft-keys.js';
import { findDraft } from '../storage/drafts.js';
import { coSignerHandle, coSignHandle, linkSecret, unwrapKey, wrapKey } from '../storage/shared-keys.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { fileAnswers } from './content.js';
import type { Draft } from './draft.js';
import { evaluateDraft, openDraftWith, saveDraft } from './draft.js';
import type { Office } from './office.js';

/** What a second person signs: the answers and files that would be handed over. */
export function digestOf(office: Office, draft: Draft): string {
  const answers = pruneAnswers(draft.service.form, evaluateDraft(office, draft));
  const files = fileAnswers(answers).map(({ attachment }) => [attachment, draft.content.files[attachment]?.sha256 ?? '']);
  return contentDigest(answers, Object.fromEntries(files) as Record<string, string>);
}

/** How the second signature of a draft stands. */
export function coSignStateOf(office: Office, draft: Draft): CoSignState {
  const { coSign } = draft.service.package.workflow;
  // Nobody proves who they are yet: a package that demands it is not offered (`services-identity.ts`).
  return coSign ? coSignState(coSign, draft.content.coSignature ?? null, digestOf(office, draft), null) : 'not-needed';
}

/** Secret of the link that waits for the second person; null: none was made, or it was used. */
export async function coSignLink(office: Office, { id, key }: Draft): Promise<string | null> {
  const row = await latestDraftKey(office.database, id, 'co-sign', office.clock.now().toISOString());
  return row && linkSecret(key, row.nonce);
}

/** Makes a link for the second person, as long as the draft; an older one and its browser end. */
export async function inviteCoSigner(office: Office, { id, key }: Draft): Promise<void> {
  const nonce = Buffer.from(office.random.bytes(16)).toString('hex');
  const handle = coSignHandle(linkSecret(key, nonce));
  const wrapped = { lookup: handle.lookup, wrapped_key: wrapKey(key, handle) };
  await office.database.transaction().execute(async (transaction) => {
    if (!(await findDraft(transaction, id))) return;
    await deleteDraftKeys(transaction, id, ['co-sign', 'co-signer']);
    const row = {
      ...wrapped,
      draft_id: id,
      holder: 'co-sign' as const,
      nonce,
      created_at: office.clock.now().toISOString(),
      expires_at: null,
    };
    await keepDraftKey(transaction, row);
  });
}

/** Binds the link to this browser, which uses it up. Null: there is no such link. */
export async function acceptInvitation(office: Office, visit: VisitSecret, secret: string): Promise<Draft | null> {
  const now = office.clock.now().toISOString();
  const handle = coSignHandle(secret);
  const row = await findDraftKey(office.database, handle.lookup, now);
  const key = row?.holder === 'co-sign' ? unwrapKey(row.wrapped_key, handle) : null;
  const draft = row && key && (await openDraftWith(office, key, row.draft_id));
  if (!draft) return null;
  const own = coSignerHandle(visit, draft.id);
  const taken = await office.database.transaction().execute(async (transaction) => {
    if (!(await deleteDraftKey(transaction, handle.lookup))) return false;
    const wrapped = { lookup: own.lookup, wrapped_key: wrapKey(draft.key, own) };
    await keepDraftKey(transaction, { ...wrapped, draft_id: draft.id, holder: 'co-signer', nonce: '', created_at: now, expires_at: null });
    return true;
  });
  return taken ? draft : null;
}

/** The draft for the browser of its second person; null: it is not that. */
export async function draftToSign(office: Office, visit: VisitSecret, id: string): Promise<Draft | null> {
  const handle = coSignerHandle(visit, id);
  const row = await findDraftKey(office.database, handle.lookup, office.clock.now().toISOString());
  const key = row && unwrapKey(row.wrapped_key, handle);
  return key ? openDraftWith(office, key, id) : null;
}

/** Keeps what the second person decided. False: the draft has changed since it was shown (`seen`), or is gone. */
export async function coSign(
  office: Office,
  draft: Draft,
  seen: string,
  { outcome, name, reason }: Pick<CoSignature, 'outcome' | 'name' | 'reason'>,
  declaration: string,
): Promise<boolean> {
  const digest = digestOf(office, draft);
  if (digest !== seen) return false;
  const at = office.clock.now().toISOString();
  const coSignature: CoSignature = { outcome, name, reason, at, digest, declaration, identity: null };
  return (await saveDraft(office, draft, { ...draft.content, coSignature })) !== null;
}
