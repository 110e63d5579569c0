import type { Request, RequestHandler, Response } from 'express';
import type { Portal } from '../portal.js';
import { portalText } from '../texts/portal-text.js';
import { languageOf } from './language.js';
import { sendHtml } from '../security/send-html.js';
import { shellOf } from './shell.js';

/** `GET /status`: asks for reference number and Abrufcode. */
export function statusLookup(portal: Portal): RequestHandler {
  return (request, response) => showLookup(portal, request, response, { reference: '', failed: false });
}

export function showLookup(
  portal: Portal,
  request: Request,
  response: Response,
  { reference, failed }: { readonly reference: string; readonly failed: boolean },
): void {
  const language = languageOf(request, portal.cookies);
  const title = portalText(language, 'statusLookup');
  const view = {
    title,
    intro: portalText(language, 'lookupIntro'),
    referenceLabel: portalText(language, 'lookupReference'),
    codeLabel: portalText(language, 'lookupCode'),
    submitLabel: portalText(language, 'lookupSubmit'),
    reference,
    // Named as the views with mistakes are, so that the page's title says "Fehler".
    errors: failed ? { errors: [{ label: portalText(language, 'lookupFailed'), href: '#vorgangsnummer' }] } : null,
  };
  const shell = shellOf(portal, request, { title, language, csrf: '', personal: true });
  sendHtml(request, response, portal.renderer.otherPage('status-lookup', view, shell));
}
