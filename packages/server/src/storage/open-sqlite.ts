import { chmodSync, closeSync, existsSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import type { Dialect } from 'kysely';
import { ConfigurationError } from '../municipalities/configuration-error.js';
import { SqliteDialect } from './sqlite-dialect.js';
import { WalSync } from './wal-sync.js';

/** How long a writer waits for another one: what citizens wait for, and the migration of another process. Milliseconds. */
export const busyMilliseconds = { writing: 5_000, migrating: 600_000 };

/** The SQLite database in the file `path`, which is created if need be. `busy`: how long a writer waits for another, in milliseconds. */
export function sqliteAt(path: string, busy = busyMilliseconds.writing): Dialect {
  // Made here, because SQLite makes it readable for everybody; the files beside it get the same rights.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // An open database is not touched: closing any handle on it would end the locks of this process.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  // SQLite puts its log beside the file itself, not beside a link to it.
  const file = realpathSync(path);
  for (const each of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(each)) chmodSync(each, 0o600);
  const database = new SQLite(file, { timeout: busy });
  if (database.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
    throw new ConfigurationError(
      'configuration-invalid',
      `${file} is on a drive on which SQLite cannot write ahead, such as a network drive. Choose a local drive.`,
    );
  }
  // What must not be lost waits for the disk by itself (WalSync).
  database.pragma('synchronous = NORMAL');
  database.pragma('foreign_keys = ON');
  // Reading anything makes the log.
  database.pragma('schema_version');
  const wal = new WalSync(file);
  // From here on, statements wait for other processes by themselves.
  database.pragma('busy_timeout = 0');
  return new SqliteDialect({ database, wal, patience: busy, statements: new Map() }, async () => {
    await wal.close();
    database.close();
  });
}
