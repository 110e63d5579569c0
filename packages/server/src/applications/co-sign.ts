import { coSignState, contentDigest, pruneAnswers } from '@serviceportal/form-engine';
import type { CoSignature, CoSignState } from '@serviceportal/form-engine';
import { deleteDraftKey, deleteDraftKeys, findDraftKey, keepDraftKey, latestDraftKey } from '../storage/draft-keys.js';
import { findDraft } from '../storage/drafts.js';
import { coSignerHandle, coSignHandle, linkSecret, unwrapKey, wrapKey } from '../storage/shared-keys.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import { later } from './clock.js';
import { fileAnswers } from './content.js';
import type { CoSigner } from './content.js';
import type { Draft } from './draft.js';
import { evaluateDraft, openDraftWith, saveDraft } from './draft.js';
import { identityIn } from './identity-in.js';
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
  if (!coSign) return 'not-needed';
  const { coSignature, signedIn } = draft.content;
  return coSignState(coSign, coSignature ?? null, digestOf(office, draft), signedIn?.identity ?? null);
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
  await oneAtATime(office.database, id, async (transaction) => {
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
  const taken = await oneAtATime(office.database, draft.id, async (transaction) => {
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

/** So long a second person who has signed in may sign. */
const identifiedSeconds = 3600;

/** Who the second person is, where this browser has just signed in; null: nobody has. */
export function identifiedCoSigner(office: Office, visit: VisitSecret, { id, content }: Draft): CoSigner | null {
  const { coSigner } = content;
  const since = later(office.clock.now(), { seconds: -identifiedSeconds }).toISOString();
  return coSigner && coSigner.lookup === coSignerHandle(visit, id).lookup && coSigner.at >= since ? coSigner : null;
}

/** Keeps who the second person is. `same-person`: it is who applies. `gone`: there is nothing to sign for this browser any more. */
export async function identifyCoSigner(
  office: Office,
  visit: VisitSecret,
  id: string,
  { pseudonym, ...account }: { readonly pseudonym: string } & Pick<CoSigner, 'name' | 'level'>,
): Promise<'kept' | 'same-person' | 'gone'> {
  const { lookup } = coSignerHandle(visit, id);
  // Again where whoever applies changed something meanwhile.
  for (let draft = await draftToSign(office, visit, id); draft; draft = await draftToSign(office, visit, id)) {
    const identity = identityIn(draft.key, id, pseudonym);
    if (draft.content.signedIn?.identity === identity) return 'same-person';
    const coSigner = { lookup, identity, ...account, at: office.clock.now().toISOString() };
    if (await saveDraft(office, draft, { ...draft.content, coSigner })) return 'kept';
  }
  return 'gone';
}

/** Keeps what the second person decided. False: the draft has changed since it was shown (`seen`), or is gone. */
export async function coSign(
  office: Office,
  draft: Draft,
  seen: string,
  { outcome, name, reason }: Pick<CoSignature, 'outcome' | 'name' | 'reason'>,
  declaration: string,
  coSigner: CoSigner | null,
): Promise<boolean> {
  const digest = digestOf(office, draft);
  if (digest !== seen) return false;
  const at = office.clock.now().toISOString();
  const account = coSigner && { name: coSigner.name, level: coSigner.level };
  const identity = coSigner?.identity ?? null;
  const coSignature: CoSignature = { outcome, name, reason, at, digest, declaration, identity, ...(account && { account }) };
  return (await saveDraft(office, draft, { ...draft.content, coSignature })) !== null;
}
