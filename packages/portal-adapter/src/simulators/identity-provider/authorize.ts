import express, { Router } from 'express';
import type { Request, Response } from 'express';
import type { IdentityBehaviour } from './behaviour.js';
import type { RegisteredClient } from './clients.js';
import type { AuthorizationRequest, Logins } from './logins.js';
import { identityPage } from './pages.js';
import type { DemonstrationPerson } from './persons.js';

export interface AuthorizeParts {
  readonly issuer: () => string;
  readonly clients: readonly RegisteredClient[];
  readonly logins: Logins;
  readonly persons: readonly DemonstrationPerson[];
  readonly behaviour: () => IdentityBehaviour;
}

/** What people see: who signs in. The answer goes back in the address (RFC 6749, section 4.1; `iss`: RFC 9207). */
export function authorizeRoutes(parts: AuthorizeParts): Router {
  const routes = Router();
  routes.get('/authorize', (request, response) => ask(parts, request, response));
  routes.post('/authorize', express.urlencoded({ extended: false, limit: '10kb' }), (request, response) =>
    answer(parts, request, response),
  );
  return routes;
}

function ask(parts: AuthorizeParts, { query }: Request, response: Response): void {
  const text = (name: string): string | null => (typeof query[name] === 'string' ? query[name] : null);
  const client = parts.clients.find(({ id }) => id === text('client_id'));
  const redirectUri = text('redirect_uri') ?? '';
  // Nobody is sent to an address that is not registered, not even with an error.
  if (!client?.mayReturnTo(redirectUri)) return refuse(response, 'Dieses Portal oder seine Rücksprungadresse ist hier nicht eingetragen.');
  const scope = (text('scope') ?? '').split(' ');
  const challenge = text('code_challenge') ?? '';
  const request: AuthorizationRequest = {
    clientId: client.id,
    redirectUri,
    scope,
    state: text('state'),
    nonce: text('nonce'),
    challenge,
    acrValues: text('acr_values'),
  };
  const isComplete = scope.includes('openid') && /^[\w-]{43}$/.test(challenge) && text('code_challenge_method') === 'S256';
  if (text('response_type') !== 'code') return back(parts, response, request, { error: 'unsupported_response_type' });
  if (!isComplete) return back(parts, response, request, { error: 'invalid_request' });
  if (text('prompt') === 'none') return back(parts, response, request, { error: 'login_required' });
  const persons = parts.persons.map(({ key, means, claims }, index) => ({
    key,
    name: [claims['given_name'], claims['family_name']].filter((part) => typeof part === 'string').join(' '),
    means,
    chosen: index === 0,
  }));
  // The form leads on to the portal: browsers hold the redirect after a post to the policy of its page.
  response
    .set('Content-Security-Policy', policy(new URL(redirectUri).origin))
    .set('Cache-Control', 'no-store')
    .type('html');
  response.send(
    identityPage('login', { request: parts.logins.ask(request), portal: client.id, scopes: scope.slice(1).join(', ') || 'keine', persons }),
  );
}

function answer(parts: AuthorizeParts, { body }: Request, response: Response): void {
  const { request: key, person: chosen, action } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const request = typeof key === 'string' ? parts.logins.asked(key) : null;
  if (!request) return refuse(response, 'Diese Anmeldung ist schon beendet. Gehen Sie zurück zum Portal und melden Sie sich neu an.');
  const person = parts.persons.find((one) => one.key === chosen);
  if (action !== 'login' || !person) return back(parts, response, request, { error: 'access_denied' });
  back(parts, response, request, { code: parts.logins.code(request, person) });
}

function back(parts: AuthorizeParts, response: Response, request: AuthorizationRequest, result: Readonly<Record<string, string>>): void {
  const address = new URL(request.redirectUri);
  const state = parts.behaviour() === 'wrongState' ? 'gefaelscht' : request.state;
  const all = { ...result, ...(state !== null && { state }), iss: parts.issuer() };
  for (const [name, value] of Object.entries(all)) address.searchParams.set(name, value);
  response.redirect(303, address.href);
}

const refuse = (response: Response, message: string): void =>
  void response.status(400).set('Content-Security-Policy', policy()).type('html').send(identityPage('error', { message }));

const policy = (...origins: readonly string[]): string =>
  `default-src 'none'; style-src 'self'; form-action ${["'self'", ...origins].join(' ')}; frame-ancestors 'none'; base-uri 'none'`;
