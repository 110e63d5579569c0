import type { Message, PageInstance } from '@serviceportal/form-engine';
import { checkForm, makeReference, pruneAnswers, transition } from '@serviceportal/form-engine';
import type { ApplicationRow } from '../storage/applications.js';
import { insertApplication } from '../storage/applications.js';
import { insertDelivery } from '../storage/deliveries.js';
import { deleteDraftKeys } from '../storage/draft-keys.js';
import { deleteDraft } from '../storage/drafts.js';
import { appendEvent } from '../storage/events.js';
import { seal } from '../storage/sealing.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { accessDigest, codeDigest, retrievalCode } from '../storage/visit-keys.js';
import { coSignStateOf } from './co-sign.js';
import { contentBytes, fileAnswers } from './content.js';
import type { Content } from './content.js';
import type { Draft } from './draft.js';
import { evaluateDraft, openDraft } from './draft.js';
import { ownApplication } from './look-up.js';
import type { Office } from './office.js';
import { deliveryId } from './supplement.js';
import { dropUnnamedFiles } from './upload.js';

export type Submission =
  | { readonly kind: 'submitted'; readonly application: ApplicationRow }
  | { readonly kind: 'incomplete'; readonly open: readonly { readonly page: PageInstance; readonly messages: readonly Message[] }[] }
  /** The second signature is missing, refused or void. */
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'unknown' };

/**
 * Turns a draft into an application: row, event and outbox entries in one transaction. Sending the same draft again, at once
 * or later, leads to the same application.
 */
export async function submitApplication(office: Office, visit: VisitSecret, id: string): Promise<Submission> {
  const draft = await openDraft(office, visit, id);
  if (!draft) return submittedBefore(office, visit, id);
  const evaluation = evaluateDraft(office, draft);
  const { form } = draft.service;
  const open = checkForm(form, evaluation, draft.service.wording(draft.content.language));
  if (open.length > 0) return { kind: 'incomplete', open };

  const coSign = coSignStateOf(office, draft);
  if (coSign !== 'not-needed' && coSign !== 'signed') return { kind: 'unsigned' };
  const answers = pruneAnswers(form, evaluation);
  const named = fileAnswers(answers).map((file) => file.attachment);
  const files = Object.fromEntries(Object.entries(draft.content.files).filter(([attachment]) => named.includes(attachment)));
  const application = newApplication(office, draft, { ...draft.content, answers, files });
  const stored = await office.database.transaction().execute(async (transaction) => {
    if (!(await deleteDraft(transaction, id, draft.revision))) return false;
    // Browsers that held the draft keep seeing its application; codes and links have done their work.
    await deleteDraftKeys(transaction, id, ['code', 'link', 'co-sign', 'co-signer']);
    await insertApplication(transaction, application);
    const at = application.submitted_at;
    await appendEvent(transaction, id, { at, kind: 'submit', actor: 'citizen', data: { state: application.state } });
    for (const target of office.targetsOf(application.package_key)) {
      await insertDelivery(transaction, { id: deliveryId(id, target), applicationId: id, target, state: 'pending', at });
    }
    return true;
  });
  // The same draft was changed or sent by another request in the meantime.
  if (!stored) return submitApplication(office, visit, id);
  office.wake();
  await dropUnnamedFiles(office, id, named);
  return { kind: 'submitted', application };
}

async function submittedBefore(office: Office, visit: VisitSecret, id: string): Promise<Submission> {
  const own = await ownApplication(office, visit, id);
  return own ? { kind: 'submitted', application: own.row } : { kind: 'unknown' };
}

function newApplication(office: Office, draft: Draft, content: Content): ApplicationRow {
  const now = office.clock.now();
  const { id } = draft;
  const year = Number(new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Europe/Berlin' }).format(now));
  const reference = makeReference(office.referencePrefix, year, office.random.bytes(16));
  const key = office.random.bytes(32);
  const { package: pkg } = draft.service;
  return {
    id,
    reference,
    package_key: pkg.key,
    package_digest: pkg.digest,
    state: transition('draft', { type: 'submit', actor: 'citizen', coSign: coSignStateOf(office, draft) }).state,
    submitted_at: now.toISOString(),
    updated_at: now.toISOString(),
    sealed: seal(contentBytes(content), key, id),
    wrapped_key: seal(key, office.key, id),
    access_digest: accessDigest(draft.key, id),
    code_digest: codeDigest(retrievalCode(draft.key, id), reference),
  };
}
