import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { parsedJson } from '../api/json.js';

const privateJwk = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1).max(200),
  alg: z.string().optional(),
  ...Object.fromEntries(['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'].map((name) => [name, z.string()])),
});

export interface PrivateKey {
  readonly kid: string;
  readonly key: KeyObject;
}

/** A private JWK of at least 4096 bits. @throws Error in words for an operator; nothing of the key is in them */
export function readPrivateKey(text: string, alg: 'RSA-OAEP-256' | 'PS512'): PrivateKey {
  const parsed = privateJwk.safeParse(parsedJson(text));
  if (!parsed.success) throw new Error('is no private RSA key as a JWK (with kid)');
  const { kid } = parsed.data;
  if (parsed.data.alg !== undefined && parsed.data.alg !== alg) throw new Error(`is a key for another algorithm than ${alg}`);
  const key = made(parsed.data);
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 4096) throw new Error('has fewer than 4096 bits');
  return { kid, key };
}

function made(jwk: object): KeyObject {
  try {
    return createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  } catch {
    // The library's message may quote the key.
    throw new Error('is no RSA key that works');
  }
}
