import type { Kysely, Migration } from 'kysely';
import { bytes } from './columns.js';

/** What citizens report about barriers on the pages. */
export const barrierReports: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('barrier_reports')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('sealed', bytes(database), (column) => column.notNull())
    .addColumn('done_at', 'text')
    .addColumn('done_by', 'text')
    .execute();
  await schema.createIndex('barrier_reports_by_time').on('barrier_reports').column('created_at').execute();
}
