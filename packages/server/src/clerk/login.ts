import { uiText } from '@serviceportal/form-engine';
import type { Request, RequestHandler, Response } from 'express';
import { demonstrationAccounts } from '../municipalities/clerk-accounts.js';
import type { Portal } from '../portal.js';
import { networkOf } from '../security/network.js';
import { seeOther } from '../security/see-other.js';
import { portalText } from '../texts/portal-text.js';
import { sendDeskPage } from './clerk-request.js';
import { tryLogin } from './login-attempt.js';
import { beginSession, endSession, signedIn } from './session.js';

/** `GET /amt/anmelden` */
export function loginPage(portal: Portal): RequestHandler {
  return async (request, response) => {
    if (await signedIn(portal, request)) return seeOther(response, '/amt');
    const error = portal.municipality.clerks.any ? null : portalText('de', 'clerkNone');
    showLogin(portal, request, response, '', error);
  };
}

/** `POST /amt/anmelden` */
export function login(portal: Portal): RequestHandler {
  return async (request, response) => {
    const body = request.body as Record<string, unknown> | undefined;
    const [username, password] = [body?.['username'], body?.['password']].map((value) => (typeof value === 'string' ? value : ''));
    const name = (username ?? '').trim().toLowerCase().slice(0, 60);
    const attempt = await tryLogin(portal, name, (password ?? '').slice(0, 200), networkOf(request));
    if (attempt.kind === 'signed-in') {
      await endSession(portal, request, response);
      await beginSession(portal, response, attempt.account);
      return seeOther(response, '/amt');
    }
    response.status(attempt.kind === 'wait' ? 429 : 422);
    const seconds = attempt.kind === 'wait' ? attempt.seconds : 0;
    showLogin(portal, request, response, name, portalText('de', seconds > 0 ? 'clerkWait' : 'clerkUnknown', { seconds }));
  };
}

/** `POST /amt/abmelden` */
export function logout(portal: Portal): RequestHandler {
  return async (request, response) => {
    await endSession(portal, request, response);
    seeOther(response, '/amt/anmelden');
  };
}

function showLogin(portal: Portal, request: Request, response: Response, username: string, error: string | null): void {
  const accounts = portal.municipality.configuration.demonstration ? demonstrationAccounts : [];
  const view = {
    action: '/amt/anmelden',
    username,
    error,
    demonstrationAccounts: accounts.map((account) => ({ username: account.username, password: account.password, role: account.name })),
  };
  sendDeskPage(portal, request, response, 'login', view, uiText('de', 'login.title'), null);
}
