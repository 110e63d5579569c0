import type { Handlungsgrundlage, Language, LegalBasisView } from '@serviceportal/form-engine';
import { serviceIn, uiText } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import type { RunningService } from '../applications/running-service.js';
import type { OfferedService } from '../applications/services.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { sendPage } from './citizen-request.js';
import { feeTableViews } from './fee-tables.js';
import { languageOf } from './language.js';
import { accountOffer } from './prefill/account-offer.js';
import { privacyAddress } from './privacy/address.js';
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
    const account = accountOffer(portal, service, language);
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
      startAction: account?.demanded ? null : `/${key}/antrag`,
      account,
      resumeHref: draft && `/antrag/${draft}/uebersicht`,
      coverage: coverageText(service, language),
      privacyHref: privacyAddress(portal, service.package),
      preview: service.preview,
    };
    response.set('Cache-Control', 'no-store');
    sendPage(portal, request, response, 'service-page', view, { title, breadcrumb: [], service });
  };
}

function legalBasisView({ text, link }: Handlungsgrundlage): LegalBasisView {
  return { text, href: link ?? null };
}

/** How much of the service is in the page's language; null: everything is. */
function coverageText(service: RunningService, language: Language): string | null {
  const own = service.coverage().find((one) => one.language === language);
  if (!own || own.texts.there === own.texts.total) return null;
  return uiText(language, 'service.coverage', { there: own.texts.there, total: own.texts.total });
}
