import type { Language } from '@serviceportal/form-engine';
import { insertDraft } from '../storage/drafts.js';
import type { DraftKey, VisitSecret } from '../storage/visit-keys.js';
import { draftKey } from '../storage/visit-keys.js';
import { later } from './clock.js';
import type { Content } from './content.js';
import type { Draft } from './draft.js';
import { sealDraft } from './draft.js';
import type { Office } from './office.js';
import type { RunningService } from './running-service.js';

/** Starts an application: a draft that only this visit can open, empty but for what `prefill` puts in. */
export async function startApplication(
  office: Office,
  visit: VisitSecret,
  service: RunningService,
  language: Language,
  prefill: (empty: Content, id: string, key: DraftKey) => Content = (empty) => empty,
): Promise<Draft> {
  const id = office.random.uuid();
  const key = draftKey(visit, id);
  const now = office.clock.now();
  const expiresAt = later(now, { days: service.package.service.draftDays }).toISOString();
  const content = prefill({ answers: {}, files: {}, language, removals: 0 }, id, key);
  await insertDraft(office.database, {
    id,
    package_digest: service.package.digest,
    ciphertext: sealDraft(key, id, content),
    revision: 1,
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
    expires_at: expiresAt,
  });
  return { id, revision: 1, key, expiresAt, service, content };
}
