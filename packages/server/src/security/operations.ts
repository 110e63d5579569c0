import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Database } from '../storage/open-database.js';
import { isWritable } from '../storage/writable.js';
import type { Metrics } from '../work/metrics.js';
import { notFound } from './portal-error.js';

// Anyone may ask how the portal is. The answer is found once in so many milliseconds, for all who ask.
const healthMilliseconds = 1_000;

/** `GET /healthz`: 200 while the database can be written, else 503. */
export function health(database: Database): RequestHandler {
  let found: Promise<boolean> | null = null;
  const writable = (): Promise<boolean> =>
    isWritable(database).then(
      (can) => can,
      () => false,
    );
  return async (_request, response) => {
    if (!found) {
      found = writable();
      setTimeout(() => (found = null), healthMilliseconds).unref();
    }
    if (await found) response.type('text').send('ok\n');
    else response.status(503).type('text').send('the database cannot be written\n');
  };
}

/**
 * `GET /metrics`: with the token (`Authorization: Bearer …`), or, where no proxy stands before the portal (`open`), from this
 * machine: behind a proxy every request comes from there.
 */
export function metricsPage(
  metrics: Metrics,
  { token, open }: { readonly token: string | undefined; readonly open: boolean },
): RequestHandler {
  return async (request, response) => {
    if (!(open && fromHere(request)) && !holdsToken(request, token)) throw notFound('/metrics');
    response.type(metrics.registry.contentType).send(await metrics.read());
  };
}

/** A proxy that the configuration does not know of mostly says that it forwards. */
function fromHere(request: Request): boolean {
  const address = request.socket.remoteAddress ?? '';
  return (
    /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address) && !('x-forwarded-for' in request.headers) && !('forwarded' in request.headers)
  );
}

function holdsToken(request: Request, token: string | undefined): boolean {
  const given = Buffer.from(request.get('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${token ?? ''}`);
  return token !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
}
