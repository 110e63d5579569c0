import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

/** Questions and answers about a case, and hand-overs of what came after the application. */
export const correspondence: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('letters')
    .addColumn('application_id', 'text', (column) => column.notNull().references('applications.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('sealed', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('letters_by_number', ['application_id', 'number'])
    .execute();
  await supplements(database);
}

/** One delivery for each application, target and supplement. A table's constraints cannot be changed: it is made anew. */
async function supplements(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('deliveries_new')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('application_id', 'text', (column) => column.notNull().references('applications.id'))
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('supplement', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('counterpart_reference', 'text')
    .addColumn('acknowledged_at', 'text')
    .addColumn('last_error', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('reason', 'blob')
    .addUniqueConstraint('deliveries_once_a_target', ['application_id', 'target', 'supplement'])
    .execute();
  const kept = sql.raw(
    'id, application_id, target, state, attempts, due_at, lease_owner, lease_until, counterpart_reference, acknowledged_at, last_error, created_at, updated_at, reason',
  );
  await sql`insert into deliveries_new (${kept}) select ${kept} from deliveries`.execute(database);
  await schema.dropTable('deliveries').execute();
  await schema.alterTable('deliveries_new').renameTo('deliveries').execute();
  await schema.createIndex('deliveries_by_due').on('deliveries').columns(['state', 'due_at']).execute();
}
