import type { Database as SQLite, Statement } from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { sql } from 'kysely';
import { patiently } from './patiently.js';
import type { WalSync } from './wal-sync.js';

const mark = '/* without disk wait */';

/**
 * The end of a statement that does not wait for the disk: what it writes survives the end of this process, but a power cut may take the
 * last moments. Right for a page of a draft, which its citizen still sees; never for what was accepted (ADR 0060). A transaction
 * waits at its end if any statement in it would have waited.
 */
export const withoutDiskWait = sql.raw(mark);

/** One SQLite database, as all its connections of this process share it. */
export interface OpenSqlite {
  readonly database: SQLite;
  readonly wal: Pick<WalSync, 'check' | 'written'>;
  /** How long a statement waits for the lock of another process, in milliseconds. */
  readonly patience: number;
  readonly statements: Map<string, Prepared>;
}

interface Prepared {
  readonly statement: Statement;
  /** Does it write something that must be on the disk before anybody is told? */
  readonly lasting: boolean;
}

/** The statement of this text, compiled once. */
function prepare({ database, statements }: OpenSqlite, text: string): Prepared {
  const known = statements.get(text);
  if (known) return known;
  const statement = database.prepare(text);
  const prepared = { statement, lasting: !statement.readonly && !text.endsWith(mark) };
  // Statements written for one list length would otherwise pile up.
  if (statements.size < 200) statements.set(text, prepared);
  return prepared;
}

function run<Row>(statement: Statement, parameters: readonly unknown[]): QueryResult<Row> {
  if (statement.reader) return { rows: statement.all(parameters) as Row[] };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}

/** The one connection to SQLite, for as long as it is somebody's turn. */
export class SqliteConnection implements DatabaseConnection {
  readonly #sqlite: OpenSqlite;
  /** Ends the turn. A second call does nothing. */
  readonly giveBack: () => void;
  #inTransaction = false;
  #lasting = false;
  constructor(sqlite: OpenSqlite, giveBack: () => void) {
    this.#sqlite = sqlite;
    this.giveBack = giveBack;
  }

  async executeQuery<Row>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { wal, patience } = this.#sqlite;
    const { statement, lasting } = prepare(this.#sqlite, text);
    if (lasting) wal.check();
    const result = await patiently(() => run<Row>(statement, parameters), patience);
    if (!lasting) return result;
    if (this.#inTransaction) this.#lasting = true;
    else await wal.written();
    return result;
  }

  /** A transaction that begins by reading cannot wait for another writer in SQLite; it fails at once. So it begins by locking. */
  async begin(): Promise<void> {
    this.#sqlite.wal.check();
    await patiently(() => prepare(this.#sqlite, 'begin immediate').statement.run(), this.#sqlite.patience);
    this.#inTransaction = true;
  }

  /** Others go on while the disk works. */
  async commit(): Promise<void> {
    prepare(this.#sqlite, 'commit').statement.run();
    this.#inTransaction = false;
    this.giveBack();
    if (this.#lasting) await this.#sqlite.wal.written();
  }

  /** Does nothing after a commit, whose turn is over, and where SQLite itself rolled back, as it does when the disk is full. */
  rollback(): void {
    if (this.#inTransaction && this.#sqlite.database.inTransaction) prepare(this.#sqlite, 'rollback').statement.run();
    this.#inTransaction = false;
  }

  async *streamQuery<Row>({ sql: text, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    for (const row of prepare(this.#sqlite, text).statement.iterate(parameters)) yield { rows: [row as Row] };
  }
}
