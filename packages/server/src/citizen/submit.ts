import { languages, uiText } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { openDraft } from '../applications/draft.js';
import { submitApplication } from '../applications/submit.js';
import type { Declaring } from '../applications/submit.js';
import type { Portal } from '../portal.js';
import { dropCookie, setCookie } from '../security/cookies.js';
import { PortalError } from '../security/portal-error.js';
import { seeOther } from '../security/see-other.js';
import { requireVisit } from './citizen-request.js';
import { formFields } from './form-fields.js';
import { languageOf } from './language.js';
import { showCheck } from './overview.js';
import { submittedCookie } from './prefill/earlier.js';
import { resumeCookie } from './resume.js';

/**
 * `POST /antrag/:id/absenden`: once or twice, it is one application. What is incomplete, not declared or has changed since it was
 * shown is shown again, with what is missing.
 */
export function submit(portal: Portal): RequestHandler {
  return async (request, response) => {
    const visit = requireVisit(portal, request);
    const id = String(request.params['id']);
    const declaring = declaringOf(request.body);
    const submission = await submitApplication(portal.office, visit, id, declaring);
    if (submission.kind === 'submitted') {
      dropCookie(response, portal.cookies, resumeCookie(submission.application.package_key));
      // Until the browser is closed: the next application may take over what this one says about the person.
      setCookie(response, portal.cookies, submittedCookie, id, {});
      return seeOther(response, `/antrag/${id}/fertig`);
    }
    if (submission.kind === 'unidentified') return seeOther(response, `/antrag/${id}/konto`);
    if (submission.kind === 'unsigned') return seeOther(response, `/antrag/${id}/mitzeichnung`);
    const draft = submission.kind === 'unknown' ? null : await openDraft(portal.office, visit, id);
    if (!draft) throw new PortalError('draft-unknown', 404, 'There is nothing to submit under this id for this visit');
    const language = languageOf(request, portal.cookies);
    const shown = { ...draft, content: { ...draft.content, language } };
    response.status(submission.kind === 'changed' ? 409 : 422);
    // Ticks under other answers would not be declared: they are asked for again.
    if (submission.kind === 'changed') {
      return showCheck(portal, request, response, shown, { notice: uiText(language, 'declarations.changed') });
    }
    const missing = submission.kind === 'undeclared' ? submission.missing : [];
    showCheck(portal, request, response, shown, { given: declaring.given, missing });
  };
}

function declaringOf(body: unknown): Declaring {
  const { erklaerung = [], sprache, stand } = formFields(body);
  return {
    given: [erklaerung].flat(),
    language: languages.find((known) => known === sprache) ?? null,
    stand: typeof stand === 'string' ? stand : '',
  };
}
