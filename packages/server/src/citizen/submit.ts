import { checkAnswersView, uiText } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { openDraft } from '../applications/draft.js';
import { submitApplication } from '../applications/submit.js';
import type { Portal } from '../portal.js';
import { dropCookie } from '../security/cookies.js';
import { PortalError } from '../security/portal-error.js';
import { formContext, requireVisit, sendPage } from './citizen-request.js';
import { languageOf } from './language.js';
import { feesOf } from './overview.js';
import { resumeCookie } from './resume.js';

/** `POST /antrag/:id/absenden`: once or twice, it is one application. An incomplete one is shown again with what is missing. */
export function submit(portal: Portal): RequestHandler {
  return async (request, response) => {
    const visit = requireVisit(portal, request);
    const id = String(request.params['id']);
    const submission = await submitApplication(portal.office, visit, id);
    if (submission.kind === 'submitted') {
      dropCookie(response, portal.cookies, resumeCookie(submission.application.package_key));
      return response.redirect(303, `/antrag/${id}/fertig`);
    }
    if (submission.kind === 'unsigned') return response.redirect(303, `/antrag/${id}/mitzeichnung`);
    const draft = submission.kind === 'incomplete' ? await openDraft(portal.office, visit, id) : null;
    if (!draft) throw new PortalError('draft-unknown', 404, 'There is nothing to submit under this id for this visit');
    const language = languageOf(request, portal.cookies);
    const context = formContext(portal, { ...draft, content: { ...draft.content, language } });
    response.status(422);
    sendPage(portal, request, response, 'check-answers', checkAnswersView(context, feesOf(draft.service, context)), {
      title: `${uiText(language, 'check.title')} – ${context.serviceTitle}`,
      language,
      path: context.links.check,
      personal: true,
    });
  };
}
