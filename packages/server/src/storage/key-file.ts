import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationError } from '../municipalities/configuration-error.js';
import { hasCode } from './has-code.js';

/** 32 bytes each. The first one seals; those after it only open what was sealed before it came (ADR 0090). */
export type Keys = readonly [Buffer, ...Buffer[]];

/** The keys in a file, one a line; a file with one key is made where there is none. */
export function keysInFile(file: string): Keys {
  mkdirSync(dirname(file), { recursive: true });
  try {
    return parseKeys(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  // Linked, not renamed: one that is there already stays.
  placeFile(file, [randomBytes(32)], (draft) => linkSync(draft, file));
  return parseKeys(readFileSync(file, 'utf8'), file);
}

/** Puts these keys in the place of those in the file. Who reads it meanwhile finds the old ones or the new ones. */
export function replaceKeys(file: string, keys: Keys): void {
  placeFile(file, keys, (draft) => renameSync(draft, file));
}

/** Put into place when complete and on disk: a second process or a power cut never sees half a key. */
function placeFile(file: string, keys: Keys, place: (draft: string) => void): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, keys.map((key) => `${key.toString('hex')}\n`).join(''));
  fsyncSync(handle);
  closeSync(handle);
  try {
    place(draft);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  try {
    unlinkSync(draft);
  } catch (error) {
    // Renamed.
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Keys in a text, apart from one another by line breaks, spaces or commas. @throws ConfigurationError `key-unreadable` */
export function parseKeys(text: string, from: string): Keys {
  const [first, ...earlier] = text.trim().split(/[\s,]+/);
  if (first === undefined || ![first, ...earlier].every((digits) => /^[0-9a-f]{64}$/i.test(digits))) {
    throw new ConfigurationError(
      'key-unreadable',
      `${from}: a key of 64 hexadecimal digits is expected here. Restore it from your backup.`,
    );
  }
  return [Buffer.from(first, 'hex'), ...earlier.map((digits) => Buffer.from(digits, 'hex'))];
}
