import { sql } from 'kysely';
import type { Database as SQLite, Statement } from 'better-sqlite3';

const mark = '/* without disk wait */';

/**
 * The end of a statement that does not wait for the disk (SQLite `synchronous=NORMAL` in WAL mode): what it writes survives the end of
 * this process, but a power cut may take the last moments. Right for a page of a draft, which its citizen still sees; never for
 * what was accepted (ADR 0060). Within a transaction, whose commit waits or does not, it has no effect.
 */
export const withoutDiskWait = sql.raw(mark);

/** What Kysely runs of a statement. */
type Runnable = Pick<Statement, 'reader' | 'all' | 'run' | 'iterate'>;

/** The statement, and if it is marked, with the wait for the disk switched off while it runs. */
export function waitingAsMarked(sqlite: SQLite, text: string, statement: Statement): Runnable {
  if (!text.endsWith(mark)) return statement;
  return {
    reader: false,
    all: (...parameters) => statement.all(...parameters),
    iterate: (...parameters) => statement.iterate(...parameters),
    run: (...parameters) => {
      if (sqlite.inTransaction) return statement.run(...parameters);
      // Not a prepared statement: SQLite carries this out while it compiles.
      sqlite.exec('PRAGMA synchronous = NORMAL');
      try {
        return statement.run(...parameters);
      } finally {
        sqlite.exec('PRAGMA synchronous = FULL');
      }
    },
  };
}
