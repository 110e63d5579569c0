import type { Kysely } from 'kysely';
import { Migrator } from 'kysely';
import { firstTables } from './migrations/0001-first-tables.js';
import { reasonsOfCounterparts } from './migrations/0002-reasons-of-counterparts.js';
import { keysOfDrafts } from './migrations/0003-keys-of-drafts.js';
import { correspondence } from './migrations/0004-correspondence.js';
import type { Tables } from './tables.js';

const migrations = {
  '0001-first-tables': firstTables,
  '0002-reasons-of-counterparts': reasonsOfCounterparts,
  '0003-keys-of-drafts': keysOfDrafts,
  '0004-correspondence': correspondence,
};

/** Applies the migrations that the database has not seen, in order. Safe to call from several processes at once. */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('Migration failed', { cause: error });
}
