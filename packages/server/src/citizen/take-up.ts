import { uiText } from '@serviceportal/form-engine';
import type { TakeUpView } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { takeUpByCode, takeUpByLink } from '../applications/share-draft.js';
import type { Draft } from '../applications/draft.js';
import type { Portal } from '../portal.js';
import { seeOther } from '../security/see-other.js';
import { visitOf } from '../security/visit.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { sendPage } from './citizen-request.js';
import { holdDraft } from './hold-draft.js';
import { languageOf } from './language.js';

export const takeUpAddress = '/weiter';

/** `GET /weiter`: asks for the resume code. */
export function askCode(portal: Portal): RequestHandler {
  return (request, response) => show(portal, request, response, { link: null, failed: false });
}

/**
 * `GET /weiter/:link`: where the QR code leads. Only asks whether to continue here: programs that look at addresses before a
 * person does must not use the link up.
 */
export function askLink(portal: Portal): RequestHandler {
  return (request, response) => {
    // Nowhere else, not even to a page of this portal.
    response.set('Referrer-Policy', 'no-referrer');
    show(portal, request, response, { link: String(request.params['link']).slice(0, 60), failed: false });
  };
}

/** `POST /weiter`: `code` as typed, or `link`. Gives this browser the draft. */
export function takeUp(portal: Portal): RequestHandler {
  return async (request, response) => {
    const body = request.body as Record<string, unknown> | undefined;
    const visit = visitOf(request, portal.cookies) ?? portal.office.random.bytes(32);
    const draft = await taken(portal, visit, body ?? {});
    if (!draft) {
      response.status(422);
      return show(portal, request, response, { link: null, failed: true });
    }
    holdDraft(portal, response, visit, draft);
    seeOther(response, `/antrag/${draft.id}/uebersicht`);
  };
}

function taken({ office }: Portal, visit: VisitSecret, { link, code }: Record<string, unknown>): Promise<Draft | null> {
  if (typeof link === 'string') return takeUpByLink(office, visit, link.slice(0, 60));
  return takeUpByCode(office, visit, typeof code === 'string' ? code.slice(0, 100) : '');
}

function show(
  portal: Portal,
  request: Request,
  response: Response,
  { link, failed }: { readonly link: string | null; readonly failed: boolean },
): void {
  const language = languageOf(request, portal.cookies);
  const view: TakeUpView = {
    action: takeUpAddress,
    link,
    errors: failed ? { errors: [{ label: uiText(language, 'takeUp.failed'), href: '#code' }] } : null,
  };
  // The way to another language must not carry the link on.
  sendPage(portal, request, response, 'take-up', view, {
    title: uiText(language, 'takeUp.title'),
    language,
    path: takeUpAddress,
    personal: true,
    homeHref: '/',
  });
}
