import { firstPage } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { evaluateDraft } from '../applications/draft.js';
import { startApplication } from '../applications/start.js';
import type { Portal } from '../portal.js';
import { setCookie } from '../security/cookies.js';
import { rememberVisit, visitOf } from '../security/visit.js';
import { formLinks } from './form-links.js';
import { languageOf } from './language.js';
import { resumeCookie } from './resume.js';
import { offeredService } from './service-page.js';

/** So long the browser opens what was sent from it; after that, the Abrufcode does. */
const visitDays = 90;

/** `POST /:service/antrag`: a new draft, and the browser gets the only key to it. */
export function start(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { office, cookies } = portal;
    const service = offeredService(portal, request.params['service']);
    const visit = visitOf(request, cookies) ?? office.random.bytes(32);
    const draft = await startApplication(office, visit, service, languageOf(request, cookies));
    // Longer than the draft: with the same secret the browser sees how the submitted application stands.
    const { key, service: description } = service.package;
    rememberVisit(response, cookies, visit, Math.max(visitDays, description.draftDays));
    setCookie(response, cookies, resumeCookie(key), draft.id, { maxAge: description.draftDays * 86_400_000 });
    const links = formLinks(draft.id, key);
    const first = firstPage(service.form, evaluateDraft(office, draft));
    response.redirect(303, first ? links.page(first) : links.check);
  };
}
