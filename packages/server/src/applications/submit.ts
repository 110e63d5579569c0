import type { Language, Message, PageInstance } from '@serviceportal/form-engine';
import {
  checkForm,
  declare as declaredIn,
  makeReference,
  missingDeclarations,
  pruneAnswers,
  reaches,
  transition,
} from '@serviceportal/form-engine';
import type { ApplicationRow } from '../storage/applications.js';
import { insertApplication } from '../storage/applications.js';
import { insertDelivery } from '../storage/deliveries.js';
import { deleteDraftKeys } from '../storage/draft-keys.js';
import { deleteDraft } from '../storage/drafts.js';
import { appendEvent } from '../storage/events.js';
import { seal } from '../storage/sealing.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { accessDigest, codeDigest, retrievalCode } from '../storage/visit-keys.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import { coSignStateOf, digestOf } from './co-sign.js';
import { demandsAccount } from './prefill/demands-account.js';
import { contentBytes, fileAnswers } from './content.js';
import type { Content } from './content.js';
import { dayOf } from './day-of.js';
import type { Draft } from './draft.js';
import { evaluateDraft, openDraft } from './draft.js';
import { keptMarks } from './prefill/kept-marks.js';
import { ownApplication } from './look-up.js';
import type { Office } from './office.js';
import { deliveryId } from './supplement.js';
import { dropUnnamedFiles } from './upload.js';

export type Submission =
  | { readonly kind: 'submitted'; readonly application: ApplicationRow }
  | { readonly kind: 'incomplete'; readonly open: readonly { readonly page: PageInstance; readonly messages: readonly Message[] }[] }
  /** The service demands that whoever applies has signed in. */
  | { readonly kind: 'unidentified' }
  /** The second signature is missing, refused or void. */
  | { readonly kind: 'unsigned' }
  /** What the declarations speak of is not what was shown (`stand`). */
  | { readonly kind: 'changed' }
  /** Keys of declarations without which nothing is submitted. */
  | { readonly kind: 'undeclared'; readonly missing: readonly string[] }
  | { readonly kind: 'unknown' };

/** What a person declared with the button that submits. */
export interface Declaring {
  /** Keys that were ticked. */
  readonly given: readonly string[];
  /** In which the words were shown; null: not said. */
  readonly language: Language | null;
  /** `digestOf` what was shown. */
  readonly stand: string;
}

/**
 * Turns a draft into an application: row, event and outbox entries in one transaction. Sending the same draft again, at once
 * or later, leads to the same application.
 */
export async function submitApplication(office: Office, visit: VisitSecret, id: string, declaring: Declaring): Promise<Submission> {
  const draft = await openDraft(office, visit, id);
  if (!draft) return submittedBefore(office, visit, id);
  const evaluation = evaluateDraft(office, draft);
  const { form } = draft.service;
  const open = checkForm(form, evaluation, draft.service.wording(draft.content.language));
  if (open.length > 0) return { kind: 'incomplete', open };

  if (!isIdentified(draft)) return { kind: 'unidentified' };
  const coSign = coSignStateOf(office, draft);
  if (coSign !== 'not-needed' && coSign !== 'signed') return { kind: 'unsigned' };
  const declared = declare(office, draft, declaring);
  if ('kind' in declared) return declared;
  const answers = pruneAnswers(form, evaluation);
  const named = fileAnswers(answers).map((file) => file.attachment);
  const files = Object.fromEntries(Object.entries(draft.content.files).filter(([attachment]) => named.includes(attachment)));
  const application = newApplication(office, draft, {
    ...draft.content,
    coSigner: undefined,
    answers,
    files,
    prefilled: keptMarks(form, draft.content.prefilled, answers),
    ...declared,
  });
  const stored = await oneAtATime(office.database, id, async (transaction) => {
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
  if (!stored) return submitApplication(office, visit, id, declaring);
  office.wake();
  await dropUnnamedFiles(office, id, named);
  return { kind: 'submitted', application };
}

function isIdentified({ service, content }: Draft): boolean {
  const { workflow } = service.package;
  if (!demandsAccount(workflow)) return true;
  return content.signedIn !== undefined && reaches(content.signedIn.level, workflow.identify?.level ?? 'basic');
}

/** What is kept of the declarations, or why they do not hold. */
function declare(
  office: Office,
  draft: Draft,
  { given, language, stand }: Declaring,
): Pick<Content, 'declared'> | Extract<Submission, { readonly kind: 'changed' | 'undeclared' }> {
  const { package: pkg } = draft.service;
  if (pkg.workflow.declarations === undefined) return {};
  if (language === null || stand !== digestOf(office, draft)) return { kind: 'changed' };
  const missing = missingDeclarations(pkg, given);
  if (missing.length > 0) return { kind: 'undeclared', missing };
  return { declared: declaredIn(pkg, language, given, office.clock.now().toISOString()) };
}

async function submittedBefore(office: Office, visit: VisitSecret, id: string): Promise<Submission> {
  const own = await ownApplication(office, visit, id);
  return own ? { kind: 'submitted', application: own.row } : { kind: 'unknown' };
}

function newApplication(office: Office, draft: Draft, content: Content): ApplicationRow {
  const now = office.clock.now();
  const { id } = draft;
  const reference = makeReference(office.referencePrefix, Number(dayOf(now).slice(0, 4)), office.random.bytes(16));
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
    wrapped_key: office.key.seal(key, id),
    access_digest: accessDigest(draft.key, id),
    code_digest: codeDigest(retrievalCode(draft.key, id), reference),
  };
}
