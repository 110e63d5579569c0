import type { Dialect } from 'kysely';
import { PostgresDialect } from 'kysely';
import pg from 'pg';

/** Connections of one process. PostgreSQL allows 100 in all unless told otherwise. */
const mostConnections = 10;

/** What would hold up others for longer than a citizen waits is ended by the database. Milliseconds. */
const patience = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
};

/** Counts come as 64-bit integers, which pg gives as text. None of ours leaves what a number holds exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
};

/**
 * The PostgreSQL database (15 or later) at `url`.
 *
 * @param onLost hears of connections that broke; whoever used one gets an error, the next query takes a new one
 */
export function postgresAt(url: string, onLost: (error: Error) => void): Dialect {
  const pool = new pg.Pool({ connectionString: url, max: mostConnections, types, ...patience, application_name: 'serviceportal' });
  pool.on('error', onLost);
  // The pool listens to idle connections only. One that breaks between two queries of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', onLost));
  return new PostgresDialect({ pool });
}
