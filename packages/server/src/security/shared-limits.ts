import { createHmac } from 'node:crypto';
import type { RequestHandler } from 'express';
import { later } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import { countRequest } from '../storage/request-counts.js';
import { networkOf } from './network.js';
import { tooManyRequests } from './rate-limits.js';

/**
 * At most `perMinute` requests of a `kind` within a minute of the clock from one address (a /56 network with IPv6), whichever process
 * they reach: for what is guessed (codes, passwords) or sends something. Costs a write to the database, so not for every page. The
 * database keeps a keyed digest of the address, until the next tidying.
 */
export function atMostTogether(
  { database, clock, key }: Pick<Office, 'database' | 'clock' | 'key'>,
  kind: string,
  perMinute: number,
): RequestHandler {
  return async (request, response, next) => {
    const digest = createHmac('sha256', key.derived('request-counts'))
      .update(`${kind}:${networkOf(request)}`)
      .digest('base64url')
      .slice(0, 22);
    const now = clock.now();
    const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
    if ((await countRequest(database, { digest, minute: minute.toISOString() })) <= perMinute) return next();
    const wait = later(minute, { seconds: 60 }).getTime() - now.getTime();
    next(tooManyRequests(response, Math.ceil(wait / 1000)));
  };
}
