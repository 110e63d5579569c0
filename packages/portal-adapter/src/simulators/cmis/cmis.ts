import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Express, NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { CmisBehaviour } from './behaviour.js';
import { browserBinding } from './binding.js';
import { openObjectStore } from './object-store.js';
import type { ObjectStore } from './object-store.js';
import { pageRoutes } from './pages.js';

export interface CmisOptions {
  /** Where objects and contents are kept. Created if missing. */
  readonly folder: string;
  /** What the pages call the system. */
  readonly title?: string;
  /** Who may come in; neither: everybody. */
  readonly login?: { readonly user: string; readonly password: string } | { readonly token: string };
  readonly now?: () => Date;
}

/** A stand-in for a records system: CMIS 1.1 in the Browser Binding, a page with its folders, and failures on demand. */
export interface Cmis {
  readonly app: Express;
  readonly store: ObjectStore;
  /** How the next writes are treated, until told otherwise. @param only the `cmisaction` it happens to; default: all */
  behave(behaviour: CmisBehaviour, only?: string): void;
}

export async function createCmis(options: CmisOptions): Promise<Cmis> {
  const { folder, title = 'Aktenablage', login, now = () => new Date() } = options;
  const store = await openObjectStore(folder, now);
  let current: { behaviour: CmisBehaviour; only: string | undefined } = { behaviour: 'honest', only: undefined };
  const behave = (behaviour: CmisBehaviour, only?: string) => void (current = { behaviour, only });
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
  app.use('/cmis/browser', browserBinding({ store, behaviour: () => current, authorization: headerOf(login), now }));
  app.use(pageRoutes(store, title, { current: () => current.behaviour, set: behave }));
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    response.status(500).json({ exception: 'runtime', message: 'Die Attrappe hat einen Fehler.' });
  });
  return { app, store, behave };
}

export interface RunningCmis extends Cmis {
  /** Start page, for people. */
  readonly url: string;
  /** The service address of the Browser Binding. */
  readonly serviceUrl: string;
  close(): Promise<void>;
}

/** @param options.port 0 for any free port; `host` defaults to this machine only */
export async function startCmis(options: CmisOptions & { port: number; host?: string }): Promise<RunningCmis> {
  const cmis = await createCmis(options);
  const host = options.host ?? '127.0.0.1';
  const server = createServer(cmis.app);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, host, resolve));
  const { port } = server.address() as AddressInfo;
  const literal = host.includes(':') ? `[${host}]` : host;
  return {
    ...cmis,
    url: `http://${['127.0.0.1', '0.0.0.0'].includes(host) ? 'localhost' : literal}:${port}`,
    serviceUrl: `http://${host === '0.0.0.0' ? '127.0.0.1' : literal}:${port}/cmis/browser`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function headerOf(login: CmisOptions['login']): string | undefined {
  if (!login) return undefined;
  if ('token' in login) return `Bearer ${login.token}`;
  return `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
}
