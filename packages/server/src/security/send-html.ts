import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

/** Below this a page fits into one packet anyway. */
const leastBytes = 1_024;

// Quality 4 makes pages smaller than gzip does, in less time.
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };
const compressors = {
  br: (page: Buffer) => promisify(brotliCompress)(page, brotliOptions),
  gzip: (page: Buffer) => promisify(gzip)(page),
} as const;
/** Best first: browsers list what they take in no order. */
const encodings = ['br', 'gzip'] as const;

/** The page that a response is about to carry. An error after a page was made brings another one. */
const pending = new WeakMap<Response, Buffer>();

/** Sends a page, compressed where the browser takes it. The page is whole in memory: a stream would only cost. */
export function sendHtml(request: Request, response: Response, html: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.vary('Accept-Encoding');
  const page = Buffer.from(html);
  pending.set(response, page);
  // Without the header any encoding would do (RFC 9110, section 12.5.3); who does not send it is no browser.
  const known = request.headers['accept-encoding'] === undefined ? [] : encodings;
  const accepted = known.find((encoding) => request.acceptsEncodings(encoding) === encoding);
  if (page.length < leastBytes || accepted === undefined) return end(request, response, page);
  compressors[accepted](page)
    .then(
      (compressed) => {
        if (pending.get(response) !== page || response.headersSent) return;
        response.setHeader('Content-Encoding', accepted);
        end(request, response, compressed);
      },
      () => {
        if (pending.get(response) === page && !response.headersSent) end(request, response, page);
      },
    )
    // Nobody is left to tell: the connection is.
    .catch(() => response.destroy());
}

function end(request: Request, response: Response, body: Buffer): void {
  pending.delete(response);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}
