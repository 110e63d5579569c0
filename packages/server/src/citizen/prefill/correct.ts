import { lockedNames, uiText } from '@serviceportal/form-engine';
import type { Prefilled } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { changeDraft } from '../../applications/change-draft.js';
import type { Draft } from '../../applications/draft.js';
import type { Portal } from '../../portal.js';
import { seeOther } from '../../security/see-other.js';
import { requireDraft, sendPage } from '../citizen-request.js';
import { contactText } from '../contact.js';
import { gone } from '../posted.js';
import { serviceWords } from '../service-words.js';

/** `GET /antrag/:id/geprueft`: why verified answers cannot be changed, and what to do if one is wrong. */
export function showCorrect(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    const { service, content } = draft;
    const { language } = content;
    if (lockedNames(content.prefilled).size === 0) return seeOther(response, `/antrag/${draft.id}/uebersicht`);
    const demanded = service.package.workflow.identify?.required === true;
    const back = { label: uiText(language, 'correct.back'), href: `/antrag/${draft.id}/uebersicht` };
    const title = serviceWords(service.package, language).title;
    const contact = contactText(portal.municipality.configuration);
    const view = {
      heading: uiText(language, 'correct.title'),
      paragraphs: [
        uiText(language, 'correct.text', { name: content.signedIn?.name ?? '' }),
        ...(demanded ? [uiText(language, 'correct.demandedText'), contact] : [uiText(language, 'correct.unlockText')]),
      ],
      sections: [],
      links: demanded ? [back] : [],
      confirm: demanded ? null : { action: `/antrag/${draft.id}/geprueft`, label: uiText(language, 'correct.unlock'), cancel: back },
    };
    sendPage(portal, request, response, 'message', view, {
      title: `${view.heading} – ${title}`,
      language,
      personal: true,
      breadcrumb: [{ label: title, href: `/${service.package.key}` }],
    });
  };
}

/** `POST /antrag/:id/geprueft`: the answers are the person's own again, and no longer verified. */
export function unlock(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { visit, draft } = await requireDraft(portal, request);
    if (draft.service.package.workflow.identify?.required) return seeOther(response, `/antrag/${draft.id}/geprueft`);
    const changed = await changeDraft(portal.office, visit, draft, ({ content }: Draft) => ({
      ...content,
      prefilled: unlocked(content.prefilled ?? {}),
    }));
    if (!changed) throw gone();
    seeOther(response, `/antrag/${draft.id}/uebersicht`);
  };
}

const unlocked = (prefilled: Prefilled): Prefilled =>
  Object.fromEntries(
    Object.entries(prefilled).map(([name, mark]) => [name, { ...mark, source: { ...mark.source, locked: false, level: null } }]),
  );
