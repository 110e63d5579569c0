import type { RequestHandler } from 'express';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { sendPage } from './citizen-request.js';
import { ownText } from './privacy/show-notice.js';

/** `GET /impressum`. German: it is a legal text. */
export function imprint(portal: Portal): RequestHandler {
  return (request, response) => {
    const text = portal.municipality.legal.imprint;
    if ('url' in text) throw notFound('The text; it stands elsewhere');
    sendPage(portal, request, response, 'message', ownText(text), { title: text.heading, language: 'de' });
  };
}
