import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import express, { Router } from 'express';
import type { Request, Response } from 'express';
import { Problem } from './world.js';
import type { FitConnectClient, FitConnectWorld } from './world.js';

const lifetimeSeconds = 1800;

export interface Tokens {
  readonly routes: Router;
  /** @throws Problem 401, 403 */
  demand(request: Request, role: FitConnectClient['role'] | 'any'): void;
}

/** Client credentials, with the secret in the body alone (RFC 6749, section 4.4). */
export function tokens(world: Pick<FitConnectWorld, 'clients' | 'now'>): Tokens {
  const issued = new Map<string, { readonly role: FitConnectClient['role']; readonly until: number }>();
  const routes = Router();
  routes.post('/token', express.urlencoded({ extended: false, limit: '10kb' }), (request: Request, response: Response) => {
    const refuse = (error: string): void => void response.status(error === 'invalid_client' ? 401 : 400).json({ error });
    const given = (request.body ?? {}) as Record<string, unknown>;
    const client = world.clients.find(({ id }) => id === given['client_id']);
    if (!client || !same(client.secret, given['client_secret'])) return refuse('invalid_client');
    if (given['grant_type'] !== 'client_credentials') return refuse('unsupported_grant_type');
    const scope = typeof given['scope'] === 'string' ? given['scope'] : '';
    if (!scope.split(' ').every((one) => one === '' || allowed(client.role, one))) return refuse('invalid_scope');
    const token = randomBytes(24).toString('base64url');
    issued.set(token, { role: client.role, until: world.now().getTime() + lifetimeSeconds * 1000 });
    response.set('Cache-Control', 'no-store').json({ access_token: token, token_type: 'Bearer', expires_in: lifetimeSeconds, scope });
  });
  return {
    routes,
    demand(request, role) {
      const token = issued.get((request.get('Authorization') ?? '').replace(/^Bearer /, ''));
      if (!token || token.until < world.now().getTime())
        throw new Problem(401, 'unauthorized', 'Das Zugriffstoken fehlt oder ist abgelaufen.');
      if (role !== 'any' && token.role !== role) throw new Problem(403, 'forbidden', 'Der Client darf das nicht.');
    },
  };
}

/** Version 1 asks by region and destination, version 2 by what is done. */
function allowed(role: FitConnectClient['role'], scope: string): boolean {
  const ofSenders = /^(https:\/\/schema\.fitko\.de\/fit-connect\/oauth\/scopes\/send-submissions|send:region:DE\S*)$/;
  return role === 'sender' ? ofSenders.test(scope) : !ofSenders.test(scope);
}

function same(secret: string, given: unknown): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(secret), digest(given));
}
