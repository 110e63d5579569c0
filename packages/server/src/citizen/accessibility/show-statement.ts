import type { RequestHandler } from 'express';
import type { Portal } from '../../portal.js';
import { notFound } from '../../security/portal-error.js';
import { portalText } from '../../texts/portal-text.js';
import { sendPage } from '../citizen-request.js';
import { languageOf } from '../language.js';
import { ownText } from '../privacy/show-notice.js';
import { reportAddress } from './report-address.js';
import { accessibilityStatement } from './statement.js';

/** `GET /barrierefreiheit`: the municipality's own statement, or the generated one. Either leads to the report. */
export function showStatement(portal: Portal): RequestHandler {
  return (request, response) => {
    const own = portal.municipality.legal.accessibility;
    if (own && 'url' in own) throw notFound('The text; it stands elsewhere');
    if (own) {
      const links = [{ label: portalText('de', 'accessibility.report'), href: reportAddress }];
      return sendPage(portal, request, response, 'message', { ...ownText(own), links }, { title: own.heading, language: 'de' });
    }
    const view = accessibilityStatement(portal.municipality, languageOf(request, portal.cookies), reportAddress);
    sendPage(portal, request, response, 'notice', view, { title: view.heading.text });
  };
}
