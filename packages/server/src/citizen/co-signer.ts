import { answerSections, coSignIn, uiText } from '@serviceportal/form-engine';
import type { CoSignView, Language, Link, TextKey } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { acceptInvitation, coSign, digestOf, draftToSign } from '../applications/co-sign.js';
import type { Draft } from '../applications/draft.js';
import type { Portal } from '../portal.js';
import { PortalError } from '../security/portal-error.js';
import { rememberVisit, visitOf } from '../security/visit.js';
import { formContext, requireVisit, sendPage } from './citizen-request.js';
import { coSignAddress } from './co-sign-invite.js';
import { languageOf } from './language.js';
import { feesOf } from './overview.js';

/** `GET /mitzeichnen/:link`: asks whether to open it here; only the post uses the link up. */
export function askCoSigner(portal: Portal): RequestHandler {
  return (request, response) => {
    response.set('Referrer-Policy', 'no-referrer');
    const language = languageOf(request, portal.cookies);
    const link = encodeURIComponent(String(request.params['link']).slice(0, 60));
    const confirm = {
      action: `${coSignAddress}/${link}`,
      label: uiText(language, 'coSign.open'),
      cancel: { label: uiText(language, 'message.home'), href: '/' },
    };
    showMessage(portal, request, response, language, 'coSign.confirmTitle', 'coSign.confirmText', confirm);
  };
}

/** `POST /mitzeichnen/:link`: binds the link to this browser. */
export function openInvitation(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { office, cookies } = portal;
    const visit = visitOf(request, cookies) ?? office.random.bytes(32);
    const draft = await acceptInvitation(office, visit, String(request.params['link']).slice(0, 60));
    if (!draft) {
      response.status(404);
      return showMessage(portal, request, response, languageOf(request, cookies), 'coSign.linkGone', 'coSign.linkGoneText');
    }
    rememberVisit(response, cookies, visit, 90);
    response.redirect(303, `/mitzeichnung/${draft.id}`);
  };
}

/** `GET /mitzeichnung/:id`: everything that is to be signed. */
export function showToSign(portal: Portal): RequestHandler {
  return async (request, response) => {
    show(portal, request, response, await requireDraftToSign(portal, request));
  };
}

/** `POST /mitzeichnung/:id`: `aktion` is `zustimmen` or `ablehnen`; `stand`: what was shown. */
export function sign(portal: Portal): RequestHandler {
  return async (request, response) => {
    const draft = await requireDraftToSign(portal, request);
    const { language } = draft.content;
    const body = request.body as Record<string, unknown>;
    const text = (name: string, longest: number): string => (typeof body[name] === 'string' ? body[name].trim().slice(0, longest) : '');
    const [name, reason, refused] = [text('name', 200), text('grund', 2000), body['aktion'] === 'ablehnen'];
    const errors = refused ? missing(language, { grund: reason }) : missing(language, { erklaerung: text('erklaerung', 2), name });
    if (errors.length > 0) {
      response.status(422);
      return show(portal, request, response, draft, { name, reason, errors });
    }
    const decision = refused ? ({ outcome: 'refused', name, reason } as const) : ({ outcome: 'given', name, reason: '' } as const);
    const declaration = coSignIn(draft.service.package, language)?.declaration ?? '';
    if (!(await coSign(portal.office, draft, text('stand', 64), decision, declaration))) {
      response.status(409);
      return show(portal, request, response, await requireDraftToSign(portal, request), { name, reason, changed: true });
    }
    if (refused) showMessage(portal, request, response, language, 'coSign.refused', 'coSign.refusedText');
    else showMessage(portal, request, response, language, 'coSign.thanks', 'coSign.thanksText');
  };
}

async function requireDraftToSign(portal: Portal, request: Request): Promise<Draft> {
  const draft = await draftToSign(portal.office, requireVisit(portal, request), String(request.params['id']));
  if (!draft) throw new PortalError('draft-unknown', 404, 'There is nothing to sign under this id for this visit');
  return { ...draft, content: { ...draft.content, language: languageOf(request, portal.cookies) } };
}

const needs = { erklaerung: 'coSign.needDeclaration', name: 'coSign.needName', grund: 'coSign.needReason' } as const;

function missing(language: Language, given: Partial<Record<keyof typeof needs, string>>): Link[] {
  return Object.entries(given).flatMap(([field, value]) =>
    value === '' ? [{ label: uiText(language, needs[field as keyof typeof needs]), href: `#${field}` }] : [],
  );
}

function show(
  portal: Portal,
  request: Request,
  response: Response,
  draft: Draft,
  state: { readonly name?: string; readonly reason?: string; readonly errors?: readonly Link[]; readonly changed?: boolean } = {},
): void {
  const { language } = draft.content;
  const context = formContext(portal, draft);
  const demand = coSignIn(draft.service.package, language);
  const view: CoSignView = {
    serviceTitle: context.serviceTitle,
    who: demand?.who ?? '',
    declaration: demand?.declaration ?? '',
    sections: answerSections(context, { changeHref: () => null, fimIds: false }),
    fees: feesOf(draft.service, context),
    notice: state.changed ? uiText(language, 'coSign.changed') : null,
    action: `/mitzeichnung/${draft.id}`,
    stand: digestOf(portal.office, draft),
    name: state.name ?? '',
    reason: state.reason ?? '',
    errors: state.errors ? { errors: state.errors } : null,
  };
  const title = `${uiText(language, 'coSign.signTitle')} – ${context.serviceTitle}`;
  sendPage(portal, request, response, 'co-sign', view, { title, language, personal: true });
}

function showMessage(
  portal: Portal,
  request: Request,
  response: Response,
  language: Language,
  heading: TextKey,
  text: TextKey,
  confirm: { action: string; label: string; cancel: Link } | null = null,
): void {
  const title = uiText(language, heading);
  const view = { heading: title, paragraphs: [uiText(language, text)], sections: [], links: [], confirm };
  // The way to another language must not carry a link on.
  sendPage(portal, request, response, 'message', view, { title, language, path: '/', personal: true });
}
