import type { Evaluation } from '@serviceportal/form-engine';
import { evaluate } from '@serviceportal/form-engine';
import { PortalError } from '../security/portal-error.js';
import { findDraft, updateDraft } from '../storage/drafts.js';
import { seal, unseal } from '../storage/sealing.js';
import type { DraftRow } from '../storage/drafts.js';
import type { DraftKey, VisitSecret } from '../storage/visit-keys.js';
import { draftKey } from '../storage/visit-keys.js';
import { later } from './clock.js';
import { dayOf } from './day-of.js';
import type { Content } from './content.js';
import { contentBytes, contentFrom } from './content.js';
import { sharedKey } from './keys.js';
import type { Office } from './office.js';
import type { RunningService } from './running-service.js';

/** A draft, opened with its key. */
export interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly key: DraftKey;
  /** ISO instant; a change moves it. */
  readonly expiresAt: string;
  readonly service: RunningService;
  readonly content: Content;
}

/** The draft, or null: there is none with this id, its time is over, or this visit does not hold its key. */
export async function openDraft(office: Office, visit: VisitSecret, id: string): Promise<Draft | null> {
  const row = await findDraft(office.database, id);
  if (!row) return null;
  // The browser that began it needs no look-up.
  const first = await openRow(office, row, draftKey(visit, id));
  if (first) return first;
  const shared = await sharedKey(office, visit, id);
  return shared && openRow(office, row, shared);
}

/** The same for who holds the key itself. */
export async function openDraftWith(office: Office, key: DraftKey, id: string): Promise<Draft | null> {
  const row = await findDraft(office.database, id);
  return row && openRow(office, row, key);
}

async function openRow(office: Office, row: DraftRow, key: DraftKey): Promise<Draft | null> {
  const { id, revision, expires_at: expiresAt } = row;
  if (expiresAt <= office.clock.now().toISOString()) return null;
  const plain = unseal(row.ciphertext, key, id);
  const service = plain && (await office.services.byDigest(row.package_digest));
  return service ? { id, revision, key, expiresAt, service, content: contentFrom(plain) } : null;
}

export function sealDraft(key: DraftKey, id: string, content: Content): Buffer {
  return seal(contentBytes(content), key, id);
}

export function evaluateDraft(office: Office, draft: Draft): Evaluation {
  return evaluate(draft.service.form, draft.content.answers, { land: office.land, today: dayOf(office.clock.now()) });
}

/** Bytes that the content of a draft may have. Thousands of answers fit into it. */
const mostBytes = 2_000_000;

/** Writes new content. Null: the draft was changed in another tab meanwhile, or is gone; open it again. @throws PortalError `draft-too-large` */
export async function saveDraft(office: Office, draft: Draft, content: Content): Promise<Draft | null> {
  const bytes = contentBytes(content);
  if (bytes.length > mostBytes) throw new PortalError('draft-too-large', 413, 'The draft would become too large');
  const now = office.clock.now();
  const expiresAt = later(now, { days: draft.service.package.service.draftDays }).toISOString();
  const saved = await updateDraft(office.database, draft.id, draft.revision, {
    ciphertext: seal(bytes, draft.key, draft.id),
    updated_at: now.toISOString(),
    expires_at: expiresAt,
  });
  return saved ? { ...draft, revision: draft.revision + 1, expiresAt, content } : null;
}
