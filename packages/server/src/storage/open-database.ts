import { Kysely } from 'kysely';
import { migrate } from './migrate.js';
import { postgresAt } from './open-postgres.js';
import { sqliteAt } from './open-sqlite.js';
import type { Tables } from './tables.js';

export type Database = Kysely<Tables>;

/** Is it the address of a PostgreSQL database, not the path of a file? */
export const isPostgresUrl = (location: string): boolean => /^postgres(ql)?:\/\//.test(location);

/** The database at `location`, its tables as they are. */
export const connect = (location: string, onLost: (error: Error) => void = () => undefined): Database =>
  new Kysely<Tables>({ dialect: isPostgresUrl(location) ? postgresAt(location, onLost) : sqliteAt(location) });

/**
 * Opens the database and brings its tables up to date.
 *
 * @param location `postgres://…`, or the path of a SQLite file, which is created if need be
 * @param onLost hears of broken connections that nobody was using
 */
export async function openDatabase(location: string, onLost?: (error: Error) => void): Promise<Database> {
  const database = connect(location, onLost);
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}
