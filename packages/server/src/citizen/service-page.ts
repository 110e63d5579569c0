import type { Handlungsgrundlage, LegalBasisView } from '@serviceportal/form-engine';
import { serviceIn } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import type { OfferedService } from '../applications/services.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { sendPage } from './citizen-request.js';
import { feeTableViews } from './fee-tables.js';
import { languageOf } from './language.js';
import { resumable } from './resume.js';
import { serviceWords } from './service-words.js';

export function offeredService(portal: Portal, key: unknown): OfferedService {
  const service = portal.office.services.byKey(String(key));
  if (!service) throw notFound('The service');
  return service;
}

/** `GET /:service`: what the service is, who may apply, what it costs. */
export function servicePage(portal: Portal): RequestHandler {
  return async (request, response) => {
    const service = offeredService(portal, request.params['service']);
    const language = languageOf(request, portal.cookies);
    const { title, summary, lang } = serviceWords(service.package, language);
    const { key } = service.package;
    const description = serviceIn(service.package, language);
    const draft = await resumable(portal, request, service);
    const view = {
      title,
      lang,
      summary,
      description: description.description ?? [],
      audience: description.audience,
      documents: description.documents,
      fee: description.fee,
      feeTables: feeTableViews(service, language),
      deadline: description.deadline ?? null,
      duration: description.duration ?? null,
      procedure: description.procedure ?? [],
      office: description.office ?? null,
      legalBasis: description.legalBasis.map(legalBasisView),
      nextSteps: description.nextSteps,
      draftDays: description.draftDays,
      startAction: `/${key}/antrag`,
      resumeHref: draft && `/antrag/${draft}/uebersicht`,
      preview: service.preview,
    };
    response.set('Cache-Control', 'no-store');
    sendPage(portal, request, response, 'service-page', view, { title, breadcrumb: [] });
  };
}

function legalBasisView({ text, link }: Handlungsgrundlage): LegalBasisView {
  return { text, href: link ?? null };
}
