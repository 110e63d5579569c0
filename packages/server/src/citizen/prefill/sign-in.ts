import { IdentityError } from '@serviceportal/portal-adapter';
import type { Identity } from '@serviceportal/portal-adapter';
import type { Request, RequestHandler, Response } from 'express';
import { changeDraft } from '../../applications/change-draft.js';
import { draftToSign } from '../../applications/co-sign.js';
import type { Content } from '../../applications/content.js';
import { openDraft } from '../../applications/draft.js';
import type { Draft } from '../../applications/draft.js';
import { identityIn } from '../../applications/identity-in.js';
import { openSignIn } from '../../applications/prefill/pending-sign-in.js';
import type { SignInUnderWay } from '../../applications/prefill/pending-sign-in.js';
import { withIdentity } from '../../applications/prefill/with-identity.js';
import type { RunningService } from '../../applications/running-service.js';
import { startApplication } from '../../applications/start.js';
import type { Account } from '../../municipalities/account.js';
import type { Portal } from '../../portal.js';
import { cookieName, cookieOf, dropCookie } from '../../security/cookies.js';
import { notFound } from '../../security/portal-error.js';
import { seeOther } from '../../security/see-other.js';
import { visitOf } from '../../security/visit.js';
import type { DraftKey, VisitSecret } from '../../storage/visit-keys.js';
import { requireDraft } from '../citizen-request.js';
import { coSignerSignedIn, pseudonymOf } from '../co-signer-identity.js';
import { holdDraft } from '../hold-draft.js';
import { languageOf } from '../language.js';
import { gone } from '../posted.js';
import { offeredService } from '../service-page.js';
import { afterStart } from './after-start.js';
import { beginSignIn, signInCookie } from './begin-sign-in.js';
import { showFailure } from './sign-in-failure.js';

/** `GET /:service/konto/anmelden`: to the identity service. Nothing is kept here; the browser carries what is needed on return. */
export function signIn(portal: Portal): RequestHandler {
  return async (request, response) => {
    const service = offeredService(portal, request.params['service']);
    await beginSignIn(portal, request, response, { service, draftId: null, coSigning: false });
  };
}

/** `GET /antrag/:id/konto/anmelden` */
export function signInForDraft(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    await beginSignIn(portal, request, response, { service: draft.service, draftId: draft.id, coSigning: false });
  };
}

/** `GET /anmeldung/zurueck`: back from the identity service, with an answer that nobody has checked yet. */
export function signedIn(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { account, office, cookies } = portal;
    if (!account) throw notFound('The account');
    // The address holds a code; it goes no further.
    response.set('Referrer-Policy', 'no-referrer');
    const underWay = openSignIn(office, cookieOf(request, cookieName(cookies, signInCookie)) ?? '');
    dropCookie(response, cookies, signInCookie);
    const target = underWay && (await targetOf(portal, request, underWay));
    if (!underWay || !target) {
      const nothing = new IdentityError('identity-refused', 'This browser did not ask for a sign-in, or too long ago.');
      return showFailure(portal, request, response, account, nothing, null);
    }
    const query = request.originalUrl.split('?').slice(1).join('?');
    try {
      const identity = await account.connector.finish(underWay.pending, query);
      await goOn(portal, request, response, account, target, identity);
    } catch (error) {
      const { service, begun, coSigning } = target;
      showFailure(portal, request, response, account, error, { service, draftId: begun?.draft.id ?? null, coSigning });
    }
  };
}

/** What the answer of the identity service is for. */
interface Target {
  readonly service: RunningService;
  /** Null: a new application. */
  readonly begun: { readonly visit: VisitSecret; readonly draft: Draft } | null;
  readonly coSigning: boolean;
}

/** A draft goes on with its own version, also of a service that nobody can begin any more. Null: there is neither draft nor service. */
async function targetOf(
  { office, cookies }: Portal,
  request: Request,
  { serviceKey, draftId, coSigning }: SignInUnderWay,
): Promise<Target | null> {
  const visit = visitOf(request, cookies);
  const open = coSigning ? draftToSign : openDraft;
  const draft = draftId !== null && visit ? await open(office, visit, draftId) : null;
  if (visit && draft) return { service: draft.service, begun: { visit, draft }, coSigning };
  const service = coSigning ? null : office.services.byKey(serviceKey);
  return service && { service, begun: null, coSigning };
}

async function goOn(
  portal: Portal,
  request: Request,
  response: Response,
  account: Account,
  { service, begun, coSigning }: Target,
  identity: Identity,
): Promise<void> {
  const { office, cookies } = portal;
  if (begun && coSigning) return coSignerSignedIn(portal, request, response, account, begun, identity);
  const person = service.package.workflow.coSign?.distinctIdentity ? pseudonymOf(identity) : null;
  const fill = (content: Content, id: string, key: DraftKey): Content =>
    withIdentity(office, service, content, identity, account, person === null ? null : identityIn(key, id, person));
  if (begun) {
    const changed = await changeDraft(office, begun.visit, begun.draft, (draft: Draft) => fill(draft.content, draft.id, draft.key));
    if (!changed) throw gone();
    return seeOther(response, `/antrag/${begun.draft.id}/uebersicht`);
  }
  const visit = visitOf(request, cookies) ?? office.random.bytes(32);
  const draft = await startApplication(office, visit, service, languageOf(request, cookies), fill);
  holdDraft(portal, response, visit, draft);
  seeOther(response, afterStart(portal, draft));
}
