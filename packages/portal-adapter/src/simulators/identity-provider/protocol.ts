import express, { Router } from 'express';
import type { Request, Response } from 'express';
import type { IdentityBehaviour } from './behaviour.js';
import { authenticated } from './clients.js';
import type { RegisteredClient } from './clients.js';
import { idToken, subjectOf } from './id-token.js';
import type { SigningKeys } from './id-token.js';
import type { Logins } from './logins.js';
import type { DemonstrationPerson } from './persons.js';

export interface ProtocolParts {
  readonly issuer: () => string;
  readonly clients: readonly RegisteredClient[];
  readonly keys: SigningKeys;
  readonly logins: Logins;
  readonly now: () => Date;
  readonly behaviour: () => IdentityBehaviour;
}

/** What portals talk to: discovery, keys, token, user info (OpenID Connect Discovery 1.0 and Core 1.0, RFC 6749, RFC 7636). */
export function protocolRoutes(parts: ProtocolParts): Router {
  const routes = Router();
  routes.get('/.well-known/openid-configuration', (_request, response) => void response.json(metadata(parts.issuer())));
  routes.get('/jwks', (_request, response) => void response.json({ keys: [parts.keys.published] }));
  routes.post('/token', express.urlencoded({ extended: false, limit: '10kb' }), (request, response) => token(parts, request, response));
  routes.get('/userinfo', (request, response) => userInfo(parts, request, response));
  return routes;
}

function metadata(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'profile', 'email', 'address', 'phone'],
    acr_values_supported: [1, 2, 3, 4].map((level) => `STORK-QAA-Level-${level}`),
    authorization_response_iss_parameter_supported: true,
    claims_parameter_supported: false,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
  };
}

async function token(parts: ProtocolParts, request: Request, response: Response): Promise<void> {
  const { issuer, clients, keys, logins, now, behaviour } = parts;
  response.set('Cache-Control', 'no-store');
  if (behaviour() === 'tokenFails') return void response.status(503).type('text').send('Wartung');
  const client = authenticated(request, clients);
  if (!client) return void response.status(401).set('WWW-Authenticate', 'Basic').json({ error: 'invalid_client' });
  const body = request.body as Readonly<Record<string, unknown>>;
  const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  if (text('grant_type') !== 'authorization_code') return void response.status(400).json({ error: 'unsupported_grant_type' });
  const redeemed = logins.redeem(text('code'), client.id, text('redirect_uri'), text('code_verifier'));
  if (!redeemed) return void response.status(400).json({ error: 'invalid_grant' });
  if (behaviour() === 'garbage') return void response.type('json').send('{"access_token":');
  const { grant } = redeemed;
  response.json({
    access_token: redeemed.token,
    token_type: 'Bearer',
    expires_in: logins.tokenSeconds,
    id_token: await idToken(keys, issuer(), grant.request, grant.person, now(), behaviour()),
  });
}

/** Claims by scope (OpenID Connect Core 1.0, section 5.4). */
const claimsOf: Readonly<Record<string, readonly string[]>> = {
  profile: ['given_name', 'family_name', 'birthdate'],
  email: ['email'],
  phone: ['phone_number'],
  address: ['address'],
};

function userInfo({ logins, behaviour }: ProtocolParts, request: Request, response: Response): void {
  response.set('Cache-Control', 'no-store');
  const grant = logins.bearer(/^Bearer ([\w-]+)$/.exec(request.get('Authorization') ?? '')?.[1] ?? '');
  if (!grant) return void response.status(401).set('WWW-Authenticate', 'Bearer error="invalid_token"').end();
  const { person } = grant;
  const names = grant.request.scope.flatMap((scope) => claimsOf[scope] ?? []);
  const claims = Object.fromEntries(Object.entries(person.claims).filter(([name]) => names.includes(name)));
  const shown: DemonstrationPerson = behaviour() === 'otherUserInfo' ? { ...person, key: 'jemand-anders' } : person;
  response.json({ sub: subjectOf(shown, grant.request.clientId), ...claims });
}
