import { createPrivateKey, createPublicKey, generateKeyPair, randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const jwk = z.looseObject({ kid: z.string(), kty: z.literal('RSA'), n: z.string(), d: z.string() });

/** All keys of the stand-in's small world, as private JWKs (RFC 7517). */
export const worldKeys = z.object({
  /** The delivery service signs events. */
  service: jwk,
  /** The routing interface signs routes. */
  routing: jwk,
  /** The destination opens submissions, */
  decryption: jwk,
  /** and signs its events. */
  signing: jwk,
  /** Nobody's: 2048 bits. For showing what must not be believed. */
  foreign: jwk,
});

export type WorldKeys = z.infer<typeof worldKeys>;
export type PrivateJwk = WorldKeys['service'];

const makePair = promisify(generateKeyPair);

async function made(bits: number): Promise<PrivateJwk> {
  const { privateKey } = await makePair('rsa', { modulusLength: bits });
  return jwk.parse({ ...privateKey.export({ format: 'jwk' }), kid: randomUUID() });
}

/** Makes new keys; takes seconds. */
export async function makeKeys(): Promise<WorldKeys> {
  const [service, routing, decryption, signing, foreign] = await Promise.all([made(4096), made(4096), made(4096), made(4096), made(2048)]);
  return { service, routing, decryption, signing, foreign };
}

/** The keys of this folder, made at its first start. */
export async function keysIn(folder: string): Promise<WorldKeys> {
  const path = join(folder, 'schluessel.json');
  const stored = await readFile(path, 'utf8').catch(() => null);
  if (stored !== null) return worldKeys.parse(JSON.parse(stored));
  const keys = await makeKeys();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path, JSON.stringify(keys, null, 2), { mode: 0o600 });
  return keys;
}

export const privateKey = (key: PrivateJwk): KeyObject => createPrivateKey({ key, format: 'jwk' });

/** As it is published. */
export function published(key: PrivateJwk, use: 'wrapKey' | 'verify'): object {
  const { kty, n, e } = createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' });
  return { kty, n, e, kid: key.kid, key_ops: [use], alg: use === 'wrapKey' ? 'RSA-OAEP-256' : 'PS512' };
}
