import { checkAnswersView, computeFees, declarationsView, overviewView, uiText } from '@serviceportal/form-engine';
import type { CheckAnswersView, FormContext } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { digestOf } from '../applications/co-sign.js';
import type { Draft } from '../applications/draft.js';
import type { RunningService } from '../applications/running-service.js';
import type { Portal } from '../portal.js';
import { portalText } from '../texts/portal-text.js';
import { formContext, requireDraft, sendPage } from './citizen-request.js';
import { coSignNotice } from './co-sign-invite.js';
import { amountText } from './fee-tables.js';

/** `GET /antrag/:id/uebersicht`: the steps of the form, and which are done. */
export function overview(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    const context = formContext(portal, draft);
    const { language } = context.wording;
    const later = { label: uiText(language, 'later.title'), href: `/antrag/${draft.id}/spaeter` };
    const discard = { label: portalText(language, 'discard'), href: `/antrag/${draft.id}/verwerfen` };
    sendPage(portal, request, response, 'overview', overviewView(context, discard, later), {
      title: `${uiText(language, 'overview.title')} – ${context.serviceTitle}`,
      language,
      personal: true,
      service: draft.service,
      breadcrumb: [{ label: context.serviceTitle, href: context.links.before }],
    });
  };
}

/** `GET /antrag/:id/pruefen`: all answers before they are sent. */
export function checkAnswers(portal: Portal): RequestHandler {
  return async (request, response) => showCheck(portal, request, response, (await requireDraft(portal, request)).draft);
}

/** What was ticked before the page is shown again, and why it is. */
interface CheckState {
  readonly given?: readonly string[];
  readonly missing?: readonly string[];
  readonly notice?: string;
}

/** Shows all answers and what has to be declared, after a post that did not submit with what is missing. */
export function showCheck(
  portal: Portal,
  request: Request,
  response: Response,
  draft: Draft,
  { given = [], missing = [], notice }: CheckState = {},
): void {
  const context = formContext(portal, draft);
  const { language } = context.wording;
  const { package: pkg } = draft.service;
  const declares = pkg.workflow.declarations !== undefined;
  const view: CheckAnswersView = {
    ...checkAnswersView(context, feesOf(draft.service, context), coSignNotice(portal, draft)),
    ...(declares && declarationsView(pkg, language, { given, missing, stand: digestOf(portal.office, draft) })),
    notice: notice ?? null,
  };
  sendPage(portal, request, response, 'check-answers', view, {
    title: `${uiText(language, 'check.title')} – ${context.serviceTitle}`,
    language,
    path: context.links.check,
    personal: true,
    service: draft.service,
    breadcrumb: [{ label: context.serviceTitle, href: context.links.before }],
  });
}

/** What the application costs by its answers so far. */
export function feesOf(
  service: RunningService,
  { evaluation, wording }: Pick<FormContext, 'evaluation' | 'wording'>,
): CheckAnswersView['fees'] {
  const texts = service.package.texts[wording.language] ?? {};
  return computeFees(service.package.fees, service.form, evaluation).map((fee) => ({
    label: texts[`fee.${fee.key}`] ?? fee.label,
    amount: `${amountText(fee.total)} ${portalText(wording.language, `period.${fee.period}`)}`,
  }));
}
