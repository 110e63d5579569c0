import type { Kysely, Migration } from 'kysely';
import { bytes } from './columns.js';

export const reasonsOfCounterparts: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema.alterTable('deliveries').addColumn('reason', bytes(database)).execute();
}
