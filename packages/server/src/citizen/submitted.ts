import { serviceIn, uiText } from '@serviceportal/form-engine';
import type { Request, RequestHandler } from 'express';
import { openApplication } from '../applications/application.js';
import type { Application } from '../applications/application.js';
import { ownApplication } from '../applications/look-up.js';
import type { Portal } from '../portal.js';
import { PortalError } from '../security/portal-error.js';
import type { DraftKey } from '../storage/visit-keys.js';
import { retrievalCode } from '../storage/visit-keys.js';
import { requireVisit, sendPage } from './citizen-request.js';
import { contactText } from './contact.js';
import { forgetAddress } from './forget-device.js';
import { languageOf } from './language.js';
import { timeIn } from './local-time.js';
import { mailSection } from './mail-section.js';
import { serviceWords } from './service-words.js';

/** The submitted application of the address. @throws PortalError if it is not this browser's */
export async function requireApplication(portal: Portal, request: Request): Promise<{ key: DraftKey; application: Application }> {
  const visit = requireVisit(portal, request);
  const own = await ownApplication(portal.office, visit, String(request.params['id']));
  if (!own) throw new PortalError('draft-unknown', 404, 'There is no application with this id for this visit');
  return { key: own.key, application: await openApplication(portal.office, own.row) };
}

/** `GET /antrag/:id/fertig`: it arrived, under this number, and this is what happens next. */
export function submitted(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { key, application } = await requireApplication(portal, request);
    const language = languageOf(request, portal.cookies);
    const { row, service } = application;
    const view = {
      serviceTitle: serviceWords(service.package, language).title,
      reference: row.reference,
      retrievalCode: retrievalCode(key, row.id),
      submittedAt: timeIn(row.submitted_at, language),
      nextSteps: serviceIn(service.package, language).nextSteps,
      pdfHref: `/antrag/${row.id}/antrag.pdf`,
      receiptHref: `/antrag/${row.id}/quittung.pdf`,
      statusHref: `/antrag/${row.id}/stand`,
      contact: { text: contactText(portal.municipality.configuration), lang: language === 'en' ? 'de' : null },
      mail: await mailSection(portal, { row, base: `/antrag/${row.id}`, own: true }),
      forgetAction: forgetAddress,
    };
    sendPage(portal, request, response, 'submitted', view, {
      title: uiText(language, 'submitted.title'),
      language,
      personal: true,
      service,
    });
  };
}
