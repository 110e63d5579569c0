import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '../work/metrics.js';

/** The pattern of the route, `/antrag/:id/:page`: addresses themselves name applications. */
function routeOf(request: Request): string {
  const route: unknown = request.route;
  const path = route !== null && typeof route === 'object' && 'path' in route ? route.path : undefined;
  return typeof path === 'string' ? `${request.baseUrl}${path}` : 'other';
}

/** One log line and one measurement for each request. Gives the request a number that error pages show. */
export function requestLog(log: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const id = randomUUID().slice(0, 8);
    const start = process.hrtime.bigint();
    response.locals['requestId'] = id;
    response.set('X-Request-Id', id);
    response.on('finish', () => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      const labels = { method: request.method, route: routeOf(request), status: String(response.statusCode) };
      metrics.requests.observe(labels, seconds);
      log.info({ id, ...labels, milliseconds: Math.round(seconds * 1e4) / 10 }, 'request');
    });
    next();
  };
}
