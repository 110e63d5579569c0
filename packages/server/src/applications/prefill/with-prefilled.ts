import { evaluate, fillIn, instanceName } from '@serviceportal/form-engine';
import type { FilledIn, Offer, PrefillMark, PrefillSource } from '@serviceportal/form-engine';
import type { Content } from '../content.js';
import { dayOf } from '../day-of.js';
import type { Office } from '../office.js';
import type { RunningService } from '../running-service.js';

/** A value from somewhere else than the person's keyboard. */
export interface SourcedOffer extends Offer {
  readonly source: PrefillSource;
}

/** On what day and in which Land values are judged. */
export type Judge = Pick<Office, 'land' | 'clock'>;

/** What of it fits the questions that are not answered yet. */
export function fitting(
  office: Judge,
  { form }: RunningService,
  content: Content,
  offers: readonly SourcedOffer[],
): FilledIn<SourcedOffer> {
  return fillIn(form, evaluate(form, content.answers, { land: office.land, today: dayOf(office.clock.now()) }), offers);
}

/** Fills in what fits, and marks it. */
export function withPrefilled(office: Judge, service: RunningService, content: Content, offers: readonly SourcedOffer[]): Content {
  const { answers, taken } = fitting(office, service, content, offers);
  const marks = taken.map(({ offer, value }): [string, PrefillMark] => [instanceName(offer.position, []), { value, source: offer.source }]);
  return { ...content, answers, prefilled: { ...content.prefilled, ...Object.fromEntries(marks) } };
}
