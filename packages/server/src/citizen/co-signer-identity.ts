import { uiText } from '@serviceportal/form-engine';
import { IdentityError } from '@serviceportal/portal-adapter';
import type { Identity } from '@serviceportal/portal-adapter';
import type { Request, RequestHandler, Response } from 'express';
import { identifyCoSigner } from '../applications/co-sign.js';
import type { Draft } from '../applications/draft.js';
import type { Account } from '../municipalities/account.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { seeOther } from '../security/see-other.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { sendPage } from './citizen-request.js';
import { requireDraftToSign } from './draft-to-sign.js';
import { languageOf } from './language.js';
import { gone } from './posted.js';
import { beginSignIn } from './prefill/begin-sign-in.js';
import { waysOn } from './prefill/sign-in-failure.js';

/** `GET /mitzeichnung/:id/anmelden`: the second person proves who they are. */
export function signInToSign(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraftToSign(portal, request);
    if (!draft.service.package.workflow.coSign?.distinctIdentity) throw notFound('The account');
    await beginSignIn(portal, request, response, { service: draft.service, draftId: draft.id, coSigning: true });
  };
}

/** Two people are told apart by it. @throws IdentityError where the identity service does not say who somebody is */
export function pseudonymOf({ pseudonym }: Identity): string {
  if (pseudonym === null) throw new IdentityError('identity-refused', 'The identity service says of nobody who it is.');
  return pseudonym;
}

/** Back from the identity service: on to signing, unless it is who applies. */
export async function coSignerSignedIn(
  portal: Portal,
  request: Request,
  response: Response,
  { name }: Account,
  { visit, draft }: { readonly visit: VisitSecret; readonly draft: Draft },
  identity: Identity,
): Promise<void> {
  const person = { pseudonym: pseudonymOf(identity), name, level: identity.level };
  const outcome = await identifyCoSigner(portal.office, visit, draft.id, person);
  if (outcome === 'gone') throw gone();
  if (outcome === 'kept') return seeOther(response, `/mitzeichnung/${draft.id}`);
  const language = languageOf(request, portal.cookies);
  const { again, back } = waysOn({ service: draft.service, draftId: draft.id, coSigning: true }, language);
  const title = uiText(language, 'account.failed');
  const view = {
    heading: title,
    paragraphs: [uiText(language, 'coSign.samePerson', { name })],
    sections: [],
    links: [...again, back],
    confirm: null,
  };
  response.status(422);
  // The way to another language must not carry the code on.
  sendPage(portal, request, response, 'message', view, { title, language, path: back.href, personal: true });
}
