import { statSync } from 'node:fs';
import { keysInFile, parseKeys } from './key-file.js';
import type { Keys } from './key-file.js';
import { seal, unseal } from './sealing.js';
import { derive } from './visit-keys.js';

/**
 * The key of the municipality, which wraps the key of every application. While it is being replaced there are two: the newer one seals,
 * both open.
 */
export interface MunicipalityKey {
  seal(plain: Uint8Array, purpose: string): Buffer;
  /** Null: sealed with another key or for another purpose, or a byte was changed. */
  open(sealed: Uint8Array, purpose: string): Buffer | null;
  /** A key made from it, for digests that nobody has to find again after the next rotation. */
  derived(purpose: string): Buffer;
}

/** From `SERVICEPORTAL_KEY` (64 hex digits; after it, earlier keys), else from the file, which is made with mode 0600 if it is not there. */
export function municipalityKey(file: string, fromEnvironment: string | undefined): MunicipalityKey {
  if (fromEnvironment !== undefined) {
    const keys = parseKeys(fromEnvironment, 'SERVICEPORTAL_KEY');
    return withKeys(() => keys);
  }
  return withKeys(watched(file));
}

export const withKeys = (keys: () => Keys): MunicipalityKey => ({
  seal: (plain, purpose) => seal(plain, keys()[0], purpose),
  open: (sealed, purpose) => {
    for (const key of keys()) {
      const plain = unseal(sealed, key, purpose);
      if (plain) return plain;
    }
    return null;
  },
  derived: (purpose) => derive(keys()[0], purpose),
});

/** The keys in a file, read again when it has been replaced: a rotation needs no restart of the processes that run. */
function watched(file: string): () => Keys {
  let keys = keysInFile(file);
  let seen = versionOf(file);
  return () => {
    const now = versionOf(file);
    // Gone for a moment: whoever is replacing it puts it back.
    if (now === null || now === seen) return keys;
    keys = keysInFile(file);
    seen = now;
    return keys;
  };
}

/** Changes with every replacement: another file, another time. */
function versionOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.ino}:${found.mtimeNs}` : null;
}
