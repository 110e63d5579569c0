import type { Kysely, Migration } from 'kysely';
import { makeAppendOnly } from './append-only.js';
import { bytes, counting } from './columns.js';

export const firstTables: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('packages')
    .addColumn('digest', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('stored_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('drafts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('package_digest', 'text', (column) => column.notNull().references('packages.digest'))
    .addColumn('ciphertext', bytes(database), (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('drafts_by_expiry').on('drafts').column('expires_at').execute();
  await applications(database);
  await deliveries(database);
  await clerks(database);
}

async function applications(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('applications')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('package_key', 'text', (column) => column.notNull())
    .addColumn('package_digest', 'text', (column) => column.notNull().references('packages.digest'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('submitted_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('sealed', bytes(database), (column) => column.notNull())
    .addColumn('wrapped_key', bytes(database), (column) => column.notNull())
    .addColumn('access_digest', 'text', (column) => column.notNull())
    .addColumn('code_digest', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('applications_by_state').on('applications').columns(['state', 'submitted_at']).execute();
  await schema.createIndex('applications_by_time').on('applications').columns(['submitted_at', 'id']).execute();
  await schema
    .createTable('attachments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('application_id', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('attachments_by_application').on('attachments').column('application_id').execute();
}

async function deliveries(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('events')
    .addColumn('id', 'integer', counting(database))
    .addColumn('application_id', 'text', (column) => column.notNull().references('applications.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('events_by_application').on('events').column('application_id').execute();
  await makeAppendOnly(database, 'events');
  await schema
    .createTable('deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('application_id', 'text', (column) => column.notNull().references('applications.id'))
    .addColumn('target', 'text', (column) => column.notNull())
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
    .addUniqueConstraint('deliveries_once_a_target', ['application_id', 'target'])
    .execute();
  await schema.createIndex('deliveries_by_due').on('deliveries').columns(['state', 'due_at']).execute();
  await deliveryAttempts(database);
}

export async function deliveryAttempts(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('delivery_attempts')
    .addColumn('id', 'integer', counting(database))
    .addColumn('delivery_id', 'text', (column) => column.notNull().references('deliveries.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('outcome', 'text')
    .addColumn('message', 'text')
    .execute();
  await schema.createIndex('attempts_by_delivery').on('delivery_attempts').column('delivery_id').execute();
}

async function clerks({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('clerk_sessions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('login_failures')
    .addColumn('account_digest', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('locked_until', 'text', (column) => column.notNull())
    .execute();
}
