import { uiText } from '@serviceportal/form-engine';
import type { Language, Link, MessageView } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { linkOffers, readLink } from '../../applications/prefill/prefill-link.js';
import type { ReadLink } from '../../applications/prefill/prefill-link.js';
import { withPrefilled } from '../../applications/prefill/with-prefilled.js';
import { dayOf } from '../../applications/day-of.js';
import { startApplication } from '../../applications/start.js';
import type { OfferedService } from '../../applications/services.js';
import type { Portal } from '../../portal.js';
import { seeOther } from '../../security/see-other.js';
import { visitOf } from '../../security/visit.js';
import { sendPage } from '../citizen-request.js';
import { holdDraft } from '../hold-draft.js';
import { languageOf } from '../language.js';
import { longDay } from '../local-time.js';
import { serviceWords } from '../service-words.js';
import { afterStart } from './after-start.js';

export const prefillLinkAddress = '/vorausgefuellt';

type Opened = Exclude<ReadLink, { kind: 'invalid' }> & { readonly service: OfferedService };

/** `GET /vorausgefuellt/:link`: from whom it is and for what. Shows nothing of what it holds, and starts nothing. */
export function showLink(portal: Portal): RequestHandler {
  return async (request, response) => {
    const opened = await open(portal, request);
    const language = languageOf(request, portal.cookies);
    if (opened?.kind !== 'valid') return refuse(portal, request, response, opened, language);
    const service = serviceWords(opened.service.package, language).title;
    const heading = uiText(language, 'prefill.linkTitle');
    send(portal, request, response, language, {
      heading,
      paragraphs: [uiText(language, 'prefill.linkText', { name: opened.issuer.name, service }), uiText(language, 'prefill.linkDevice')],
      confirm: {
        action: `${prefillLinkAddress}/${encodeURIComponent(String(request.params['link']))}`,
        label: uiText(language, 'prefill.linkStart'),
        cancel: { label: uiText(language, 'message.home'), href: '/' },
      },
    });
  };
}

/** `POST /vorausgefuellt/:link`: starts the application with what the link holds. */
export function startByLink(portal: Portal): RequestHandler {
  return async (request, response) => {
    const { office, cookies } = portal;
    const opened = await open(portal, request);
    const language = languageOf(request, cookies);
    if (opened?.kind !== 'valid') return refuse(portal, request, response, opened, language);
    const { service, issuer, values } = opened;
    const source = { kind: 'link', name: issuer.name, level: null, locked: false } as const;
    const offers = linkOffers(service, values).map((offer) => ({ ...offer, source }));
    const visit = visitOf(request, cookies) ?? office.random.bytes(32);
    const draft = await startApplication(office, visit, service, language, (empty) => withPrefilled(office, service, empty, offers));
    holdDraft(portal, response, visit, draft);
    seeOther(response, afterStart(portal, draft));
  };
}

/** Null: not ours, or for a service that is not offered. */
async function open({ office, linkIssuers, municipality }: Portal, request: Request): Promise<Opened | null> {
  const token = String(request.params['link']);
  const read = await readLink(linkIssuers, municipality.configuration.ars, token, office.clock.now());
  const service = read.kind === 'invalid' ? null : office.services.byKey(read.serviceKey);
  return read.kind === 'invalid' || !service ? null : { ...read, service };
}

function refuse(portal: Portal, request: Request, response: Response, opened: Opened | null, language: Language): void {
  const all: Link = { label: uiText(language, 'prefill.linkServices'), href: '/' };
  response.status(opened ? 410 : 404);
  if (opened?.kind !== 'expired') {
    const paragraphs = [uiText(language, 'prefill.linkInvalidText')];
    return send(portal, request, response, language, { heading: uiText(language, 'prefill.linkInvalid'), paragraphs, links: [all] });
  }
  const { issuer, service, expiredAt } = opened;
  const day = longDay(dayOf(expiredAt), language);
  const title = serviceWords(service.package, language).title;
  const without = { label: uiText(language, 'prefill.linkWithout', { service: title }), href: `/${service.package.key}` };
  send(portal, request, response, language, {
    heading: uiText(language, 'prefill.linkExpired'),
    paragraphs: [uiText(language, 'prefill.linkExpiredText', { day, name: issuer.name })],
    links: [without, all],
  });
}

function send(
  portal: Portal,
  request: Request,
  response: Response,
  language: Language,
  view: Pick<MessageView, 'heading' | 'paragraphs'> & Partial<MessageView>,
): void {
  response.set('Referrer-Policy', 'no-referrer');
  const full: MessageView = { sections: [], links: [], confirm: null, ...view };
  // The way to another language must not carry the link on.
  sendPage(portal, request, response, 'message', full, { title: view.heading, language, path: '/', personal: true });
}
