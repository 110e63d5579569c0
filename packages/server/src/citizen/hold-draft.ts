import type { ServicePackage } from '@serviceportal/form-engine';
import type { Response } from 'express';
import type { Draft } from '../applications/draft.js';
import type { Portal } from '../portal.js';
import { setCookie } from '../security/cookies.js';
import { rememberVisit } from '../security/visit.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { resumeCookie } from './resume.js';

/** So long the browser opens what was sent from it; after that, the Abrufcode does. */
const visitDays = 90;

/** Longer than the draft: with the same secret the browser sees how the submitted application stands. */
export const visitDaysOf = ({ service }: ServicePackage): number => Math.max(visitDays, service.draftDays);

/** Gives the browser its secret, and lets the page of the service offer this draft. */
export function holdDraft({ cookies }: Portal, response: Response, visit: VisitSecret, { id, service }: Draft): void {
  const { key, service: description } = service.package;
  rememberVisit(response, cookies, visit, visitDaysOf(service.package));
  setCookie(response, cookies, resumeCookie(key), id, { maxAge: description.draftDays * 86_400_000 });
}
