import type { RequestHandler } from 'express';
import type { Portal } from '../portal.js';
import { cookieNames, dropCookie } from '../security/cookies.js';
import { forgetVisit } from '../security/visit.js';
import { portalText } from '../texts/portal-text.js';
import { forgetLookUp } from './case-by-code.js';
import { sendPage } from './citizen-request.js';
import { languageOf } from './language.js';
import { isResumeCookie } from './resume.js';

export const forgetAddress = '/vergessen';

/** `POST /vergessen`: takes the keys to drafts and applications out of this browser, for devices that others use, too. */
export function forgetDevice(portal: Portal): RequestHandler {
  return (request, response) => {
    forgetVisit(response, portal.cookies);
    forgetLookUp(response, portal.cookies);
    for (const name of cookieNames(request, portal.cookies)) if (isResumeCookie(name)) dropCookie(response, portal.cookies, name);
    const language = languageOf(request, portal.cookies);
    const heading = portalText(language, 'forgotten');
    const links = [
      { label: portalText(language, 'statusLookup'), href: '/status' },
      { label: portalText(language, 'home'), href: '/' },
    ];
    const view = { heading, paragraphs: [portalText(language, 'forgottenText')], sections: [], links, confirm: null };
    sendPage(portal, request, response, 'message', view, { title: heading, language, path: '/', personal: true });
  };
}
