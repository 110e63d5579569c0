import { parse } from 'node:querystring';
import { raw } from 'express';
import type { RequestHandler } from 'express';
import { PortalError } from './portal-error.js';

/**
 * Reads a posted form (`application/x-www-form-urlencoded`) into `request.body`: names without a prototype, each with a string or
 * several. Any other post is left alone; a form in another encoding than UTF-8, that of the pages, is refused (415). Node's own parser
 * takes a third of the time of the one that Express brings.
 *
 * @param limit bytes of the post, as Express writes it: `20kb`
 * @param fields so many at most; more are refused (413), as a longer post is
 */
export function formBody(limit: string, fields: number): RequestHandler {
  const type = 'application/x-www-form-urlencoded';
  const read = raw({ type, limit });
  return (request, response, next) => {
    if (!request.is(type)) return next();
    const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.get('content-type') ?? '') ?? [];
    if (charset.toLowerCase() !== 'utf-8') return next(new PortalError('request-unreadable', 415, 'A form in letters other than UTF-8'));
    read(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error);
      const { body } = request as { readonly body: unknown };
      if (!Buffer.isBuffer(body)) return next();
      const written = body.toString();
      if (separators(written) >= fields) return next(new PortalError('too-large', 413, `More than ${fields} fields`));
      request.body = parse(written, '&', '=', { maxKeys: 0 });
      next();
    });
  };
}

function separators(written: string): number {
  let count = 0;
  for (let at = written.indexOf('&'); at >= 0; at = written.indexOf('&', at + 1)) count += 1;
  return count;
}
