import type { RequestHandler } from 'express';
import type { LegalPage } from '../municipalities/municipality.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { sendPage } from './citizen-request.js';

/** Imprint, privacy, accessibility. German: they are legal texts. */
export function legal(portal: Portal, page: LegalPage): RequestHandler {
  return (request, response) => {
    const text = portal.municipality.legal[page];
    if ('url' in text) throw notFound('The text; it stands elsewhere');
    const view = { heading: text.heading, paragraphs: text.paragraphs, sections: text.sections, links: [], confirm: null };
    sendPage(portal, request, response, 'message', view, { title: text.heading, language: 'de' });
  };
}
