import { answerSections, coSignIn, declarationsIn, uiText } from '@serviceportal/form-engine';
import type { CoSignView, ElementText, Language, Link, ServicePackage, TextKey } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { acceptInvitation, coSign, digestOf, identifiedCoSigner } from '../applications/co-sign.js';
import type { Draft } from '../applications/draft.js';
import type { Portal } from '../portal.js';
import { seeOther } from '../security/see-other.js';
import { rememberVisit, visitOf } from '../security/visit.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { formContext, sendPage } from './citizen-request.js';
import { coSignAddress } from './co-sign-invite.js';
import { requireDraftToSign } from './draft-to-sign.js';
import { visitDaysOf } from './hold-draft.js';
import { languageOf } from './language.js';
import { mistakesByInput } from './mistakes-by-input.js';
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
    rememberVisit(response, cookies, visit, visitDaysOf(draft.service.package));
    seeOther(response, `/mitzeichnung/${draft.id}`);
  };
}

/** `GET /mitzeichnung/:id`: everything that is to be signed. */
export function showToSign(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { visit, draft } = await requireDraftToSign(portal, request);
    show(portal, request, response, visit, draft);
  };
}

/** `POST /mitzeichnung/:id`: `aktion` is `zustimmen` or `ablehnen`; `stand`: what was shown. */
export function sign(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { visit, draft } = await requireDraftToSign(portal, request);
    const { language } = draft.content;
    const coSigner = identifiedCoSigner(portal.office, visit, draft);
    const body = request.body as Record<string, unknown>;
    const text = (name: string, longest: number): string => (typeof body[name] === 'string' ? body[name].trim().slice(0, longest) : '');
    const [name, reason, refused] = [text('name', 200), text('grund', 2000), body['aktion'] === 'ablehnen'];
    // Signed in too long ago, or never: the page asks for it. Refusing is free to everybody who was invited.
    if (!refused && !coSigner && demandsIdentity(draft)) return show(portal, request, response.status(422), visit, draft, { name });
    const errors = refused ? missing(language, { grund: reason }) : missing(language, { erklaerung: text('erklaerung', 2), name });
    if (errors.length > 0) {
      response.status(422);
      return show(portal, request, response, visit, draft, { name, reason, errors });
    }
    const decision = refused ? ({ outcome: 'refused', name, reason } as const) : ({ outcome: 'given', name, reason: '' } as const);
    const declaration = coSignIn(draft.service.package, language)?.declaration ?? '';
    if (!(await coSign(portal.office, draft, text('stand', 64), decision, declaration, coSigner))) {
      response.status(409);
      const { draft: now } = await requireDraftToSign(portal, request);
      return show(portal, request, response, visit, now, { name, reason, changed: true });
    }
    if (refused) showMessage(portal, request, response, language, 'coSign.refused', 'coSign.refusedText');
    else showMessage(portal, request, response, language, 'coSign.thanks', 'coSign.thanksText');
  };
}

const demandsIdentity = ({ service }: Draft): boolean => service.package.workflow.coSign?.distinctIdentity === true;

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
  visit: VisitSecret,
  draft: Draft,
  state: { readonly name?: string; readonly reason?: string; readonly errors?: readonly Link[]; readonly changed?: boolean } = {},
): void {
  const { language } = draft.content;
  const context = formContext(portal, draft);
  const demand = coSignIn(draft.service.package, language);
  const { account } = portal;
  const coSigner = identifiedCoSigner(portal.office, visit, draft);
  const view: CoSignView = {
    serviceTitle: context.serviceTitle,
    who: demand?.who ?? '',
    declaration: demand?.declaration ?? '',
    sections: answerSections(context, { changeHref: () => null, fimIds: false }),
    declarations: declaredByOther(draft.service.package, language),
    fees: feesOf(draft.service, context),
    notice: state.changed ? uiText(language, 'coSign.changed') : null,
    action: `/mitzeichnung/${draft.id}`,
    stand: digestOf(portal.office, draft),
    name: state.name ?? '',
    reason: state.reason ?? '',
    signIn: account && !coSigner && demandsIdentity(draft) ? { name: account.name, href: `/mitzeichnung/${draft.id}/anmelden` } : null,
    signedIn: coSigner?.name ?? null,
    errors: state.errors ? { errors: state.errors } : null,
    mistakes: mistakesByInput(state.errors ?? []),
  };
  const title = `${uiText(language, 'coSign.signTitle')} – ${context.serviceTitle}`;
  sendPage(portal, request, response, 'co-sign', view, { title, language, personal: true, service: draft.service });
}

/** Without consents: they are the first person's own. */
function declaredByOther(pkg: ServicePackage, language: Language): ElementText[] {
  return declarationsIn(pkg, language).flatMap(({ kind, required, text, language: words }) =>
    kind === 'consent'
      ? []
      : [{ text: required ? text : `${text} ${uiText(language, 'form.optional')}`, lang: words === language ? null : words }],
  );
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
