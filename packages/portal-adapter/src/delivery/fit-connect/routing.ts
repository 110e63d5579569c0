import { compactVerify, errors } from 'jose';
import { z } from 'zod';
import { DeliveryError } from '../../contract/delivery.js';
import type { DeliveryContext } from '../../contract/delivery.js';
import { uuid } from './api/answers.js';
import type { Caller } from './api/call.js';
import { parsedJson } from './api/json.js';
import type { KeySets } from './events/verification-keys.js';

const routes = z.object({
  totalCount: z.number().int().nonnegative().optional(),
  routes: z.array(z.object({ destinationId: uuid, destinationSignature: z.string().max(100_000) })).max(500),
});

const signed = z.object({
  submissionHost: z.string().max(300),
  destinationId: uuid,
  services: z.array(z.object({ gebietIDs: z.array(z.string()).default([]), leistungIDs: z.array(z.string()).default([]) })).max(10_000),
});

/** What a destination is looked for by. */
export interface RouteQuestion {
  /** 14 digits. */
  readonly leika: string;
  /** 12 digits. */
  readonly ars: string;
}

export interface RoutingOptions {
  /** Address of the routing interface; its own keys sign its routes. */
  readonly routing: string;
  /** Hosts that a route may name: those we send to. */
  readonly hosts: readonly string[];
  readonly checkArea: boolean;
}

/** The one destination for a service in a municipality, with the signature of the routing interface checked. @throws DeliveryError */
export async function findDestination(
  caller: Caller,
  sets: KeySets,
  { leika, ars }: RouteQuestion,
  options: RoutingOptions,
  context: DeliveryContext,
): Promise<string> {
  const query = new URLSearchParams({ leikaKey: leika, ars, limit: '10' });
  const url = `${options.routing}/v1/routes?${query}`;
  const found = await caller.ask({ method: 'GET', url, authorised: false, maxAnswer: 4_000_000 }, routes, context);
  const ids = new Set(found.routes.map((route) => route.destinationId.toLowerCase()));
  const [route] = found.routes;
  if (!route || ids.size !== 1) {
    const many = route ? `${ids.size} destinations` : 'no destination';
    throw new DeliveryError(
      'fit-connect-route-missing',
      'refused',
      `FIT-Connect has ${many} for the service ${leika} in ${ars}. Name one with destinationId, or ask the office to register its own.`,
    );
  }
  const claims = await verified(route.destinationSignature, sets, options.routing, context);
  const fits =
    claims.destinationId.toLowerCase() === route.destinationId.toLowerCase() &&
    claims.services.some((service) => offers(service.leistungIDs, leika) && (!options.checkArea || covers(service.gebietIDs, ars)));
  if (!fits) throw unsigned('it is for another destination, service or area');
  if (!options.hosts.includes(hostOf(claims.submissionHost))) {
    throw unsigned(`it names the host ${hostOf(claims.submissionHost).slice(0, 100)}, which is not the configured one`);
  }
  return route.destinationId;
}

async function verified(signature: string, sets: KeySets, routing: string, context: DeliveryContext): Promise<z.infer<typeof signed>> {
  let payload: Uint8Array;
  try {
    ({ payload } = await compactVerify(
      signature,
      async ({ kid }) => {
        const key = kid === undefined ? null : await sets.find(routing, kid, context);
        if (!key) throw unsigned('its key is not one of the routing interface');
        return key;
      },
      { algorithms: ['PS512'] },
    ));
  } catch (error) {
    if (error instanceof errors.JOSEError) throw unsigned('its signature is not right');
    throw error;
  }
  const parsed = signed.safeParse(parsedJson(Buffer.from(payload).toString('utf8')));
  if (!parsed.success) throw unsigned('it does not say what it is for');
  return parsed.data;
}

/** `urn:de:fim:leika:leistung:99…`, or the key alone. */
const offers = (ids: readonly string[], leika: string): boolean => ids.some((id) => id.split(':').at(-1) === leika);

/** An area is named by the first digits of its key, zeros at the end left out or not. */
function covers(ids: readonly string[], ars: string): boolean {
  return ids.some((id) => {
    const digits = id.split(':').at(-1) ?? '';
    const isKey = /^(DE)?\d{2,12}$/.test(digits);
    return isKey && ars.startsWith(wholeLevel(digits.replace('DE', '')));
  });
}

/** Without the zeros that only fill up: `059580000000` is the Kreis `05958`. Levels of the key: 2, 3, 5, 9, 12 digits. */
function wholeLevel(digits: string): string {
  const level = [2, 3, 5, 9, 12].find((length) => /^0*$/.test(digits.slice(length)));
  return digits.slice(0, level);
}

function hostOf(text: string): string {
  return (URL.parse(text)?.host || text).toLowerCase();
}

function unsigned(why: string): DeliveryError {
  return new DeliveryError(
    'fit-connect-route-invalid',
    'refused',
    `The route to the destination is not used: ${why}. Nothing was sent; name the destination with destinationId if you know it is right.`,
  );
}
