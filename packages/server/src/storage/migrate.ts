import type { Kysely } from 'kysely';
import { Migrator } from 'kysely';
import { firstTables } from './migrations/0001-first-tables.js';
import { reasonsOfCounterparts } from './migrations/0002-reasons-of-counterparts.js';
import { keysOfDrafts } from './migrations/0003-keys-of-drafts.js';
import { correspondence } from './migrations/0004-correspondence.js';
import { barrierReports } from './migrations/0005-barrier-reports.js';
import { notices } from './migrations/0006-notices.js';
import { requestCounts } from './migrations/0007-request-counts.js';
import { deletions } from './migrations/0008-deletions.js';
import { stepsOfHandOvers } from './migrations/0009-steps-of-hand-overs.js';
import { statusByTarget } from './migrations/0010-status-by-target.js';
import type { Tables } from './tables.js';

const migrations = {
  '0001-first-tables': firstTables,
  '0002-reasons-of-counterparts': reasonsOfCounterparts,
  '0003-keys-of-drafts': keysOfDrafts,
  '0004-correspondence': correspondence,
  '0005-barrier-reports': barrierReports,
  '0006-notices': notices,
  '0007-request-counts': requestCounts,
  '0008-deletions': deletions,
  '0009-steps-of-hand-overs': stepsOfHandOvers,
  '0010-status-by-target': statusByTarget,
};

/**
 * Applies the migrations that the database has not seen, in order. Safe to call from several processes at once.
 *
 * @param last for tests of what an older version left behind
 */
export async function migrate(database: Kysely<Tables>, last?: keyof typeof migrations): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await (last === undefined ? migrator.migrateToLatest() : migrator.migrateTo(last));
  // As it is: the driver's error says more than one of ours.
  if (error !== undefined) throw error as Error;
}
