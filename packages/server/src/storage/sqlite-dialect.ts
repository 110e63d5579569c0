import type { DatabaseConnection, DatabaseIntrospector, Dialect, DialectAdapter, Driver, Kysely, QueryCompiler } from 'kysely';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { OpenSqlite } from './sqlite-connection.js';
import { SqliteConnection } from './sqlite-connection.js';

/** Kysely hands back the connections that it got here. */
const ours = (connection: DatabaseConnection): SqliteConnection => connection as SqliteConnection;

/** Lets one at a time use the connection, in the order in which they came. */
class TurnDriver implements Driver {
  readonly #sqlite: OpenSqlite;
  readonly #close: () => Promise<void>;
  #lastTurn: Promise<void> = Promise.resolve();
  constructor(sqlite: OpenSqlite, close: () => Promise<void>) {
    this.#sqlite = sqlite;
    this.#close = close;
  }
  init(): Promise<void> {
    return Promise.resolve();
  }
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#lastTurn;
    let giveBack = (): void => undefined;
    this.#lastTurn = new Promise((resolve) => (giveBack = resolve));
    await before;
    return new SqliteConnection(this.#sqlite, giveBack);
  }
  beginTransaction(connection: DatabaseConnection): Promise<void> {
    return ours(connection).begin();
  }
  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return ours(connection).commit();
  }
  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    ours(connection).rollback();
    return Promise.resolve();
  }
  releaseConnection(connection: DatabaseConnection): Promise<void> {
    ours(connection).giveBack();
    return Promise.resolve();
  }
  async destroy(): Promise<void> {
    await this.#lastTurn;
    await this.#close();
  }
}

/** SQLite changes tables within transactions: of two processes that start at once, one migrates and the other waits. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** SQLite as a server with several processes needs it: nobody's waiting, for a lock or for the disk, stops the thread (ADR 0097). */
export class SqliteDialect implements Dialect {
  readonly #sqlite: OpenSqlite;
  readonly #close: () => Promise<void>;
  constructor(sqlite: OpenSqlite, close: () => Promise<void>) {
    this.#sqlite = sqlite;
    this.#close = close;
  }
  createDriver(): Driver {
    return new TurnDriver(this.#sqlite, this.#close);
  }
  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }
  createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }
  createIntrospector(database: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(database);
  }
}
