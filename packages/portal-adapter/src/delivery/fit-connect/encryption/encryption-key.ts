import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';

const base64url = /^[\w-]+$/;

/** A public key as FIT-Connect hands it out (RFC 7517). Nothing of a private key may be in it. */
export const publicJwk = z.object({
  kty: z.literal('RSA'),
  kid: z.string().min(1).max(200),
  alg: z.string(),
  key_ops: z.array(z.string()).max(8),
  n: z.string().regex(base64url).max(2000),
  e: z.literal('AQAB'),
  x5c: z.array(z.string().max(20_000)).max(10).optional(),
  d: z.undefined().optional(),
});

export type PublicJwk = z.infer<typeof publicJwk>;

/** Bits that a modulus must have at least. */
const strength = 4096;
/** And at most: a key of a million bits costs minutes. */
const limit = 16_384;

export type KeyUse =
  { readonly alg: 'RSA-OAEP-256'; readonly operation: 'wrapKey' } | { readonly alg: 'PS512'; readonly operation: 'verify' };
export const forEncryption: KeyUse = { alg: 'RSA-OAEP-256', operation: 'wrapKey' };
export const forSignatures: KeyUse = { alg: 'PS512', operation: 'verify' };

/** Why a key is not used, in words for an operator. */
export class UnfitKey extends Error {
  override readonly name = 'UnfitKey';
}

/** The key, if it is one for this use and strong enough. @throws UnfitKey */
export function usableKey(value: unknown, kid: string, use: KeyUse): { readonly key: KeyObject; readonly jwk: PublicJwk } {
  const parsed = publicJwk.safeParse(value);
  if (!parsed.success) throw new UnfitKey(`it is no public RSA key (${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')})`);
  const jwk = parsed.data;
  if (jwk.kid !== kid) throw new UnfitKey('it has another kid than was asked for');
  if (jwk.alg !== use.alg) throw new UnfitKey(`it is for another algorithm than ${use.alg}`);
  if (!jwk.key_ops.includes(use.operation)) throw new UnfitKey(`its key_ops do not say ${use.operation}`);
  const key = createPublicKey({ key: { kty: jwk.kty, n: jwk.n, e: jwk.e }, format: 'jwk' });
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < strength || bits > limit) throw new UnfitKey(`it has ${bits} bits; at least ${strength} are wanted`);
  return { key, jwk };
}
