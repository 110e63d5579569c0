import type { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { DeliveryError } from '../../../contract/delivery.js';
import type { DeliveryContext } from '../../../contract/delivery.js';
import { checkChain } from '../encryption/certificate-chain.js';
import { forEncryption, UnfitKey, usableKey } from '../encryption/encryption-key.js';
import type { Recipient } from '../encryption/sealed-stream.js';
import { destination } from './answers.js';
import type { Destination } from './answers.js';
import type { Caller } from './call.js';

/** A destination that takes submissions, with the key that opens them. */
export interface OpenDestination extends Destination {
  readonly recipient: Recipient;
}

export interface Destinations {
  /** Asked anew after five minutes. @throws DeliveryError `fit-connect-destination-closed`, `fit-connect-key-unfit` */
  open(destinationId: string, context: DeliveryContext): Promise<OpenDestination>;
  /** A key as it is published. @throws DeliveryError */
  key(destinationId: string, kid: string, context: DeliveryContext): Promise<unknown>;
}

const freshMs = 300_000;

/** @param trustAnchors absent: keys without certificates are taken, as in FIT-Connect's test environment */
export function destinations(
  caller: Caller,
  base: string,
  trustAnchors: readonly X509Certificate[] | undefined,
  now: () => Date,
): Destinations {
  const held = new Map<string, { readonly destination: OpenDestination; readonly at: number }>();

  const key = (destinationId: string, kid: string, context: DeliveryContext): Promise<unknown> =>
    caller.ask({ method: 'GET', url: `${base}/destinations/${destinationId}/keys/${encodeURIComponent(kid)}` }, z.unknown(), context);

  async function fetched(destinationId: string, context: DeliveryContext): Promise<OpenDestination> {
    const found = await caller.ask(
      { method: 'GET', url: `${base}/destinations/${destinationId}`, maxAnswer: 4_000_000 },
      destination,
      context,
    );
    if (found.status !== 'active') {
      throw new DeliveryError(
        'fit-connect-destination-closed',
        found.status === 'decommissioned' ? 'refused' : 'unavailable',
        `The destination ${destinationId} takes nothing: its status is "${found.status}". Ask its operator.`,
      );
    }
    const jwk = await key(destinationId, found.encryptionKid, context);
    try {
      const usable = usableKey(jwk, found.encryptionKid, forEncryption);
      if (trustAnchors) checkChain(usable.key, usable.jwk.x5c, trustAnchors, now());
      return { ...found, recipient: { key: usable.key, kid: found.encryptionKid } };
    } catch (error) {
      if (!(error instanceof UnfitKey)) throw error;
      throw new DeliveryError(
        'fit-connect-key-unfit',
        'refused',
        `The key of the destination ${destinationId} is not used: ${error.message}. Nothing was sent; ask its operator.`,
      );
    }
  }

  return {
    key,
    async open(destinationId, context) {
      const known = held.get(destinationId);
      if (known && now().getTime() - known.at < freshMs) return known.destination;
      const opened = await fetched(destinationId, context);
      held.set(destinationId, { destination: opened, at: now().getTime() });
      return opened;
    },
  };
}
