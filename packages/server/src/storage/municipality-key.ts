import { randomBytes } from 'node:crypto';
import { linkSync, openSync, closeSync, fsyncSync, mkdirSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigurationError } from '../municipalities/configuration-error.js';
import { hasCode } from './has-code.js';

/**
 * The 32-byte key that wraps the key of every application. From `SERVICEPORTAL_KEY` (64 hex digits), else from the file,
 * which is created with mode 0600 if it is not there.
 */
export function municipalityKey(file: string, fromEnvironment: string | undefined): Buffer {
  if (fromEnvironment !== undefined) return parseKey(fromEnvironment, 'SERVICEPORTAL_KEY');
  mkdirSync(dirname(file), { recursive: true });
  try {
    return parseKey(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  createKey(file);
  return parseKey(readFileSync(file, 'utf8'), file);
}

/** Linked into place when complete: a second process or a power cut never sees half a key, and an existing one stays. */
function createKey(file: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, `${randomBytes(32).toString('hex')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
}

function parseKey(text: string, from: string): Buffer {
  const digits = text.trim();
  if (!/^[0-9a-f]{64}$/i.test(digits)) {
    throw new ConfigurationError(
      'key-unreadable',
      `${from}: a key of 64 hexadecimal digits is expected here. Restore it from your backup.`,
    );
  }
  return Buffer.from(digits, 'hex');
}
