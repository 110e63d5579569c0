import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { DeliveryContext } from '../../../contract/delivery.js';
import type { Caller } from '../api/call.js';
import { forSignatures, UnfitKey, usableKey } from '../encryption/encryption-key.js';
import type { KeyFinder } from './security-event.js';

const keySet = z.object({ keys: z.array(z.looseObject({ kid: z.string().optional() })).max(100) });
type KeySet = z.infer<typeof keySet>;

/** Milliseconds that a set of keys is good for; and after which an unknown kid is looked for again. */
const [freshMs, patienceMs] = [600_000, 30_000];

export interface KeySets {
  /** The key of this kid that an address publishes under `/.well-known/jwks.json`; null: it has none. @throws DeliveryError */
  find(base: string, kid: string, context: DeliveryContext): Promise<KeyObject | null>;
}

export function keySets(caller: Caller, now: () => Date): KeySets {
  const held = new Map<string, { readonly keys: KeySet; readonly at: number }>();
  return {
    async find(base, kid, context) {
      const known = held.get(base);
      const age = known ? now().getTime() - known.at : Number.POSITIVE_INFINITY;
      const has = known?.keys.keys.some((key) => key.kid === kid) ?? false;
      let keys = known?.keys;
      if (!keys || age > freshMs || (!has && age > patienceMs)) {
        const url = `${base.replace(/\/+$/, '')}/.well-known/jwks.json`;
        keys = await caller.ask({ method: 'GET', url, authorised: false, maxAnswer: 1_000_000 }, keySet, context);
        held.set(base, { keys, at: now().getTime() });
      }
      const found = keys.keys.find((key) => key.kid === kid);
      return found ? signatureKey(found, kid) : null;
    },
  };
}

/** Null: no key to verify events with. */
export function signatureKey(jwk: unknown, kid: string): KeyObject | null {
  try {
    return usableKey(jwk, kid, forSignatures).key;
  } catch (error) {
    if (error instanceof UnfitKey) return null;
    throw error;
  }
}

export interface Speakers {
  /** Address of the submission interface: the service itself is on its host. */
  readonly submission: string;
  /** Further addresses under which the service signs. */
  readonly issuers: readonly string[];
  /** Fetches a key of a destination. @throws DeliveryError */
  destinationKey(destinationId: string, kid: string): Promise<unknown>;
}

/** Believes the delivery service on the host that we were configured with, and the destination the submission went to. */
export function speakersOf(sets: KeySets, speakers: Speakers, destinationId: string, context: DeliveryContext): KeyFinder {
  const origin = new URL(speakers.submission).origin;
  return async (issuer, kid) => {
    if (issuer.toLowerCase() === destinationId.toLowerCase()) {
      return signatureKey(await speakers.destinationKey(destinationId, kid), kid);
    }
    const url = URL.parse(issuer);
    const isService = url !== null && !url.username && !url.search && !url.hash && url.origin === origin;
    if (!isService && !speakers.issuers.includes(issuer)) return null;
    return sets.find(issuer, kid, context);
  };
}
