import type { Kysely, Migration } from 'kysely';

export const reasonsOfCounterparts: Migration = { up };

async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('deliveries').addColumn('reason', 'blob').execute();
}
