import { timingSafeEqual } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Router } from 'express';
import type { NextFunction, Request, Response } from 'express';
import type { CmisBehaviour } from './behaviour.js';
import { CmisException } from './exception.js';
import { findObject } from './lookup.js';
import { objectJson, wishOf } from './object-json.js';
import type { ObjectStore } from './object-store.js';
import { readForm } from './posted-form.js';
import type { PostedForm } from './posted-form.js';
import { runQuery } from './query.js';
import { readObject, readRepository, repositoryId, repositoryInfo } from './reads.js';
import { send } from './reply.js';
import { actions } from './writes.js';

export interface BindingOptions {
  readonly store: ObjectStore;
  /** What happens to the next writes; `only` names the `cmisaction` that it happens to. */
  readonly behaviour: () => { readonly behaviour: CmisBehaviour; readonly only: string | undefined };
  /** The whole header that must come; undefined: nobody is asked. */
  readonly authorization: string | undefined;
  readonly now: () => Date;
}

/** The Browser Binding of CMIS 1.1 (OASIS, section 5), from the repository's side. */
export function browserBinding(options: BindingOptions): Router {
  const { store, authorization } = options;
  const routes = Router();
  const base = (request: Request) => `${request.protocol}://${request.get('Host') ?? ''}${request.baseUrl}`;
  const pathOf = (request: Request) => (request.params as { path?: string[] }).path?.filter((name) => name !== '') ?? [];
  routes.use((request, response, next) => {
    if (authorization === undefined || same(request.get('Authorization') ?? '', authorization)) return next();
    response.set('WWW-Authenticate', 'Basic realm="cmis"');
    response.status(401).json({ exception: 'permissionDenied', message: 'Anmeldung fehlt oder ist falsch.' });
  });
  routes.get('/', (request, response) => void response.json({ [repositoryId]: repositoryInfo(store, base(request)) }));
  routes.get(`/${repositoryId}`, (request, response) => void response.json(readRepository(store, request, base(request))));
  routes.get(`/${repositoryId}/root{/*path}`, (request, response) => readObject(store, request, response, pathOf(request)));
  routes.post(`/${repositoryId}`, async (request, response) => {
    const form = await readForm(request, store.newFile());
    if (form.control('cmisaction') !== 'query') throw new CmisException('notSupported', 'Diese cmisaction gibt es hier nicht.');
    const [maxItems, skipCount] = [Number(form.control('maxItems') ?? 100), Number(form.control('skipCount') ?? 0)];
    response.json(runQuery(store, form.control('statement') ?? '', wishOf(request.query, form), maxItems, skipCount));
  });
  routes.post(`/${repositoryId}/root{/*path}`, (request, response) => write(request, response, pathOf(request), options));
  routes.use(() => {
    throw new CmisException('objectNotFound', 'Diese Adresse gibt es nicht.');
  });
  routes.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (!(error instanceof CmisException) || response.headersSent) return next(error);
    const status = request.query['suppressResponseCodes'] === 'true' ? 200 : error.status;
    response.status(status).json({ exception: error.exception, message: error.message });
  });
  return routes;
}

async function write(request: Request, response: Response, path: readonly string[], options: BindingOptions): Promise<void> {
  const { store, now } = options;
  const { behaviour, only } = options.behaviour();
  if (behaviour === 'slow') return;
  const isMultipart = request.is('multipart/form-data') !== false;
  if (behaviour === 'cutMidBody' && isMultipart) return void request.once('data', () => request.socket.destroy());
  const file = store.newFile();
  const form = await readForm(request, file);
  try {
    const action = form.control('cmisaction') ?? '';
    const treated = only === undefined || only === action ? behaviour : 'honest';
    const perform = actions[action];
    if (!perform) throw new CmisException('notSupported', `cmisaction „${action}“ gibt es hier nicht.`);
    if (treated === 'refuse')
      throw new CmisException('constraint', 'Für diese Leistung ist kein Sachgebiet eingerichtet (Störung vorgeführt).');
    if (treated === 'busy')
      return void response.status(503).set('Retry-After', '120').json({ exception: 'runtime', message: 'Wartung (Störung vorgeführt).' });
    const found = findObject(store, idOf(request, form), path);
    const change = await perform({ store, form, found, at: now().toISOString() });
    const json = change.object ? objectJson(store, change.object, wishOf(request.query, form)) : {};
    if (treated === 'loseWrite') await change.undo();
    send(response, change.status, json, treated);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

function idOf(request: Request, form: PostedForm): string | undefined {
  const given = request.query['objectId'];
  return form.control('objectId') ?? (typeof given === 'string' ? given : undefined);
}

function same(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
