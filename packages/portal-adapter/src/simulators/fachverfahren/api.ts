import { randomUUID, timingSafeEqual } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Router } from 'express';
import type { Request, Response } from 'express';
import type { Behaviour } from './behaviour.js';
import type { CaseStore } from './case-store.js';
import { receiveCase, UnreadableCase } from './receive.js';
import type { ReceivedCase } from './received-case.js';

export interface ApiOptions {
  /** Bearer token the sender must show. */
  readonly token: string | undefined;
  readonly knowsKeys: boolean;
  /** How long `hang` takes. */
  readonly hangSeconds: number;
}

/** The interface that docs/connectors/http.md describes, from the counterpart's side. */
export function apiRoutes(store: CaseStore, behaviour: () => Behaviour, { token, knowsKeys, hangSeconds }: ApiOptions): Router {
  const routes = Router();
  routes.use((request, response, next) => {
    if (token === undefined || bears(request, token)) return next();
    problem(401, 'Das Zugriffstoken fehlt oder ist falsch.')(response);
  });
  routes.get('/by-key/:key', (request, response) => {
    const found = knowsKeys ? store.byKey(request.params.key) : undefined;
    if (found) response.json(answerByKey(found, behaviour()));
    else problem(404, 'Zu diesem Schlüssel liegt kein Fall vor.')(response);
  });
  routes.post('/', async (request, response) => {
    const current = behaviour();
    // Without `unref` a hanging stand-in would not end.
    if (current === 'hang') await wait(hangSeconds * 1000, undefined, { ref: false });
    await take(request, response, knowsKeys ? store : forgetful(store), current);
  });
  return routes;
}

/** Books of a system that does not look at keys. */
const forgetful = (store: CaseStore): CaseStore => ({
  ...store,
  accept: (folder, description) => store.accept(folder, { ...description, key: `${description.key} (${randomUUID()})` }),
});

/** What is left to do for the sender, when nothing is left on the disk that does not belong there. */
type Reply = (response: Response) => void;

async function take(request: Request, response: Response, store: CaseStore, behaviour: Behaviour): Promise<void> {
  if (behaviour === 'slow') return;
  if (behaviour === 'cutMidBody') return void request.once('data', () => request.socket.destroy());
  const folder = await store.newFolder();
  const reply = await treat(request, folder, store, behaviour).finally(() => store.discard(folder));
  reply(response);
}

async function treat(request: Request, folder: string, store: CaseStore, behaviour: Behaviour): Promise<Reply> {
  const description = await receiveCase(request, folder).catch((error: unknown) => {
    if (error instanceof UnreadableCase) return error;
    throw error;
  });
  if (description instanceof UnreadableCase) return problem(400, description.message);
  if (keyOf(request) !== description.key) return problem(400, 'Der Kopf Idempotency-Key fehlt oder weicht vom Fall ab.');
  if (behaviour === 'refuse') return problem(422, 'Für diese Leistung ist kein Sachgebiet eingerichtet (Störung vorgeführt).');
  if (behaviour === 'busy') return (response) => problem(503, 'Wartung (Störung vorgeführt).')(response.set('Retry-After', '120'));
  if (behaviour === 'loseWrite')
    return (response) => void response.status(201).json({ caseNumber: 'FV-0000-000000', receivedAt: new Date(0).toISOString() });
  const accepted = await store.accept(folder, description);
  return answer(behaviour, accepted.case, accepted.isNew ? 201 : 200);
}

function answer(behaviour: Behaviour, accepted: ReceivedCase, status: number): Reply {
  const content = JSON.stringify(receipt(accepted));
  switch (behaviour) {
    case 'timeoutAfterCommit':
      return () => undefined;
    case 'cutAfterCommit':
      return (response) => void response.socket?.destroy();
    case 'failAfterCommit':
      return problem(500, 'Unerwarteter Fehler (Störung vorgeführt).');
    case 'wrongContentType':
      return (response) => void response.status(200).type('html').send('<!doctype html><title>Anmeldung</title>');
    case 'garbage':
      return (response) => void response.status(status).type('json').send(content.slice(0, 20));
    case 'numberLater':
      return (response) => void response.status(202).json(unnumbered(accepted));
    case 'answerTwice':
      return (response) => void response.socket?.end(rawAnswer(content).repeat(2));
    default:
      return (response) => void response.status(status).type('json').send(content);
  }
}

/** A whole answer as it goes over the wire: no library would send two of them. */
function rawAnswer(content: string): string {
  return `HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

function answerByKey(found: ReceivedCase, behaviour: Behaviour): object {
  if (behaviour === 'numberLater') return unnumbered(found);
  if (behaviour === 'garbleStatus') return { ...receipt(found), status: { state: 'in Ordnung', at: 'gestern' } };
  return { ...receipt(found), ...(found.status && { status: found.status }) };
}

const unnumbered = ({ receivedAt }: ReceivedCase): object => ({ receivedAt });

function receipt(found: ReceivedCase): { caseNumber: string; receivedAt: string } {
  return { caseNumber: found.caseNumber, receivedAt: found.receivedAt };
}

/** RFC 9457. */
function problem(status: number, detail: string): Reply {
  return (response) => void response.status(status).type('application/problem+json').send(JSON.stringify({ status, detail }));
}

/** The header is an RFC 9651 string: quoted, with backslashes before quotes and backslashes. */
function keyOf(request: Request): string | undefined {
  const header = request.get('Idempotency-Key') ?? '';
  return /^"(?:[^"\\]|\\["\\])*"$/.test(header) ? header.slice(1, -1).replace(/\\(["\\])/g, '$1') : undefined;
}

function bears(request: Request, token: string): boolean {
  const expected = Buffer.from(`Bearer ${token}`);
  const given = Buffer.from(request.get('Authorization') ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
