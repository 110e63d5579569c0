import { personFields, uiText } from '@serviceportal/form-engine';
import type { AccountView } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import type { RunningService } from '../../applications/running-service.js';
import type { Portal } from '../../portal.js';
import { notFound } from '../../security/portal-error.js';
import { requireDraft, sendPage } from '../citizen-request.js';
import { languageOf } from '../language.js';
import { offeredService } from '../service-page.js';
import { serviceWords } from '../service-words.js';
import { accountAddress, accountBack, demandText, offersAccount } from './account-offer.js';
import { questionLabel } from './question-label.js';

/** `GET /:service/konto`: what is asked for at the account, before one goes there. */
export function showAccount(portal: Portal): RequestHandler {
  return (request, response) => {
    const service = offeredService(portal, request.params['service']);
    show(portal, request, response, service, { base: accountAddress(service.package.key), draftId: null });
  };
}

/** `GET /antrag/:id/konto`: the same for an application that was begun without. */
export function showDraftAccount(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    show(portal, request, response, draft.service, { base: `/antrag/${draft.id}/konto`, draftId: draft.id });
  };
}

function show(
  portal: Portal,
  request: Request,
  response: Response,
  service: RunningService,
  { base, draftId }: { readonly base: string; readonly draftId: string | null },
): void {
  const { account } = portal;
  if (!account || !offersAccount(portal, service)) throw notFound('The account');
  const language = languageOf(request, portal.cookies);
  const wording = service.wording(language);
  const { title } = serviceWords(service.package, language);
  const demanded = demandText(portal, service, language);
  const { key } = service.package;
  const view: AccountView = {
    continueHref: `${base}/anmelden`,
    back: accountBack(key, draftId, language),
    serviceTitle: title,
    name: account.name,
    asked: [...new Set(personFields(service.form).map(({ position }) => questionLabel(position, wording)))],
    demanded,
    startAction: demanded === null && draftId === null ? `/${key}/antrag` : null,
  };
  sendPage(portal, request, response, 'account', view, {
    title: `${uiText(language, 'account.title')} – ${title}`,
    language,
    personal: true,
    service,
    breadcrumb: [{ label: title, href: `/${key}` }],
  });
}
