import { parse } from 'node:querystring';
import { text } from 'express';
import type { RequestHandler } from 'express';
import { PortalError } from './portal-error.js';

/**
 * Reads a posted form (`application/x-www-form-urlencoded`) into `request.body`: names without a prototype, each with a string or
 * several. Any other post is left alone. Node's own parser takes a third of the time of the one that Express brings.
 *
 * @param limit bytes of the post, as Express writes it: `20kb`
 * @param fields so many at most; more are refused (413), as a longer post is
 */
export function formBody(limit: string, fields: number): RequestHandler {
  const read = text({ type: 'application/x-www-form-urlencoded', limit });
  return (request, response, next) => {
    read(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error);
      const { body } = request as { readonly body: unknown };
      if (typeof body !== 'string') return next();
      if (separators(body) >= fields) return next(new PortalError('too-large', 413, `More than ${fields} fields`));
      request.body = parse(body, '&', '=', { maxKeys: 0 });
      next();
    });
  };
}

function separators(body: string): number {
  let count = 0;
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) count += 1;
  return count;
}
