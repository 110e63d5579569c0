import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Security headers for every answer. They are always the same and worked out once. */
export function securityHeaders({ https }: { readonly https: boolean }): RequestHandler {
  const headers = Object.entries(helmetHeaders(https));
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** Scripts come from files of our own only, nothing comes from elsewhere. */
function helmetHeaders(https: boolean): Record<string, string> {
  const self = ["'self'"];
  const handler = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        // The script asks our own pages what they show.
        connectSrc: self,
        styleSrc: self,
        fontSrc: self,
        // data: KERN's icons are masks inside its style sheet.
        imgSrc: ["'self'", 'data:'],
        formAction: self,
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  handler(request, response, (error?: unknown) => {
    if (error instanceof Error) throw error;
  });
  return Object.fromEntries(response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]));
}

/** Personal pages are kept by nobody. */
export const personal: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
