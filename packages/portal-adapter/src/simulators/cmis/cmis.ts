import type { Express } from 'express';
import { explaining, standInApp } from '../stand-in/app.js';
import { listen } from '../stand-in/listen.js';
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
  const app = standInApp();
  app.use('/cmis/browser', browserBinding({ store, behaviour: () => current, authorization: headerOf(login), now }));
  app.use(pageRoutes(store, title, { current: () => current.behaviour, set: behave }));
  const fault = { exception: 'runtime', message: 'Die Attrappe hat einen Fehler.' };
  app.use(explaining((_error, response) => void response.status(500).json(fault)));
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
  const { url, origin, close } = await listen(cmis.app, options);
  return { ...cmis, url, serviceUrl: `${origin}/cmis/browser`, close };
}

function headerOf(login: CmisOptions['login']): string | undefined {
  if (!login) return undefined;
  if ('token' in login) return `Bearer ${login.token}`;
  return `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
}
