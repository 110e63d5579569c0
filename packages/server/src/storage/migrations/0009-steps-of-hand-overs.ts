import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';
import { bytes } from './columns.js';

/** Steps of hand-overs, what was sent, what became of it, and how targets fare. */
export const stepsOfHandOvers: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  const deliveries = schema.alterTable('deliveries');
  for (const column of ['done_step', 'tried_since', 'accepted_at', 'case_state', 'case_at', 'status_due_at']) {
    await deliveries.addColumn(column, 'text').execute();
  }
  for (const column of ['progress', 'content', 'case_reason']) await deliveries.addColumn(column, bytes(database)).execute();
  for (const column of ['ask_first', 'status_questions']) {
    await deliveries.addColumn(column, 'integer', (counter) => counter.notNull().defaultTo(0)).execute();
  }
  const attempts = schema.alterTable('delivery_attempts');
  await attempts.addColumn('step', 'text').execute();
  await attempts.addColumn('asked', 'integer', (flag) => flag.notNull().defaultTo(0)).execute();
  await schema
    .alterTable('attachments')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('uploaded'))
    .execute();
  await schema.createIndex('deliveries_by_target').on('deliveries').columns(['target', 'due_at']).execute();
  await schema.createIndex('deliveries_by_lease').on('deliveries').column('lease_until').execute();
  await schema.createIndex('deliveries_by_status').on('deliveries').column('status_due_at').execute();
  await schema.createIndex('deliveries_by_number').on('deliveries').column('counterpart_reference').execute();
  await schema
    .createTable('targets')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('paused_since', 'text')
    .addColumn('probe_at', 'text')
    .execute();
  await olderStates(database);
}

/**
 * Until now a hand-over was one step (`create` now), `delivering` while it was under way, and `unclear` until the counterpart had been asked.
 */
async function olderStates(database: Kysely<unknown>): Promise<void> {
  await sql`update delivery_attempts set step = 'create' where ended_at is null`.execute(database);
  // Taken by the next worker as one whose process died in the middle.
  await sql`update deliveries set state = 'creating' where state = 'delivering'`.execute(database);
  await sql`update deliveries set state = 'asking' where state = 'unclear'`.execute(database);
  await sql`update deliveries set tried_since = updated_at where attempts > 0`.execute(database);
  await sql`update deliveries set done_step = 'create', accepted_at = acknowledged_at where state = 'acknowledged'`.execute(database);
  await sql`update deliveries set due_at = '9999-12-31T23:59:59.999Z' where state in ('acknowledged', 'needs-attention')`.execute(database);
}
