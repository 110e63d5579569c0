import { coSignIn, uiText } from '@serviceportal/form-engine';
import type { CheckAnswersView, CoSignInviteView } from '@serviceportal/form-engine';
import type { RequestHandler } from 'express';
import { coSignLink, coSignStateOf, inviteCoSigner } from '../applications/co-sign.js';
import { dayOf } from '../applications/day-of.js';
import type { Draft } from '../applications/draft.js';
import type { Portal } from '../portal.js';
import { notFound } from '../security/portal-error.js';
import { seeOther } from '../security/see-other.js';
import { formContext, requireDraft, sendPage } from './citizen-request.js';
import { longDay } from './local-time.js';
import { ownAddress } from './own-address.js';
import { qrCode } from './qr-code.js';

export const coSignAddress = '/mitzeichnen';

/** What the check page says in place of the button that submits; null: nothing is missing. */
export function coSignNotice(portal: Portal, draft: Draft): CheckAnswersView['coSign'] {
  const { language } = draft.content;
  const demand = coSignIn(draft.service.package, language);
  const state = coSignStateOf(portal.office, draft);
  if (!demand || state === 'signed') return null;
  return {
    text: uiText(language, 'coSign.checkText', { who: demand.who }),
    status: uiText(language, `coSign.state.${state}`),
    href: `/antrag/${draft.id}/mitzeichnung`,
  };
}

const tones = { signed: 'success', missing: 'info' } as const;

/** `GET /antrag/:id/mitzeichnung`: the link for the second person, and how the signature stands. */
export function coSignInvite(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    const { language, coSignature } = draft.content;
    const demand = coSignIn(draft.service.package, language);
    if (!demand) throw notFound('The second signature');
    const context = formContext(portal, draft);
    const state = coSignStateOf(portal.office, draft);
    const secret = await coSignLink(portal.office, draft);
    const address = secret && ownAddress(portal, request, `${coSignAddress}/${secret}`);
    const view: CoSignInviteView = {
      serviceTitle: context.serviceTitle,
      ...demand,
      status: uiText(language, `coSign.state.${state}`),
      tone: state === 'signed' || state === 'missing' ? tones[state] : 'warning',
      reason: state === 'refused' ? (coSignature?.reason ?? '') : '',
      link: address ? { address, qr: qrCode(address) } : null,
      deletedOn: longDay(dayOf(new Date(draft.expiresAt)), language),
      action: `/antrag/${draft.id}/mitzeichnung`,
      checkHref: context.links.check,
      signed: state === 'signed',
    };
    const title = `${uiText(language, 'coSign.title')} – ${context.serviceTitle}`;
    sendPage(portal, request, response, 'co-sign-invite', view, { title, language, personal: true, service: draft.service });
  };
}

/** `POST /antrag/:id/mitzeichnung`: a new link; an older one ends. */
export function makeInvitation(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { draft } = await requireDraft(portal, request);
    if (!draft.service.package.workflow.coSign) throw notFound('The second signature');
    await inviteCoSigner(portal.office, draft);
    seeOther(response, `/antrag/${draft.id}/mitzeichnung`);
  };
}
