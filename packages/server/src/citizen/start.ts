import { firstPage } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { evaluateDraft } from '../applications/draft.js';
import { startApplication } from '../applications/start.js';
import type { Portal } from '../portal.js';
import { visitOf } from '../security/visit.js';
import { formLinks } from './form-links.js';
import { holdDraft } from './hold-draft.js';
import { languageOf } from './language.js';
import { offeredService } from './service-page.js';

/** `POST /:service/antrag`: a new draft, and the browser gets the only key to it. */
export function start(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { office, cookies } = portal;
    const service = offeredService(portal, request.params['service']);
    const visit = visitOf(request, cookies) ?? office.random.bytes(32);
    const draft = await startApplication(office, visit, service, languageOf(request, cookies));
    holdDraft(portal, response, visit, draft);
    const links = formLinks(draft.id, service.package.key);
    const first = firstPage(service.form, evaluateDraft(office, draft));
    response.redirect(303, first ? links.page(first) : links.check);
  };
}
