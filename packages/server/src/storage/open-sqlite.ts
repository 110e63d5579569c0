import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import type { Dialect } from 'kysely';
import { ImmediateSqliteDialect } from './sqlite-dialect.js';
import { waitingAsMarked } from './without-disk-wait.js';

/** How long a writer waits for another one: what citizens wait for, and the migration of another process. Milliseconds. */
export const busyMilliseconds = { writing: 5_000, migrating: 600_000 };

/** The SQLite database in the file `path`, which is created if need be. `busy`: how long a writer waits for another, in milliseconds. */
export function sqliteAt(path: string, busy = busyMilliseconds.writing): Dialect {
  // Made here, because SQLite makes it readable for everybody; the files beside it get the same rights.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // An open database is not touched: closing any handle on it would end the locks of this process.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600);
  const sqlite = new SQLite(path);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma(`busy_timeout = ${busy}`);
  const statements = new Map<string, ReturnType<typeof waitingAsMarked>>();
  return new ImmediateSqliteDialect({
    database: {
      prepare(sql: string) {
        const known = statements.get(sql);
        if (known) return known;
        const statement = waitingAsMarked(sqlite, sql, sqlite.prepare(sql));
        // Statements written for one list length would otherwise pile up.
        if (statements.size < 200) statements.set(sql, statement);
        return statement;
      },
      close: () => sqlite.close(),
    },
  });
}
