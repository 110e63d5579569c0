import type { Draft } from '../applications/draft.js';
import { evaluateDraft, openDraft } from '../applications/draft.js';
import type { FormContext, Language } from '@serviceportal/form-engine';
import type { Request, Response } from 'express';
import type { Portal } from '../portal.js';
import { PortalError } from '../security/portal-error.js';
import { sendHtml } from '../security/send-html.js';
import { visitOf } from '../security/visit.js';
import type { VisitSecret } from '../storage/visit-keys.js';
import { changingQuery, formLinks } from './form-links.js';
import { languageOf } from './language.js';
import { privacyAddress } from './privacy/address.js';
import { serviceWords } from './service-words.js';
import { shellOf } from './shell.js';
import type { ShellParts } from './shell.js';
import type { PageViews } from '@serviceportal/form-engine';

/** The secret of this browser. @throws PortalError if it has none */
export function requireVisit(portal: Portal, request: Request): VisitSecret {
  const visit = visitOf(request, portal.cookies);
  if (!visit) throw new PortalError('draft-unknown', 404, 'The browser holds no visit secret');
  return visit;
}

/** The draft of the address. @throws PortalError if it does not exist for this browser */
export async function requireDraft(portal: Portal, request: Request): Promise<{ visit: VisitSecret; draft: Draft }> {
  const visit = requireVisit(portal, request);
  const draft = await openDraft(portal.office, visit, String(request.params['id']));
  if (!draft) throw new PortalError('draft-unknown', 404, 'There is no draft with this id for this visit');
  const language = languageOf(request, portal.cookies);
  return { visit, draft: language === draft.content.language ? draft : { ...draft, content: { ...draft.content, language } } };
}

/** What the views of a draft's form are made from. `changing`: the person came from checking the answers. */
export function formContext(portal: Portal, draft: Draft, changing = false): FormContext {
  const { service, content } = draft;
  return {
    form: service.form,
    evaluation: evaluateDraft(portal.office, draft),
    wording: service.wording(content.language),
    prefilled: content.prefilled ?? {},
    serviceTitle: serviceWords(service.package, content.language).title,
    links: formLinks(draft.id, service.package.key, privacyAddress(portal, service.package), changing),
    changing,
  };
}

export const isChanging = (request: Request): boolean => request.query[changingQuery] !== undefined;

/** Sends a citizen's page. */
export function sendPage<Name extends keyof PageViews>(
  portal: Portal,
  request: Request,
  response: Response,
  name: Name,
  view: PageViews[Name],
  parts: Omit<ShellParts, 'language' | 'csrf'> & { readonly language?: Language },
): void {
  const language = parts.language ?? languageOf(request, portal.cookies);
  const csrf = portal.formTokens.tokenOf(request);
  sendHtml(request, response, portal.renderer.page(name, view, shellOf(portal, request, { ...parts, language, csrf })));
}
