import type { Kysely, Migration } from 'kysely';

/** How many requests of a kind came from a network within a minute, so that all processes limit them together. */
export const requestCounts: Migration = { up };

async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('request_counts')
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('minute', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('request_counts_key', ['digest', 'minute'])
    .execute();
}
