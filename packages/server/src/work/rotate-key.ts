import { existsSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { keysInFile, replaceKeys } from '../storage/key-file.js';
import type { Keys } from '../storage/key-file.js';
import type { Tables } from '../storage/tables.js';
import { rewrapAll } from './rewrap.js';
import type { Rewrapped } from './rewrap.js';

export interface Rotation {
  readonly database: Kysely<Tables>;
  /** Milliseconds in which everything is stored that a process sealed with the earlier key before it saw the new one. */
  readonly settle: number;
  readonly say: (line: string) => void;
}

/**
 * Replaces the key in `file`: the new one seals at once in every process that reads the file, both open until everything is sealed with the
 * new one, then the earlier one goes. Ended at any moment, it is taken up where it was by the next call (ADR 0090).
 */
export async function rotateKeyInFile(file: string, rotation: Rotation): Promise<Rewrapped> {
  const next = `${file}.next`;
  const before = keysInFile(file);
  const resumed = existsSync(next);
  // Made once: whoever begins at the same moment, or goes on after a crash, finds the same new key.
  const [key] = keysInFile(next);
  const known = before.findIndex((one) => one.equals(key));
  const keys: Keys = known === 0 ? before : [key, ...before];
  if (known !== 0) replaceKeys(file, keys);
  rotation.say(resumed ? 'A rotation that was ended is taken up again.' : 'The new key seals from now on; the earlier one still opens.');
  const done = keys.length === 1 ? { rewrapped: 0, unreadable: 0 } : await rewrapUntilSettled(keys, rotation);
  replaceKeys(file, [key]);
  rmSync(next);
  return done;
}

/** Seals with the first key what the others sealed, until nothing is left, also not of what was under way. */
export async function rewrapUntilSettled(keys: Keys, { database, settle, say }: Rotation): Promise<Rewrapped> {
  let rewrapped = 0;
  for (;;) {
    const found = await rewrapAll(database, keys);
    rewrapped += found.rewrapped;
    say(`${rewrapped} values sealed anew.`);
    await delay(settle);
    const late = await rewrapAll(database, keys);
    rewrapped += late.rewrapped;
    if (late.rewrapped === 0) return { rewrapped, unreadable: late.unreadable };
  }
}
