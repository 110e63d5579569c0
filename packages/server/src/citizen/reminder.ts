import { createHash } from 'node:crypto';
import type { Language, Link } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { later } from '../applications/clock.js';
import { dayOf } from '../applications/day-of.js';
import type { Draft } from '../applications/draft.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { portalText } from '../texts/portal-text.js';
import { calendarFile } from './calendar-file.js';
import { requireDraft } from './citizen-request.js';
import { longDay } from './local-time.js';
import { ownAddress } from './own-address.js';
import { serviceWords } from './service-words.js';
import { takeUpAddress } from './take-up.js';

/** Days from now, and days before the deletion, on which one may want to be reminded. */
const fromNow = [1, 3, 7] as const;
const beforeEnd = [3] as const;

/** Days on which a reminder makes sense: after today and before the draft is deleted. */
function reminderDays(portal: Portal, { expiresAt }: Draft): string[] {
  const now = portal.office.clock.now();
  const end = new Date(expiresAt);
  const days = [
    ...fromNow.map((count) => dayOf(later(now, { days: count }))),
    ...beforeEnd.map((count) => dayOf(later(end, { days: -count }))),
  ];
  return [...new Set(days)].filter((day) => day > dayOf(now) && day < dayOf(end)).sort();
}

export function reminderLinks(portal: Portal, draft: Draft, language: Language): Link[] {
  return reminderDays(portal, draft).map((day) => ({
    label: longDay(day, language),
    href: `/antrag/${draft.id}/erinnerung.ics?tag=${day}`,
  }));
}

/** `GET /antrag/:id/erinnerung.ics?tag=2026-12-24`: a reminder for the own calendar. Holds no code: calendars are shared. */
export function reminder(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    const { language } = draft.content;
    const day = reminderDays(portal, draft).find((known) => known === request.query['tag']);
    if (day === undefined) throw notFound('The day of the reminder');
    const service = serviceWords(draft.service.package, language).title;
    const deletion = longDay(dayOf(new Date(draft.expiresAt)), language);
    const file = calendarFile({
      uid: `${createHash('sha256').update(draft.id).digest('hex').slice(0, 32)}-${day}`,
      day,
      title: portalText(language, 'reminderTitle', { service }),
      text: portalText(language, 'reminderText', { municipality: portal.municipality.configuration.name, day: deletion }),
      url: ownAddress(portal, request, takeUpAddress),
      madeAt: portal.office.clock.now(),
    });
    response.attachment(`Erinnerung-${day}.ics`).type('text/calendar; charset=utf-8').send(file);
  };
}
