import express from 'express';
import type { Express } from 'express';
import { callbackRoutes } from './callback.js';
import { citizenRoutes } from './citizen/routes.js';
import { clerkRoutes } from './clerk/routes.js';
import type { Portal } from './portal.js';
import { errorPages } from './security/error-page.js';
import { securityHeaders } from './security/headers.js';
import { health, metricsPage } from './security/operations.js';
import { sameOriginPosts } from './security/origin.js';
import { notFound } from './security/portal-error.js';
import { atMost } from './security/rate-limits.js';
import { requestLog } from './security/request-log.js';

/** The portal as an Express application. */
export function createApp(portal: Portal): Express {
  const { configuration } = portal.municipality;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', configuration.trustProxy);
  app.set('query parser', 'simple');
  app.use(requestLog(portal.log, portal.metrics));
  app.use(securityHeaders({ https: portal.cookies.secure }));
  const open = configuration.baseUrl === undefined && configuration.trustProxy === 0;
  app.get('/healthz', health(portal.office.database));
  app.get('/metrics', metricsPage(portal.metrics, { token: configuration.metricsToken, open }));
  app.use(atMost(configuration.limits.requestsPerMinute));
  app.use('/rueckmeldung', callbackRoutes(portal));
  app.use(sameOriginPosts);
  app.use('/amt', clerkRoutes(portal));
  app.use(citizenRoutes(portal));
  app.use(() => {
    throw notFound('The page');
  });
  app.use(errorPages(portal));
  return app;
}
