import type { Kysely, Migration } from 'kysely';
import { bytes } from './columns.js';

export const keysOfDrafts: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('draft_keys')
    .addColumn('lookup', 'text', (column) => column.primaryKey())
    .addColumn('draft_id', 'text', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('wrapped_key', bytes(database), (column) => column.notNull())
    .addColumn('nonce', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text')
    .execute();
  await schema.createIndex('draft_keys_by_draft').on('draft_keys').columns(['draft_id', 'holder']).execute();
}
