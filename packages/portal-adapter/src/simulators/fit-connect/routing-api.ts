import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { published } from './keys.js';
import { signed } from './signed-event.js';
import { Problem } from './world.js';
import type { FitConnectWorld } from './world.js';

const arsPattern = /^(\d{2}|\d{3}|\d{5}|\d{9}|\d{12})$/;
const agsPattern = /^(\d{2}|\d{3}|\d{5}|\d{8})$/;

/** Routing API 2.0.0, as far as senders ask it. */
export function routingRoutes(world: FitConnectWorld): Router {
  const routes = Router();
  routes.get('/.well-known/jwks.json', (_, response) => void response.json({ keys: [published(world.keys.routing, 'verify')] }));
  routes.get('/v1/info', (_, response) => void response.json({ title: 'Routing API (Attrappe)', version: '2.0.0' }));
  routes.get('/v1/routes', async (request, response) => {
    const { leikaKey, ars, ags, areaId } = request.query;
    if (typeof leikaKey !== 'string' || !/^99\d{12}$/.test(leikaKey))
      throw new Problem(400, 'invalid-parameter', 'leikaKey fehlt oder ist keiner.');
    const area = [ars, ags, areaId].filter((one): one is string => typeof one === 'string');
    const isArea = typeof ars === 'string' ? arsPattern.test(ars) : typeof ags !== 'string' || agsPattern.test(ags);
    if (area.length !== 1 || !isArea) throw new Problem(400, 'invalid-parameter', 'Genau eines von ars, ags und areaId ist anzugeben.');
    const found = serves(world, leikaKey) ? [await route(world, leikaKey, area[0] ?? '')] : [];
    response.json({ count: found.length, offset: 0, totalCount: found.length, routes: found });
  });
  return routes;
}

function serves({ destination }: FitConnectWorld, leika: string): boolean {
  return destination.services.length === 0 || destination.services.some(({ identifier }) => identifier.endsWith(`:${leika}`));
}

async function route(world: FitConnectWorld, leika: string, area: string): Promise<object> {
  const { routing, submission } = world.addresses();
  const claims = {
    submissionHost: new URL(submission).host,
    iss: routing,
    services: [
      {
        gebietIDs: [`urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:${area}`],
        leistungIDs: [`urn:de:fim:leika:leistung:${leika}`],
      },
    ],
    destinationId: world.destination.id,
    iat: Math.floor(world.now().getTime() / 1000),
    jti: randomUUID(),
  };
  const { foreign, routing: own } = world.keys;
  const key = world.behaviour() === 'forgedRoute' ? { ...foreign, kid: own.kid } : own;
  return {
    destinationId: world.destination.id,
    destinationSignature: await signed(claims, {}, key),
    destinationName: 'Musterstadt, Zustellpunkt zur Vorführung',
  };
}
