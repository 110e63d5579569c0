import { createCipheriv, createHash } from 'node:crypto';
import { rc4 } from './rc4.js';

/** The entries of the standard security handler (ISO 32000-1, table 21; ISO 32000-2, 7.6.4). */
export interface Encryption {
  readonly revision: number;
  readonly owner: Buffer;
  readonly user: Buffer;
  readonly permissions: number;
  /** First part of the file's identifier. */
  readonly fileId: Buffer;
  readonly keyBytes: number;
  /** Are the metadata encrypted, too? */
  readonly metadata: boolean;
}

/** Does it open for everybody, with the empty user password? A revision that is not known does not. */
export function emptyPasswordOpens(encryption: Encryption): boolean {
  const { revision, user } = encryption;
  if (revision >= 2 && revision <= 4) return opensOld(encryption);
  // ISO 32000-2, algorithm 11: 32 bytes of hash, 8 of salt to check with.
  if (revision === 5) return createHash('sha256').update(user.subarray(32, 40)).digest().equals(user.subarray(0, 32));
  if (revision === 6) return hash2B(user.subarray(32, 40)).equals(user.subarray(0, 32));
  return false;
}

// What fills up a password to 32 bytes: here all of it.
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

const md5 = (...parts: readonly Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

/** ISO 32000-1, algorithms 2, 4 to 6. */
function opensOld({ revision, owner, user, permissions, fileId, keyBytes, metadata }: Encryption): boolean {
  if (!Number.isInteger(keyBytes) || keyBytes < 5 || keyBytes > 16) return false;
  const flags = Buffer.alloc(4);
  flags.writeInt32LE(permissions | 0);
  const open = revision >= 4 && !metadata ? Buffer.alloc(4, 255) : Buffer.alloc(0);
  let key = md5(padding, owner.subarray(0, 32), flags, fileId, open);
  if (revision >= 3) for (let round = 0; round < 50; round++) key = md5(key.subarray(0, keyBytes));
  key = key.subarray(0, keyBytes);
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32));
  let sealed = md5(padding, fileId);
  for (let round = 0; round < 20; round++) sealed = rc4(key.map((byte) => byte ^ round) as Buffer, sealed);
  return sealed.equals(user.subarray(0, 16));
}

/** ISO 32000-2, algorithm 2.B, for the empty password. */
function hash2B(salt: Buffer): Buffer {
  let key = createHash('sha256').update(salt).digest();
  for (let round = 0; ; round++) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => key));
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const sealed = Buffer.concat([cipher.update(repeated), cipher.final()]);
    const kind = sealed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][kind] ?? '')
      .update(sealed)
      .digest();
    if (round >= 63 && (sealed.at(-1) ?? 0) <= round - 31) return key.subarray(0, 32);
  }
}
