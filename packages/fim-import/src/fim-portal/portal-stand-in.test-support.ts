import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type GetOptions, defaultGetOptions } from './http-get.js';

/** A schema as the stand-in holds it; the rest of what the portal says about one is made up around it. */
export interface HeldSchema {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly bezeichnung?: string | null;
  readonly freigabestatus: number;
  readonly date?: string;
  readonly xdf: string | Buffer;
}

export interface Held {
  readonly schemas?: readonly HeldSchema[];
  /** By `id + "V" + version`. */
  readonly translatedRules?: Readonly<Record<string, unknown>>;
  /** Answers to any other path, query included. */
  readonly documents?: Readonly<Record<string, { readonly type: string; readonly body: string }>>;
}

/** What can go wrong: an answer that never comes, breaks off, never ends, leads elsewhere, or is another one. */
export type Fault =
  | 'silent'
  | 'cut'
  | 'endless'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer };

/** A server that answers as the FIM portal does (OpenAPI 0.24.0, as far as it is used), on a port of its own choice. */
export class PortalStandIn {
  readonly requests: string[] = [];
  held: Held = {};
  readonly #faults: { readonly where: RegExp; readonly fault: Fault; times: number }[] = [];
  readonly #server: Server = createServer((request, response) => this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Forgets what was asked and what was to fail. */
  reset(held: Held): void {
    this.held = held;
    this.requests.length = 0;
    this.#faults.length = 0;
  }

  /** The next answers at matching addresses fail. */
  fail(where: RegExp, fault: Fault, times = Infinity): void {
    this.#faults.push({ where, fault, times });
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    this.requests.push(path);
    const failing = this.#faults.find(({ where, times }) => times > 0 && where.test(path));
    if (failing === undefined) return this.#serve(new URL(path, 'http://portal'), response);
    failing.times--;
    fail(response, failing.fault);
  }

  #serve(url: URL, response: ServerResponse): void {
    const { schemas = [], translatedRules = {}, documents = {} } = this.held;
    const parts = url.pathname.split('/').slice(1).map(decodeURIComponent);
    const [api, v1, kind, id = '', version = '', xdf] = parts;
    const document = documents[url.pathname + url.search];
    if (document !== undefined) return send(response, 200, document.type, document.body);
    if (api !== 'api' || v1 !== 'v1') return send(response, 404, 'text/html', '<h1>Not found</h1>');
    const ofId = schemas.filter((schema) => schema.id === id);
    if (kind === 'schemas' && id === '') return sendJson(response, page(schemas, url.searchParams));
    if (kind === 'schemas' && version === '' && ofId.length > 0) return sendJson(response, ofId.map(listed));
    const found = ofId.find((schema) => schema.version === version);
    if (kind === 'schemas' && xdf === 'xdf' && found !== undefined) return send(response, 200, 'application/xml', found.xdf);
    const rules = translatedRules[`${id}V${version}`];
    if (kind === 'translated-rules' && rules !== undefined) return sendJson(response, rules);
    sendJson(response, { detail: 'Not found' }, 404);
  }
}

function page(schemas: readonly HeldSchema[], query: URLSearchParams): unknown {
  const words = (query.get('fts_query') ?? '').toLowerCase();
  const [limit, offset] = [Number(query.get('limit') ?? 200), Number(query.get('offset') ?? 0)];
  const latest = query.get('is_latest') === 'true';
  const found = schemas.filter(
    ({ id, version, name }) =>
      name.toLowerCase().includes(words) && !(latest && schemas.some((other) => other.id === id && other.version > version)),
  );
  const items = found.slice(offset, offset + limit).map(listed);
  return { items, offset, limit, count: items.length, total_count: found.length };
}

const listed = ({ id, version, name, bezeichnung, freigabestatus, date }: HeldSchema): unknown => ({
  fim_id: id,
  fim_version: version,
  nummernkreis: id.slice(1, 3),
  name,
  bezeichnung: bezeichnung ?? null,
  freigabe_status: freigabestatus,
  freigabe_status_label: freigabestatus === 6 ? 'fachlich freigegeben (gold)' : 'Entwurf',
  veroeffentlichungsdatum: date ?? null,
  letzte_aenderung: '2023-10-17T16:50:40.859986',
  xdf_version: '3.0.0',
  is_latest: true,
  fts_match: null,
});

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}

const sendJson = (response: ServerResponse, json: unknown, status = 200): void => {
  send(response, status, 'application/json', JSON.stringify(json));
};

function fail(response: ServerResponse, fault: Fault): void {
  if (fault === 'silent') return;
  if (fault === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 });
    response.write('{"items":');
    setImmediate(() => response.destroy());
  } else if (fault === 'endless') {
    response.writeHead(200, { 'content-type': 'application/json' });
    const more = (): void => {
      if (!response.destroyed) response.write(' '.repeat(100_000), more);
    };
    more();
  } else {
    response.writeHead(fault.status, { 'content-type': 'text/html', ...fault.headers }).end(fault.body ?? '<html>');
  }
}

/** A network that is in no hurry: pauses are noted and take no time. */
export function patientNetwork(more: Partial<GetOptions> = {}): { readonly options: GetOptions; readonly pauses: number[] } {
  const pauses: number[] = [];
  const waiting = { pause: (milliseconds: number) => Promise.resolve(void pauses.push(milliseconds)), now: () => Date.UTC(2026, 0, 1) };
  return { options: { ...defaultGetOptions, waiting, ...more }, pauses };
}
