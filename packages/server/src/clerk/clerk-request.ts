import type { Link, PageViews } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { shellOf } from '../citizen/shell.js';
import type { ClerkAccount } from '../municipalities/clerk-accounts.js';
import type { Portal } from '../portal.js';
import { formTokens } from '../security/form-token.js';
import type { FormTokens } from '../security/form-token.js';
import { PortalError } from '../security/portal-error.js';
import { seeOther } from '../security/see-other.js';
import { sendHtml } from '../security/send-html.js';
import { sessionSecret, signedIn } from './session.js';

export function clerkTokens(portal: Portal): FormTokens {
  return formTokens((request) => sessionSecret(portal, request));
}

/** Lets only signed-in clerks pass. */
export function clerksOnly(portal: Portal): RequestHandler {
  return async (request, response, next) => {
    const clerk = await signedIn(portal, request);
    if (clerk) {
      response.locals['clerk'] = clerk;
      return next();
    }
    if (request.method === 'GET') return seeOther(response, '/amt/anmelden');
    throw new PortalError('not-signed-in', 403, 'The session has ended');
  };
}

/** The clerk whom `clerksOnly` let pass. */
export function clerkOf(response: Response): ClerkAccount {
  return response.locals['clerk'] as ClerkAccount;
}

/** Sends a page of the clerk's desk. German only. `way`: pages between the inbox and this one. */
export function sendDeskPage<Name extends keyof PageViews>(
  portal: Portal,
  request: Request,
  response: Response,
  name: Name,
  view: PageViews[Name],
  title: string,
  clerk: ClerkAccount | null,
  way: readonly Link[] = [],
): void {
  const shell = shellOf(portal, request, {
    title,
    language: 'de',
    csrf: clerk ? clerkTokens(portal).tokenOf(request) : '',
    personal: true,
    homeHref: '/amt',
    breadcrumb: clerk && name !== 'inbox' ? [{ label: 'Eingang', href: '/amt' }, ...way] : [],
    user: clerk && { name: clerk.name, logoutAction: '/amt/abmelden' },
  });
  sendHtml(request, response, portal.renderer.page(name, view, { ...shell, languages: [] }));
}
