import { errorPage } from '@serviceportal/form-engine';
import type { ErrorPageKind } from '@serviceportal/form-engine';
import type { ErrorRequestHandler } from 'express';
import { languageOf } from '../citizen/language.js';
import { shellOf } from '../citizen/shell.js';
import type { Portal } from '../portal.js';
import { portalText } from '../texts/portal-text.js';
import { PortalError } from './portal-error.js';
import type { PortalErrorCode } from './portal-error.js';
import { sendHtml } from './send-html.js';

const kinds: Readonly<Record<PortalErrorCode, ErrorPageKind>> = {
  'draft-too-large': 'tooMuch',
  'draft-unknown': 'expired',
  'form-expired': 'forbidden',
  'foreign-origin': 'forbidden',
  'not-found': 'notFound',
  'not-signed-in': 'forbidden',
  'request-unreadable': 'unreadable',
  'too-large': 'tooLarge',
  'too-many-files': 'tooMuch',
  'too-many-requests': 'tooMany',
  'unexpected-error': 'broken',
};

/** Every error becomes a page in the citizen's language, with a number that the log knows too. Never a stack. */
export function errorPages(portal: Portal): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const found = asPortalError(error);
    const id = String(response.locals['requestId'] ?? '');
    if (found.status >= 500) portal.log.error({ id, err: error }, 'request failed');
    else portal.log.info({ id, code: found.code }, 'request refused');
    if (response.headersSent) return next(error);
    const language = languageOf(request, portal.cookies);
    const view = errorPage(kinds[found.code], language, request.path.startsWith('/amt') ? '/amt' : '/');
    const number = found.status >= 500 || found.status === 403 ? [portalText(language, 'errorNumber', { number: id })] : [];
    const shell = shellOf(portal, request, { title: view.heading, language, csrf: '', personal: true });
    response.status(found.status).set('Cache-Control', 'no-store');
    const whole = { ...view, paragraphs: [...view.paragraphs, ...number] };
    // The address that failed is not one to switch the language on.
    sendHtml(request, response, portal.renderer.page('message', whole, { ...shell, languages: [] }));
  };
}

function asPortalError(error: unknown): PortalError {
  if (error instanceof PortalError) return error;
  // Express and its body parsers say what is the client's fault by a status below 500.
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status === 413) return new PortalError('too-large', 413, 'The body is too large', { cause: error });
  if (status >= 400 && status < 500) return new PortalError('request-unreadable', status, 'The request cannot be read', { cause: error });
  return new PortalError('unexpected-error', 500, 'Unexpected error', { cause: error });
}
