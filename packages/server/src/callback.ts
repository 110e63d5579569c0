import { DeliveryError } from '@serviceportal/portal-adapter';
import type { Callback, CallbackRequest } from '@serviceportal/portal-adapter';
import { raw, Router } from 'express';
import type { Request, RequestHandler } from 'express';
import type { Office } from './applications/office.js';
import type { Portal } from './portal.js';
import { notFound } from './security/portal-error.js';
import { atMost } from './security/rate-limits.js';
import { askNow } from './storage/case-status.js';

/** So many are looked for in one statement. How many a counterpart may name, its connector bounds. */
const lookedForAtOnce = 100;

/**
 * `POST /rueckmeldung/:target`: a counterpart says that there is news. Whether it is the counterpart, its connector knows; of what it sends nothing
 * is believed but which deliveries are meant, and it is asked about those. There is no session and no form token.
 */
export function callbackRoutes(portal: Portal): Router {
  const routes = Router();
  const body = raw({ type: () => true, limit: '1mb' });
  routes.post('/:target', atMost(portal.municipality.configuration.limits.callbacksPerMinute), body, callback(portal));
  return routes;
}

function callback({ office, connectors, log }: Portal): RequestHandler {
  return async (request, response) => {
    const target = String(request.params['target']);
    const connector = connectors.get(target);
    if (!connector?.callback) throw notFound('The target');
    try {
      const known = await bringForward(office, target, await connector.callback(received(request, office.clock.now())));
      if (known > 0) office.wake();
      // FIT-Connect takes 200, and no other success, for a callback that arrived.
      response.type('text').send('ok\n');
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      log.warn({ target, code: error.code, reason: error.message }, 'callback');
      response
        .status(error.kind === 'refused' ? 403 : 503)
        .type('text')
        .send(`${error.code}\n`);
    }
  };
}

/** Has all that are named asked about now. Returns how many of them are known. */
async function bringForward(office: Office, target: string, { keys, counterpartReferences }: Callback): Promise<number> {
  const now = office.clock.now().toISOString();
  let known = 0;
  for (let from = 0; from < Math.max(keys.length, counterpartReferences.length); from += lookedForAtOnce) {
    const slice = (names: readonly string[]) => names.slice(from, from + lookedForAtOnce);
    known += await askNow(office.database, target, { keys: slice(keys), numbers: slice(counterpartReferences) }, now);
  }
  return known;
}

function received(request: Request, now: Date): CallbackRequest {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]);
  return {
    headers: Object.fromEntries(headers) as CallbackRequest['headers'],
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    now,
  };
}
