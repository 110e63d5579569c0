import type { Kysely, Migration } from 'kysely';

/** Which delivery of a target is next to be asked about, found in one step however many were acknowledged. */
export const statusByTarget: Migration = { up };

async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.dropIndex('deliveries_by_status').execute();
  await schema.createIndex('deliveries_by_status').on('deliveries').columns(['target', 'status_due_at']).execute();
}
