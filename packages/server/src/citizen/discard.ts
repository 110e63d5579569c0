import type { RequestHandler } from 'express';
import { discardDraft } from '../applications/discard.js';
import type { Portal } from '../portal.js';
import { dropCookie } from '../security/cookies.js';
import { portalText } from '../texts/portal-text.js';
import { requireDraft, sendPage } from './citizen-request.js';
import { resumeCookie } from './resume.js';

/** `GET /antrag/:id/verwerfen`: asks whether to delete the draft. */
export function askDiscard(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    const { language } = draft.content;
    const heading = portalText(language, 'discardQuestion');
    const view = {
      heading,
      paragraphs: [portalText(language, 'discardText')],
      sections: [],
      links: [],
      confirm: {
        action: `/antrag/${draft.id}/verwerfen`,
        label: portalText(language, 'discard'),
        cancel: { label: portalText(language, 'discardCancel'), href: `/antrag/${draft.id}/uebersicht` },
      },
    };
    sendPage(portal, request, response, 'message', view, { title: heading, language, personal: true });
  };
}

/** `POST /antrag/:id/verwerfen`: deletes the draft and its files. */
export function discard(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    await discardDraft(portal.office, draft.id);
    dropCookie(response, portal.cookies, resumeCookie(draft.service.package.key));
    const { language } = draft.content;
    const heading = portalText(language, 'discarded');
    const view = {
      heading,
      paragraphs: [portalText(language, 'discardedText')],
      sections: [],
      links: [{ label: portalText(language, 'home'), href: '/' }],
      confirm: null,
    };
    sendPage(portal, request, response, 'message', view, { title: heading, language, personal: true });
  };
}
