import { Kysely } from 'kysely';
import { migrate } from './migrate.js';
import { ofCitizens, ofMigrations, postgresAt } from './open-postgres.js';
import type { Patience } from './open-postgres.js';
import { busyMilliseconds, sqliteAt } from './open-sqlite.js';
import type { Tables } from './tables.js';

export type Database = Kysely<Tables>;

/** Is it the address of a PostgreSQL database, not the path of a file? */
export const isPostgresUrl = (location: string): boolean => /^postgres(ql)?:\/\//.test(location);

type OnLost = (error: Error) => void;
const ignore: OnLost = () => undefined;

/** The database at `location`, its tables as they are. */
export const connect = (location: string, onLost = ignore, patience: Patience = ofCitizens): Database =>
  new Kysely<Tables>({ dialect: isPostgresUrl(location) ? postgresAt(location, onLost, patience) : sqliteAt(location) });

/** A connection that waits for as long as a migration takes: one's own, or that of another process. */
const connectPatiently = (location: string): Database =>
  new Kysely<Tables>({
    dialect: isPostgresUrl(location) ? postgresAt(location, ignore, ofMigrations) : sqliteAt(location, busyMilliseconds.migrating),
  });

/**
 * Opens the database and brings its tables up to date.
 *
 * @param location `postgres://…`, or the path of a SQLite file, which is created if need be
 * @param onLost hears of broken connections that nobody was using
 * @param patience of everything but migrations
 */
export async function openDatabase(location: string, onLost?: OnLost, patience?: Patience): Promise<Database> {
  const migrating = connectPatiently(location);
  try {
    await migrate(migrating);
  } finally {
    await migrating.destroy();
  }
  return connect(location, onLost, patience);
}
