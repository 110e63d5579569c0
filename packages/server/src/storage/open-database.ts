import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { migrate } from './migrate.js';
import { ImmediateSqliteDialect } from './sqlite-dialect.js';
import type { Tables } from './tables.js';

export type Database = Kysely<Tables>;

/** Opens (or creates) the SQLite database at `path` and brings its tables up to date. */
export async function openDatabase(path: string): Promise<Database> {
  // Made here, because SQLite makes it readable for everybody; the files beside it get the same rights.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // An open database is not touched: closing any handle on it would end the locks of this process.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600);
  const sqlite = new SQLite(path);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('busy_timeout = 5000');
  const statements = new Map<string, SQLite.Statement>();
  const database = new Kysely<Tables>({
    dialect: new ImmediateSqliteDialect({
      database: {
        prepare(sql: string) {
          const known = statements.get(sql);
          if (known) return known;
          const statement = sqlite.prepare(sql);
          // Statements written for one list length would otherwise pile up.
          if (statements.size < 200) statements.set(sql, statement);
          return statement;
        },
        close: () => sqlite.close(),
      },
    }),
  });
  await migrate(database);
  return database;
}
