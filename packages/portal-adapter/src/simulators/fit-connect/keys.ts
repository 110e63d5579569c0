import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** RFC 7517. */
export type PrivateJwk = Readonly<Record<'kty' | 'kid' | 'n' | 'e' | 'd' | 'p' | 'q' | 'dp' | 'dq' | 'qi', string>>;

/** All private keys of the stand-in's small world. */
export interface WorldKeys {
  /** The delivery service signs events. */
  readonly service: PrivateJwk;
  /** The routing interface signs routes. */
  readonly routing: PrivateJwk;
  /** The destination opens submissions, */
  readonly decryption: PrivateJwk;
  /** and signs its events. */
  readonly signing: PrivateJwk;
  /** Nobody's: 2048 bits. For showing what must not be believed. */
  readonly foreign: PrivateJwk;
}

export const privateKey = (key: PrivateJwk): KeyObject => createPrivateKey({ key, format: 'jwk' });

/** As it is published. */
export function published(key: PrivateJwk, use: 'wrapKey' | 'verify'): object {
  const { kty, n, e } = createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' });
  return { kty, n, e, kid: key.kid, key_ops: [use], alg: use === 'wrapKey' ? 'RSA-OAEP-256' : 'PS512' };
}
