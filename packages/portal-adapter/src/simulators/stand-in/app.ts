import express from 'express';
import type { ErrorRequestHandler, Express, Response } from 'express';
import helmet from 'helmet';

/** An app for a stand-in: with the headers that its pages need, and nothing about who made it. */
export function standInApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      // A stand-in runs without TLS on the machine of whoever tries the portal out.
      strictTransportSecurity: false,
    }),
  );
  return app;
}

/** Answers what went wrong with `explain`. Where nobody listens any more, or half an answer is out, the connection ends without a word. */
export const explaining =
  (explain: (error: unknown, response: Response) => void): ErrorRequestHandler =>
  (error, _request, response, next) => {
    if (!response.headersSent && !response.destroyed) return explain(error, response);
    response.destroy();
    next();
  };
