import type { Evaluation, Language } from '@serviceportal/form-engine';
import { serviceIn } from '@serviceportal/form-engine';
import type { VisitSecret } from '../../storage/visit-keys.js';
import { openApplication } from '../application.js';
import { evaluateDraft, openDraft } from '../draft.js';
import type { Draft } from '../draft.js';
import { ownApplication } from '../look-up.js';
import type { Office } from '../office.js';
import type { RunningService } from '../running-service.js';
import { earlierOffers } from './earlier-offers.js';
import { fitting } from './with-prefilled.js';
import type { SourcedOffer } from './with-prefilled.js';

/** What one application of this browser can give to a draft. */
export interface EarlierApplication {
  readonly id: string;
  /** Title of its service. */
  readonly name: string;
  readonly offers: readonly SourcedOffer[];
}

/** Null: this browser holds no key to it, or nothing of it fits. */
export async function earlierApplication(office: Office, visit: VisitSecret, id: string, draft: Draft): Promise<EarlierApplication | null> {
  if (id === draft.id) return null;
  const earlier = await openEarlier(office, visit, id);
  if (!earlier) return null;
  const { language } = draft.content;
  const name = titleOf(earlier.service, language);
  const offers = earlierOffers(draft.service.form, { form: earlier.service.form, evaluation: earlier.evaluation }, name);
  const { taken } = fitting(office, draft.service, draft.content, offers);
  return taken.length === 0 ? null : { id, name, offers: taken.map(({ offer }) => offer) };
}

async function openEarlier(
  office: Office,
  visit: VisitSecret,
  id: string,
): Promise<{ readonly service: RunningService; readonly evaluation: Evaluation } | null> {
  const draft = await openDraft(office, visit, id);
  if (draft) return { service: draft.service, evaluation: evaluateDraft(office, draft) };
  const own = await ownApplication(office, visit, id);
  return own && openApplication(office, own.row);
}

const titleOf = (service: RunningService, language: Language): string => serviceIn(service.package, language).title;
