import type { Kysely, Migration } from 'kysely';
import { sql } from 'kysely';
import { isPostgres } from '../dialect.js';
import { makeAppendOnly } from './append-only.js';
import { counting } from './columns.js';

/** What was deleted when, and by which rule; and events that may go together with their application. */
export const deletions: Migration = { up };

async function up(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('deletions')
    .addColumn('id', 'integer', counting(database))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('package_key', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('reference_digest', 'text', (column) => column.notNull())
    .execute();
  await makeAppendOnly(database, 'deletions');
  await schema
    .createTable('periodic_jobs')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('begun_at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('applications_by_retention').on('applications').columns(['package_digest', 'state', 'updated_at']).execute();
  await (isPostgres(database) ? erasableInPostgres(database) : erasableInSqlite(database));
}

const refusal = 'events: rows are never changed or deleted but with their application';

async function erasableInSqlite(database: Kysely<unknown>): Promise<void> {
  await sql`drop trigger events_no_delete`.execute(database);
  await sql`create trigger events_no_delete before delete on events
    when (select state from applications where id = old.application_id) is not 'erased'
    begin select raise(abort, ${sql.lit(refusal)}); end`.execute(database);
}

async function erasableInPostgres(database: Kysely<unknown>): Promise<void> {
  const body = sql.lit(`begin
    if (select state from applications where id = old.application_id) is distinct from 'erased' then
      raise exception '${refusal}';
    end if;
    return old;
  end`);
  await sql`create function events_refuse_delete() returns trigger language plpgsql as ${body}`.execute(database);
  await sql`drop trigger events_no_delete on events`.execute(database);
  await sql`create trigger events_no_delete before delete on events for each row execute function events_refuse_delete()`.execute(database);
}
