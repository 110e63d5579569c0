import type { Express } from 'express';
import { explaining, standInApp } from '../stand-in/app.js';
import { listen } from '../stand-in/listen.js';
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
  const app = standInApp();
  app.use(
    '/api/faelle',
    apiRoutes(store, () => current, { token, knowsKeys, hangSeconds }),
  );
  const behave = (behaviour: Behaviour) => void (current = behaviour);
  app.use(pageRoutes(store, decide, title, { current: () => current, set: behave }));
  const fault = JSON.stringify({ status: 500, detail: 'Die Attrappe hat einen Fehler.' });
  app.use(explaining((_error, response) => void response.status(500).type('application/problem+json').send(fault)));
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
  const { url, origin, close } = await listen(fachverfahren.app, options);
  return {
    ...fachverfahren,
    url,
    deliveryUrl: `${origin}/api/faelle`,
    close() {
      fachverfahren.silence();
      return close();
    },
  };
}
