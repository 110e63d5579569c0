import express from 'express';
import type { Express } from 'express';
import { listen } from '../stand-in/listen.js';
import { styleSheet } from '../fachverfahren/render.js';
import { authorizeRoutes } from './authorize.js';
import type { IdentityBehaviour } from './behaviour.js';
import type { RegisteredClient } from './clients.js';
import { makeKeys } from './id-token.js';
import { openLogins } from './logins.js';
import { demonstrationPersons } from './persons.js';
import type { DemonstrationPerson } from './persons.js';
import { protocolRoutes } from './protocol.js';

export interface IdentityProviderOptions {
  readonly clients: readonly RegisteredClient[];
  readonly persons?: readonly DemonstrationPerson[];
  readonly now?: () => Date;
}

/** A stand-in for an identity service: an OpenID provider at which people choose who they are, and that lies on demand. */
export interface RunningIdentityProvider {
  /** Also its address. */
  readonly issuer: string;
  behave(behaviour: IdentityBehaviour): void;
  close(): Promise<void>;
}

/** @param options.port 0 for any free port */
export async function startIdentityProvider(options: IdentityProviderOptions & { port: number }): Promise<RunningIdentityProvider> {
  const { clients, persons = demonstrationPersons, now = () => new Date() } = options;
  let issuer = '';
  let behaviour: IdentityBehaviour = 'honest';
  const logins = openLogins(now);
  const parts = { issuer: () => issuer, clients, persons, logins, now, keys: await makeKeys(), behaviour: () => behaviour };
  const app: Express = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' });
    next();
  });
  app.get('/fachverfahren.css', (_request, response) => void response.type('css').send(styleSheet));
  app.use(protocolRoutes(parts));
  app.use(authorizeRoutes(parts));
  const { origin, close } = await listen(app, options);
  issuer = origin;
  return { issuer, behave: (next) => void (behaviour = next), close };
}
