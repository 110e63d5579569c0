import type { RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { networkOf } from './network.js';
import { PortalError } from './portal-error.js';

/** At most `perMinute` requests a minute from one address (a /56 network with IPv6), counted in the memory of this process. */
export function atMost(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    keyGenerator: networkOf,
    // Limits are told with the refusal (Retry-After); on every answer they would only cost.
    standardHeaders: false,
    legacyHeaders: false,
    // A wrong X-Forwarded-For must not take the portal down; `trustProxy` decides what is believed.
    validate: { xForwardedForHeader: false },
    handler: (_request, response, next) => next(tooManyRequests(response, 60)),
  });
}

/** The refusal, which also says when to come back. */
export function tooManyRequests(response: Response, seconds: number): PortalError {
  response.set('Retry-After', String(seconds));
  return new PortalError('too-many-requests', 429, 'Too many requests from one address');
}
