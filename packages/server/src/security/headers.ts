import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Security headers for every answer. Scripts come from files of our own only, nothing comes from elsewhere. */
export function securityHeaders({ https }: { readonly https: boolean }): RequestHandler {
  const self = ["'self'"];
  return helmet({
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
}

/** Personal pages are kept by nobody. */
export const personal: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
