import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Express, NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { apiRoutes } from './api.js';
import type { Behaviour } from './behaviour.js';
import { openCaseStore } from './case-store.js';
import type { CaseStore } from './case-store.js';
import { pageRoutes } from './pages.js';
import { createWebhook } from './webhook.js';
import type { WebhookOptions } from './webhook.js';

export interface FachverfahrenOptions {
  /** Where received cases are kept. Created if missing. */
  readonly folder: string;
  /** What the pages call the system. */
  readonly title?: string;
  /** Bearer token the sender must show. */
  readonly token?: string;
  /** `false`: a system that makes a case of every request and cannot be asked for one. */
  readonly knowsKeys?: boolean;
  /** Where it tells that a case has changed. Absent: it waits to be asked. */
  readonly webhook?: WebhookOptions;
  /** How long the behaviour `hang` takes; default 60. */
  readonly hangSeconds?: number;
  readonly now?: () => Date;
}

/** A stand-in for a specialist system: takes cases over HTTP, shows them to people, and fails on demand. */
export interface Fachverfahren {
  readonly app: Express;
  readonly store: CaseStore;
  /** How the next cases are treated, until told otherwise. */
  behave(behaviour: Behaviour): void;
  /** Notes what was decided about a case and tells whoever is to be told. Undefined: there is no such case. */
  decide: CaseStore['decide'];
  /** Gives up what it still wanted to tell. */
  silence(): void;
}

export async function createFachverfahren(options: FachverfahrenOptions): Promise<Fachverfahren> {
  const { folder, title = 'Fachverfahren', token, knowsKeys = true, hangSeconds = 60, now = () => new Date() } = options;
  const store = await openCaseStore(folder, now);
  let current: Behaviour = 'honest';
  const webhook = options.webhook && createWebhook(options.webhook, now);
  const decide: CaseStore['decide'] = async (...decision) => {
    const decided = await store.decide(...decision);
    if (decided) webhook?.tell(decided);
    return decided;
  };
  const app = express();
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      // The stand-in runs without TLS on the machine of whoever tries the portal out.
      strictTransportSecurity: false,
    }),
  );
  app.use(
    '/api/faelle',
    apiRoutes(store, () => current, { token, knowsKeys, hangSeconds }),
  );
  const behave = (behaviour: Behaviour) => void (current = behaviour);
  app.use(pageRoutes(store, decide, title, { current: () => current, set: behave }));
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    response
      .status(500)
      .type('application/problem+json')
      .send(JSON.stringify({ status: 500, detail: 'Die Attrappe hat einen Fehler.' }));
  });
  return { app, store, behave, decide, silence: () => webhook?.end() };
}

export interface RunningFachverfahren extends Fachverfahren {
  /** Start page, for people. */
  readonly url: string;
  /** Where the `http` connector posts to. */
  readonly deliveryUrl: string;
  close(): Promise<void>;
}

/** @param options.port 0 for any free port; `host` defaults to this machine only */
export async function startFachverfahren(options: FachverfahrenOptions & { port: number; host?: string }): Promise<RunningFachverfahren> {
  const fachverfahren = await createFachverfahren(options);
  const host = options.host ?? '127.0.0.1';
  const server = createServer(fachverfahren.app);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, host, resolve));
  const { port } = server.address() as AddressInfo;
  const literal = host.includes(':') ? `[${host}]` : host;
  return {
    ...fachverfahren,
    url: `http://${['127.0.0.1', '0.0.0.0'].includes(host) ? 'localhost' : literal}:${port}`,
    deliveryUrl: `http://${host === '0.0.0.0' ? '127.0.0.1' : literal}:${port}/api/faelle`,
    close: () =>
      new Promise((resolve) => {
        fachverfahren.silence();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
