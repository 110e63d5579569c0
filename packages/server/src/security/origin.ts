import type { RequestHandler } from 'express';
import { PortalError } from './portal-error.js';

/**
 * Refuses posts that another site sent: the browser says where a post comes from (Origin, Sec-Fetch-Site). Covers what has no
 * form token yet, such as the login.
 */
export const sameOriginPosts: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const foreign = site !== undefined ? site !== 'same-origin' && site !== 'none' : origin !== undefined && hostOf(origin) !== request.host;
  if (foreign) throw new PortalError('foreign-origin', 403, 'A post from another site was refused');
  next();
};

function hostOf(origin: string): string | null {
  return URL.parse(origin)?.host ?? null;
}
