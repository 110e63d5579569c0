import type { Evaluation } from '@serviceportal/form-engine';
import { evaluate } from '@serviceportal/form-engine';
import { PortalError } from '../security/portal-error.js';
import { findDraft, updateDraft } from '../storage/drafts.js';
import { seal, unseal } from '../storage/sealing.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { draftKey } from '../storage/visit-keys.js';
import { later } from './clock.js';
import { dayOf } from './day-of.js';
import type { Content } from './content.js';
import { contentBytes, contentFrom } from './content.js';
import type { Office } from './office.js';
import type { RunningService } from './running-service.js';

/** A draft, opened with the secret of its citizen. */
export interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly service: RunningService;
  readonly content: Content;
}

/** The draft, or null: there is none with this id, its time is over, or this visit does not hold its key. */
export async function openDraft(office: Office, visit: VisitSecret, id: string): Promise<Draft | null> {
  const row = await findDraft(office.database, id);
  if (!row || row.expires_at <= office.clock.now().toISOString()) return null;
  const plain = unseal(row.ciphertext, draftKey(visit, id), id);
  const service = plain && (await office.services.byDigest(row.package_digest));
  return service ? { id, revision: row.revision, service, content: contentFrom(plain) } : null;
}

export function sealDraft(visit: VisitSecret, id: string, content: Content): Buffer {
  return seal(contentBytes(content), draftKey(visit, id), id);
}

export function evaluateDraft(office: Office, draft: Draft): Evaluation {
  return evaluate(draft.service.form, draft.content.answers, { land: office.land, today: dayOf(office.clock.now()) });
}

/** Bytes that the content of a draft may have. Thousands of answers fit into it. */
const mostBytes = 2_000_000;

/** Writes new content. Null: the draft was changed in another tab meanwhile, or is gone; open it again. @throws PortalError `draft-too-large` */
export async function saveDraft(office: Office, visit: VisitSecret, draft: Draft, content: Content): Promise<Draft | null> {
  if (contentBytes(content).length > mostBytes) throw new PortalError('draft-too-large', 413, 'The draft would become too large');
  const now = office.clock.now();
  const saved = await updateDraft(office.database, draft.id, draft.revision, {
    ciphertext: sealDraft(visit, draft.id, content),
    updated_at: now.toISOString(),
    expires_at: later(now, { days: draft.service.package.service.draftDays }).toISOString(),
  });
  return saved ? { ...draft, revision: draft.revision + 1, content } : null;
}
