import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import express, { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { receiveAttachment, takeSubmission } from './receive.js';
import { note, takeEvent } from './events.js';
import { published } from './keys.js';
import type { StoredSubmission } from './submission-store.js';
import type { Tokens } from './tokens.js';
import { Problem } from './world.js';
import type { FitConnectWorld } from './world.js';

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const service = z.object({ name: z.string().min(1), identifier: z.string().regex(/^urn:[a-z0-9][a-z0-9-]{0,31}:\S+$/) });
const callback = z.object({ url: z.url(), secret: z.string().min(32) });
const announcement = {
  v1: z.object({ destinationId: uuid, announcedAttachments: z.array(uuid), serviceType: service, caseId: uuid.optional(), callback: callback.optional() }).transform(({ serviceType, ...rest }) => ({ ...rest, service: serviceType, region: undefined })), // prettier-ignore
  v2: z.object({ destinationId: uuid, announcedAttachments: z.array(uuid), publicService: service, region: z.string().regex(/^DE\d{0,12}$/).optional(), caseId: uuid.optional(), callback: callback.optional() }).transform(({ publicService, ...rest }) => ({ ...rest, service: publicService })), // prettier-ignore
};
type Version = keyof typeof announcement;

/** Submission API, versions 1 and 2, for senders and subscribers. */
export function submissionRoutes(world: FitConnectWorld, tokens: Tokens): Router {
  const routes = Router();
  routes.get('/.well-known/jwks.json', (_, response) => void response.json({ keys: [published(world.keys.service, 'verify')] }));
  routes.use((request, response, next) => {
    if (world.behaviour() === 'slow') return;
    if (world.behaviour() === 'busy') response.set('Retry-After', '120');
    if (world.behaviour() === 'busy') throw new Problem(503, 'maintenance', 'Wartung (Störung vorgeführt).');
    if (request.method === 'PUT' && world.behaviour() === 'cutMidBody') return void request.once('data', () => request.socket.destroy());
    next();
  });
  for (const version of ['v1', 'v2'] as const) routes.use(`/${version}`, versionRoutes(version, world, tokens));
  return routes;
}

function versionRoutes(version: Version, world: FitConnectWorld, tokens: Tokens): Router {
  const routes = Router();
  const limit = world.limits.submissionBytes;
  routes.get(
    '/info',
    (_, response) => void response.json({ title: 'Submission API (Attrappe)', version: version === 'v1' ? '1.1.3' : '2.0.0' }),
  );
  routes.get('/destinations/:id', (request, response) => void response.json(publicDestination(version, world, request.params.id)));
  routes.get(
    '/destinations/:id/keys/:kid',
    (request, response) => void response.json(destinationKey(world, request.params.id, request.params.kid)),
  );
  routes.post('/submissions', express.json({ limit }), async (request, response) => {
    tokens.demand(request, 'sender');
    const created = await announce(version, world, request);
    const { destinationId, submissionId, caseId } = created;
    response.status(201).json({ ...(version === 'v1' && { destinationId }), submissionId, caseId });
  });
  routes.put('/submissions/:id/attachments/:attachment', async (request, response) => {
    tokens.demand(request, 'sender');
    await receiveAttachment(world, found(world, request.params.id), request.params.attachment, request);
    response.status(204).end();
  });
  routes.put('/submissions/:id', express.json({ limit }), async (request, response) => {
    tokens.demand(request, 'sender');
    const id = request.params.id;
    if (!request.is('application/json')) throw new Problem(415, 'unsupported-media-type', 'Erwartet wird application/json.');
    await world.store.inTurn(() => takeSubmission(version, world, found(world, id), request.body as unknown));
    answer(version, world, response, id);
  });
  subscriberRoutes(version, world, tokens, routes);
  return routes;
}

function subscriberRoutes(version: Version, world: FitConnectWorld, tokens: Tokens, routes: Router): void {
  const { store } = world;
  routes.get('/submissions', (request, response) => {
    tokens.demand(request, 'subscriber');
    const { offset, limit } = page(request, 100);
    const waiting = store
      .list()
      .filter(({ state, destinationId }) => state === 'submitted' && destinationId === request.query['destinationId']);
    const submissions = waiting
      .slice(offset, offset + limit)
      .map(({ destinationId, submissionId, caseId }) => ({ destinationId, submissionId, caseId }));
    response.json({ count: submissions.length, offset, totalCount: waiting.length, submissions });
  });
  routes.get('/submissions/:id', async (request, response) => {
    tokens.demand(request, 'subscriber');
    response.json(await contentOf(version, world, waiting(world, request.params.id)));
  });
  routes.get('/submissions/:id/attachments/:attachment', async (request, response) => {
    tokens.demand(request, 'subscriber');
    const { submissionId, announced } = waiting(world, request.params.id);
    if (!announced.includes(request.params.attachment)) throw new Problem(404, 'attachment-not-found', 'Diese Anlage gibt es nicht.');
    const path = store.pathOf(submissionId, `${request.params.attachment}.jwe`);
    response.type('application/jose');
    if (world.behaviour() === 'cutMidBody') return sendHalf(response, await readFile(path));
    response.sendFile(path, { dotfiles: 'allow' });
  });
  routes.get('/cases/:caseId/events', (request, response) => {
    tokens.demand(request, 'any');
    if (world.behaviour() === 'garbledLog') return void response.type('html').send('<!doctype html><title>Anmeldung</title>');
    const all = store.events(request.params.caseId);
    if (all.length === 0) throw new Problem(404, 'case-not-found', 'Diesen Vorgang gibt es nicht.');
    const { offset, limit } = page(request, 100);
    const log = all.slice(offset, offset + limit);
    response.json({ count: log.length, offset, totalCount: all.length, eventLog: log });
  });
  routes.post('/cases/:caseId/events', express.text({ type: 'application/jose', limit: '1mb' }), async (request, response) => {
    tokens.demand(request, 'subscriber');
    if (world.behaviour() === 'refuseEvents') throw new Problem(503, 'maintenance', 'Wartung (Störung vorgeführt).');
    if (typeof request.body !== 'string') throw new Problem(415, 'unsupported-media-type', 'Erwartet wird application/jose.');
    const set = request.body;
    await world.store.inTurn(() => takeEvent(world, version, request.params.caseId, set));
    response.status(204).end();
  });
}

function page(request: Request, standard: number): { readonly offset: number; readonly limit: number } {
  const number = (name: string, missing: number, most: number): number => {
    const text = request.query[name];
    return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Math.min(Number(text), most) : missing;
  };
  return { offset: number('offset', 0, 1e9), limit: number('limit', standard, 500) };
}

async function announce(version: Version, world: FitConnectWorld, request: Request): Promise<StoredSubmission> {
  if (world.behaviour() === 'refuse')
    throw new Problem(422, 'service-not-offered', 'Für diese Leistung ist kein Sachgebiet eingerichtet (Störung vorgeführt).');
  const parsed = announcement[version].safeParse(request.body);
  if (!parsed.success)
    throw new Problem(400, 'invalid-request', 'Die Ankündigung ist nicht aufgebaut, wie die Schnittstelle es beschreibt.');
  const { destinationId, announcedAttachments, service: named, region, caseId, callback: reported } = parsed.data;
  if (destinationId !== world.destination.id) throw new Problem(404, 'destination-not-found', 'Diesen Zustellpunkt gibt es nicht.');
  const { services } = world.destination;
  if (services.length > 0 && !services.some(({ identifier }) => identifier === named.identifier))
    throw new Problem(422, 'service-not-offered', 'Diese Leistung bietet der Zustellpunkt nicht an.');
  if (caseId !== undefined && world.store.events(caseId).length === 0)
    throw new Problem(422, 'case-not-found', 'Diesen Vorgang gibt es nicht.');
  const created: StoredSubmission = {
    submissionId: randomUUID(),
    caseId: caseId ?? randomUUID(),
    destinationId,
    service: named,
    ...(region !== undefined && { region }),
    announced: announcedAttachments,
    ...(reported && { callback: reported }),
    state: 'incomplete',
    createdAt: world.now().toISOString(),
  };
  await world.store.inTurn(async () => {
    await world.store.save(created);
    await note(world, created, 'create', {});
  });
  return created;
}

function answer(version: Version, world: FitConnectWorld, response: Response, submissionId: string): void {
  const content = JSON.stringify({ submissionId });
  switch (world.behaviour()) {
    case 'timeoutAfterCommit':
      return;
    case 'cutAfterCommit':
      return void response.socket?.destroy();
    case 'failAfterCommit':
      throw new Problem(500, 'internal', 'Unerwarteter Fehler (Störung vorgeführt).');
    case 'wrongContentType':
      return void response.status(200).type('html').send('<!doctype html><title>Anmeldung</title>');
    case 'garbage':
      return void response.status(200).type('json').send(content.slice(0, 10));
    default:
      return void response.status(version === 'v1' ? 202 : 200).type('json').send(content); // prettier-ignore
  }
}

function found(world: FitConnectWorld, id: string): StoredSubmission {
  const submission = world.store.get(id);
  if (!submission) throw new Problem(404, 'submission-not-found', 'Diese Einreichung gibt es nicht.');
  return submission;
}

function waiting(world: FitConnectWorld, id: string): StoredSubmission {
  const submission = found(world, id);
  if (submission.state !== 'submitted')
    throw new Problem(404, 'submission-not-found', 'Diese Einreichung liegt nicht zur Abholung bereit.');
  return submission;
}

async function contentOf(version: Version, { store }: FitConnectWorld, submission: StoredSubmission): Promise<object> {
  const { submissionId, caseId, destinationId, announced, service: named } = submission;
  const encryptedData = await readFile(store.pathOf(submissionId, 'data.jwe'), 'utf8').catch(() => null);
  return {
    destinationId,
    submissionId,
    caseId,
    attachments: announced,
    ...(version === 'v1' ? { serviceType: named } : { publicService: named }),
    encryptedMetadata: await readFile(store.pathOf(submissionId, 'metadata.jwe'), 'utf8'),
    ...(encryptedData !== null && { encryptedData }),
  };
}

function sendHalf(response: Response, bytes: Buffer): void {
  response.set('Content-Length', String(bytes.length));
  response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroySoon());
}

function publicDestination(version: Version, { destination, keys, behaviour }: FitConnectWorld, id: string): object {
  if (id !== destination.id) throw new Problem(404, 'destination-not-found', 'Diesen Zustellpunkt gibt es nicht.');
  const key = behaviour() === 'weakKey' ? keys.foreign : keys.decryption;
  return {
    destinationId: id,
    status: 'active',
    encryptionKid: key.kid,
    metadataVersions: ['1.0.0', '2.1.0'],
    replyChannels: { eMail: {}, idBundDeMailbox: {} },
    ...(version === 'v1' ? { services: destination.services } : { publicServices: destination.services }),
  };
}

function destinationKey({ destination, keys }: FitConnectWorld, id: string, kid: string): object {
  if (id !== destination.id) throw new Problem(404, 'destination-not-found', 'Diesen Zustellpunkt gibt es nicht.');
  if (kid === keys.signing.kid) return published(keys.signing, 'verify');
  const key = [keys.decryption, keys.foreign].find((one) => one.kid === kid);
  if (key) return published(key, 'wrapKey');
  throw new Problem(404, 'key-not-found', 'Diesen Schlüssel gibt es nicht.');
}
