import { resolve, join } from 'node:path';
import { ConfigurationError } from '../municipalities/configuration-error.js';
import { openPortalDatabase } from '../open-portal-database.js';
import { parseKeys } from '../storage/key-file.js';
import { rewrapUntilSettled, rotateKeyInFile } from '../work/rotate-key.js';
import { portalLog } from './portal-log.js';

export interface RotateKeyOptions {
  readonly data: string;
  /** Seconds. */
  readonly settle: number;
}

/** `serviceportal rotate-key`: replaces the municipality's key, beside a portal that runs. */
export async function rotateKey({ data, settle }: RotateKeyOptions): Promise<void> {
  const folder = resolve(data);
  const fromEnvironment = process.env['SERVICEPORTAL_KEY'];
  const keys = fromEnvironment === undefined ? null : parseKeys(fromEnvironment, 'SERVICEPORTAL_KEY');
  if (keys?.length === 1) {
    throw new ConfigurationError(
      'key-not-rotated',
      'SERVICEPORTAL_KEY holds one key, and only you can change it. Make a new one (openssl rand -hex 32), set SERVICEPORTAL_KEY to ' +
        '"new,old" for all processes, and run this again with the same value (docs/operations.md, Rotate the key).',
    );
  }
  const database = await openPortalDatabase(folder, process.env, portalLog(false));
  const rotation = { database, settle: settle * 1000, say: (line: string) => console.log(line) };
  try {
    const file = join(folder, 'key');
    const { unreadable } = await (keys ? rewrapUntilSettled(keys, rotation) : rotateKeyInFile(file, rotation));
    if (unreadable > 0) console.log(`${unreadable} values are sealed with none of these keys. They could not be read before, either.`);
    console.log(
      keys
        ? 'Everything is sealed with the first key. Set SERVICEPORTAL_KEY to it alone.'
        : `Everything is sealed with the new key in ${file}. Keep a copy of it now. Backups from before still need the earlier one.`,
    );
  } finally {
    await database.destroy();
  }
}
