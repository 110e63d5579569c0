import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';
import { isPostgres } from '../dialect.js';
import { deliveryAttempts } from './0001-first-tables.js';
import { bytes } from './columns.js';

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
    .addColumn('sealed', bytes(database), (column) => column.notNull())
    .addPrimaryKeyConstraint('letters_by_number', ['application_id', 'number'])
    .execute();
  await (isPostgres(database) ? supplements(database) : supplementsInNewTable(database));
}

const once = 'deliveries_once_a_target';
const onceColumns = ['application_id', 'target', 'supplement'] as const;

/** One delivery for each application, target and supplement. */
async function supplements({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('deliveries')
    .addColumn('supplement', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('deliveries').dropConstraint(once).execute();
  await schema
    .alterTable('deliveries')
    .addUniqueConstraint(once, [...onceColumns])
    .execute();
}

/** The same in SQLite, where the constraints of a table cannot be changed: it is made anew, and with it the table that refers to it. */
async function supplementsInNewTable(database: Kysely<unknown>): Promise<void> {
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
    .addColumn('reason', bytes(database))
    .addUniqueConstraint(once, [...onceColumns])
    .execute();
  const kept = sql.raw(
    'id, application_id, target, state, attempts, due_at, lease_owner, lease_until, counterpart_reference, acknowledged_at, last_error, created_at, updated_at, reason',
  );
  await sql`insert into deliveries_new (${kept}) select ${kept} from deliveries`.execute(database);
  await sql`create table attempts_kept as select * from delivery_attempts`.execute(database);
  await schema.dropTable('delivery_attempts').execute();
  await schema.dropTable('deliveries').execute();
  await schema.alterTable('deliveries_new').renameTo('deliveries').execute();
  await schema.createIndex('deliveries_by_due').on('deliveries').columns(['state', 'due_at']).execute();
  await deliveryAttempts(database);
  const columns = sql.raw('id, delivery_id, number, started_at, ended_at, outcome, message');
  await sql`insert into delivery_attempts (${columns}) select ${columns} from attempts_kept`.execute(database);
  await schema.dropTable('attempts_kept').execute();
}
