import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Express, Response } from 'express';
import { explaining, standInApp } from '../stand-in/app.js';
import { listen } from '../stand-in/listen.js';
import type { FitConnectBehaviour } from './behaviour.js';
import { note, takeEvent, tagsOf } from './events.js';
import { demonstrationKeys } from './demonstration-keys.js';
import type { WorldKeys } from './keys.js';
import { openSubmission } from './open-submission.js';
import type { OpenedSubmission } from './open-submission.js';
import { fitConnectPages } from './pages.js';
import { routingRoutes } from './routing-api.js';
import { eventPrefix, signedEvent } from './signed-event.js';
import { openSubmissionStore } from './submission-store.js';
import type { SubmissionStore } from './submission-store.js';
import { submissionRoutes } from './submission-api.js';
import { tokens } from './tokens.js';
import { Problem, problemPrefix } from './world.js';
import type { DemonstrationDestination, FitConnectClient, FitConnectWorld } from './world.js';

export interface FitConnectOptions {
  /** Where keys, submissions and events are kept. Created if missing. */
  readonly folder: string;
  /** What the pages call the system. */
  readonly title?: string;
  /** Absent: those for demonstrations, which everybody has. */
  readonly keys?: WorldKeys;
  /** Absent: one that sends and one that receives, with secrets that everybody can read here. */
  readonly clients?: readonly FitConnectClient[];
  readonly destination?: Partial<DemonstrationDestination>;
  readonly limits?: { readonly attachmentBytes: number; readonly submissionBytes: number };
  readonly now?: () => Date;
}

/** A stand-in for FIT-Connect: token server, routing, delivery service versions 1 and 2, and one destination. */
export interface FitConnect {
  readonly app: Express;
  readonly store: SubmissionStore;
  readonly keys: WorldKeys;
  readonly clients: readonly FitConnectClient[];
  readonly destinationId: string;
  /** How it treats what comes next, until told otherwise. */
  behave(behaviour: FitConnectBehaviour): void;
  /** A submission as its recipient reads it. */
  opened(submissionId: string): Promise<OpenedSubmission>;
  /** The destination decides by itself, without a subscriber. */
  accept(submissionId: string): Promise<void>;
  reject(
    submissionId: string,
    problems: readonly { readonly type: string; readonly title?: string; readonly detail?: string }[],
  ): Promise<void>;
  /** The service writes an event by itself, also one that it should not. */
  note(submissionId: string, name: 'notify' | 'delete' | 'accept', payload: object): Promise<void>;
}

const demonstrationClients: readonly FitConnectClient[] = [
  { id: 'online-dienst', secret: 'nur-zur-vorfuehrung', role: 'sender' },
  { id: 'fachamt', secret: 'nur-zur-vorfuehrung', role: 'subscriber' },
];
const demonstrationDestination = { id: '879ee109-6690-4db8-ab32-424f2af4ca3f', services: [] } as const;
const generous = { attachmentBytes: 2 * 1024 ** 3, submissionBytes: 64 * 1024 ** 2 };

export async function createFitConnect(options: FitConnectOptions, origin: () => string): Promise<FitConnect> {
  const { folder, title = 'FIT-Connect Musterstadt', clients = demonstrationClients, limits = generous, now = () => new Date() } = options;
  const keys = options.keys ?? demonstrationKeys;
  await writeDestinationKeys(folder, keys);
  const store = await openSubmissionStore(folder);
  const destination = { ...demonstrationDestination, ...options.destination };
  let current: FitConnectBehaviour = 'honest';
  const behave = (behaviour: FitConnectBehaviour): void => void (current = behaviour);
  const addresses = () => ({ submission: `${origin()}/submission-api`, routing: `${origin()}/routing-api` });
  const world: FitConnectWorld = { keys, store, clients, destination, limits, addresses, behaviour: () => current, now };
  const app = standInApp();
  const issued = tokens(world);
  // The real one has 403 for programs that do not say who they are.
  app.use(['/auth', '/submission-api', '/routing-api'], (request, _response, next) => {
    if (!request.get('User-Agent')) throw new Problem(403, 'forbidden', 'Der Kopf User-Agent fehlt.');
    next();
  });
  app.use('/auth', issued.routes);
  app.use('/routing-api', routingRoutes(world));
  app.use('/submission-api', submissionRoutes(world, issued));
  app.use(['/auth', '/submission-api', '/routing-api'], () => {
    throw new Problem(404, 'not-found', 'Diese Adresse gibt es nicht.');
  });
  const accept = async (submissionId: string): Promise<void> =>
    decide(world, submissionId, 'accept', { authenticationTags: await tagsOf(world, known(store, submissionId)) });
  const reject: FitConnect['reject'] = (submissionId, problems) => decide(world, submissionId, 'reject', { problems });
  app.use(
    fitConnectPages(world, title, behave, (submissionId, reason) =>
      reason === null
        ? accept(submissionId)
        : reject(submissionId, [{ type: `${eventPrefix}problems/other`, title: 'Zurückgewiesen', detail: reason }]),
    ),
  );
  app.use(explaining(explain));
  return {
    app,
    store,
    keys,
    clients,
    destinationId: destination.id,
    behave,
    opened: (submissionId) => openSubmission(world, known(store, submissionId)),
    accept,
    reject,
    note: (submissionId, name, payload) => note(world, known(store, submissionId), name, payload),
  };
}

/** For a receiver that is to be tried: what the destination's own keys are. */
async function writeDestinationKeys(folder: string, { decryption, signing }: WorldKeys): Promise<void> {
  const place = join(folder, 'schluessel');
  await mkdir(place, { recursive: true, mode: 0o700 });
  await writeFile(join(place, 'entschluesselung.json'), JSON.stringify(decryption), { mode: 0o600 });
  await writeFile(join(place, 'unterschrift.json'), JSON.stringify(signing), { mode: 0o600 });
}

async function decide(world: FitConnectWorld, submissionId: string, name: 'accept' | 'reject', payload: object): Promise<void> {
  const { caseId, destinationId } = known(world.store, submissionId);
  const content = { name, issuer: destinationId, submissionId, caseId, payload, at: world.now(), schema: '1.2.2' } as const;
  await takeEvent(world, 'v2', caseId, await signedEvent(content, world.keys.signing));
}

function known(store: SubmissionStore, submissionId: string) {
  const submission = store.get(submissionId);
  if (!submission) throw new Error('There is no such submission.');
  return submission;
}

/** RFC 9457, also for what the framework finds wrong with a body. */
function explain(error: unknown, response: Response): void {
  const framework = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  const [status, type, detail] = error instanceof Problem ? [error.status, error.type, error.message] : [framework, 'invalid-request', 'Die Anfrage ist nicht lesbar.']; // prettier-ignore
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: problemPrefix + type, title: detail, status, detail, instance: '' }));
}

export interface RunningFitConnect extends FitConnect {
  /** Start page, for people. */
  readonly url: string;
  /** What a configuration of the connector `fit-connect` names under `addresses`. */
  readonly addresses: { readonly token: string; readonly submission: string; readonly routing: string };
  close(): Promise<void>;
}

/** @param options.port 0 for any free port; `host` defaults to this machine only */
export async function startFitConnect(options: FitConnectOptions & { port: number; host?: string }): Promise<RunningFitConnect> {
  let origin = '';
  const fitConnect = await createFitConnect(options, () => origin);
  const { url, close, ...listening } = await listen(fitConnect.app, options);
  ({ origin } = listening);
  const addresses = { token: `${origin}/auth/token`, submission: `${origin}/submission-api`, routing: `${origin}/routing-api` };
  return { ...fitConnect, url, addresses, close };
}
