import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import { formToken } from '../storage/visit-keys.js';
import { masked, unmasked } from './masked.js';
import { PortalError } from './portal-error.js';

export interface FormTokens {
  /** Put into the hidden field `_csrf` of every form; empty where there is no visit yet. */
  tokenOf(request: Request): string;
  /** Refuses a post without the token. Runs after the body was read. */
  readonly check: RequestHandler;
}

/** CSRF protection whose token is derived from the secret in the person's cookie, so that nothing has to be stored. */
export function formTokens(secretOf: (request: Request) => Uint8Array | null): FormTokens {
  /** Worked out once a request, for which `secretOf` gives the same bytes each time. */
  const tokens = new WeakMap<Uint8Array, string>();
  const stateOf = (request: Request): string | null => {
    const secret = secretOf(request);
    if (!secret) return null;
    const token = tokens.get(secret) ?? formToken(secret);
    tokens.set(secret, token);
    return token;
  };
  const { isRequestValid } = csrfSync({
    getTokenFromRequest: (request) => {
      const body: unknown = request.body;
      if (body === null || typeof body !== 'object' || !('_csrf' in body)) return undefined;
      return typeof body._csrf === 'string' ? unmasked(body._csrf) : undefined;
    },
    getTokenFromState: stateOf,
  });
  return {
    tokenOf: (request) => {
      const token = stateOf(request);
      return token === null ? '' : masked(token);
    },
    check: (request, _response, next) => {
      if (!isRequestValid(request)) throw new PortalError('form-expired', 403, 'The form token is missing or wrong');
      next();
    },
  };
}
