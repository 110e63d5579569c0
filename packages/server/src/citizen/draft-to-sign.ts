import type { Request } from 'express';
import { draftToSign } from '../applications/co-sign.js';
import type { Draft } from '../applications/draft.js';
import type { Portal } from '../portal.js';
import { PortalError } from '../security/portal-error.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { requireVisit } from './citizen-request.js';
import { languageOf } from './language.js';

/** The draft that this browser is asked to sign. @throws PortalError if there is none */
export async function requireDraftToSign(
  portal: Portal,
  request: Request,
): Promise<{ readonly visit: VisitSecret; readonly draft: Draft }> {
  const visit = requireVisit(portal, request);
  const draft = await draftToSign(portal.office, visit, String(request.params['id']));
  if (!draft) throw new PortalError('draft-unknown', 404, 'There is nothing to sign under this id for this visit');
  return { visit, draft: { ...draft, content: { ...draft.content, language: languageOf(request, portal.cookies) } } };
}
