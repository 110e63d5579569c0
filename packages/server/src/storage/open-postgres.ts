import type { Dialect } from 'kysely';
import { PostgresDialect } from 'kysely';
import pg from 'pg';

/** Connections of one process. PostgreSQL allows 100 in all unless told otherwise. */
const mostConnections = 10;

/** How long the database lets something hold up others. Milliseconds; 0: for ever. */
export interface Patience {
  readonly statement_timeout: number;
  readonly lock_timeout: number;
  readonly idle_in_transaction_session_timeout: number;
}

/** What would hold up others for longer than a citizen waits is ended by the database. */
export const ofCitizens: Patience = { statement_timeout: 30_000, lock_timeout: 10_000, idle_in_transaction_session_timeout: 30_000 };

/** A migration takes as long as it takes, and so does waiting for that of another process. */
export const ofMigrations: Patience = { statement_timeout: 0, lock_timeout: 0, idle_in_transaction_session_timeout: 0 };

const connectionTimeoutMillis = 5_000;

/** Counts come as 64-bit integers, which pg gives as text. None of ours leaves what a number holds exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)),
};

/**
 * The PostgreSQL database (15 or later) at `url`.
 *
 * @param onLost hears of connections that broke; whoever used one gets an error, the next query takes a new one
 */
export function postgresAt(url: string, onLost: (error: Error) => void, patience: Patience): Dialect {
  const limits = { max: mostConnections, connectionTimeoutMillis, ...patience };
  const pool = new pg.Pool({ connectionString: url, types, application_name: 'serviceportal', ...limits });
  pool.on('error', onLost);
  // The pool listens to idle connections only. One that breaks between two queries of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', onLost));
  return new PostgresDialect({ pool });
}
