import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { describeWith } from '@serviceportal/test-support';
import pg from 'pg';
import { attachmentsOf } from './attachments.js';
import type { FreshDatabase } from './databases.test-support.js';
import { freshPostgres, onEachDatabase } from './databases.test-support.js';
import { deliveriesOf } from './deliveries.js';
import { attemptsOf } from './delivery-attempts.js';
import { migrate } from './migrate.js';
import { connect, openDatabase } from './open-database.js';
import { anApplication, keepSmallService } from './rows.test-support.js';
import { never } from './tables.js';

const at = '2026-12-24T12:00:00.000Z';

onEachDatabase('migrations', (freshDatabase) => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDatabase();
  });
  afterEach(() => fresh.drop());

  it('keep what an older version wrote', async () => {
    const older = connect(fresh.location);
    // The version before letters: one delivery for each target.
    await migrate(older, '0003-keys-of-drafts');
    await keepSmallService(older);
    await anApplication(older, 'a');
    await sql`insert into deliveries (id, application_id, target, state, attempts, due_at, created_at, updated_at)
      values ('a.ablage', 'a', 'ablage', 'pending', 1, ${at}, ${at}, ${at})`.execute(older);
    await sql`insert into delivery_attempts (delivery_id, number, started_at) values ('a.ablage', 1, ${at})`.execute(older);
    await older.destroy();
    const newer = await fresh.open();
    expect(await deliveriesOf(newer, ['a'])).toMatchObject([{ id: 'a.ablage', supplement: 0, state: 'pending', due_at: at }]);
    expect(await attemptsOf(newer, 'a.ablage')).toHaveLength(1);
  });

  it('know what the states of hand-overs were called, and which one was under way', async () => {
    const older = connect(fresh.location);
    await migrate(older, '0007-request-counts');
    await keepSmallService(older);
    const states = ['pending', 'delivering', 'retrying', 'unclear', 'needs-attention', 'acknowledged'];
    for (const state of states) {
      await anApplication(older, state);
      const acknowledged = state === 'acknowledged' ? at : null;
      await sql`insert into deliveries (id, application_id, target, state, attempts, due_at, acknowledged_at, created_at, updated_at)
        values (${state}, ${state}, 'ablage', ${state}, ${state === 'pending' ? 0 : 2}, ${at}, ${acknowledged}, ${at}, ${at})`.execute(
        older,
      );
      const ended = state === 'delivering' ? null : at;
      await sql`insert into delivery_attempts (delivery_id, number, started_at, ended_at) values (${state}, 2, ${at}, ${ended})`.execute(
        older,
      );
    }
    await sql`insert into attachments (id, application_id, size, created_at) values ('f', 'pending', 1, ${at})`.execute(older);
    await older.destroy();
    const newer = await fresh.open();
    const rows = await deliveriesOf(newer, states);
    expect(Object.fromEntries(rows.map(({ id, state, due_at }) => [id, [state, due_at]]))).toEqual({
      pending: ['pending', at],
      delivering: ['creating', at],
      retrying: ['retrying', at],
      unclear: ['asking', at],
      'needs-attention': ['needs-attention', never],
      acknowledged: ['acknowledged', never],
    });
    expect(rows.find(({ id }) => id === 'acknowledged')).toMatchObject({ done_step: 'create', accepted_at: at, tried_since: at });
    expect(rows.find(({ id }) => id === 'pending')).toMatchObject({ done_step: null, tried_since: null, ask_first: 0, content: null });
    expect((await attemptsOf(newer, 'delivering'))[0]).toMatchObject({ step: 'create', asked: 0, ended_at: null });
    expect((await attachmentsOf(newer, 'pending'))[0]?.kind).toBe('uploaded');
  });
});

describeWith('postgres', 'migrations', () => {
  // Of SQLite it takes processes: waiting for its lock stops the whole thread (work/two-processes.test.ts).
  it('are made once, where several processes find an empty database', async () => {
    const fresh = await freshPostgres();
    const opened = await Promise.all([fresh.open(), fresh.open(), fresh.open()]);
    for (const database of opened) await keepSmallService(database);
    const kept = await opened[0].selectFrom('packages').select('key').execute();
    await fresh.drop();
    expect(kept).toEqual([{ key: 'probe' }]);
  });

  it('of another process are waited for, though nothing else is waited for so long', async () => {
    const fresh = await freshPostgres();
    const other = new pg.Client({ connectionString: fresh.location });
    await other.connect();
    // What a migration holds until its end: the lock of Kysely's migrator, whose number is its own.
    await other.query('begin');
    await other.query('select pg_advisory_xact_lock($1)', ['3853314791062309107']);
    const migrated = delay(1_500).then(() => other.query('commit'));
    const impatient = { statement_timeout: 500, lock_timeout: 300, idle_in_transaction_session_timeout: 500 };
    const database = await openDatabase(fresh.location, undefined, impatient);
    await migrated;
    await expect(sql`select pg_sleep(2)`.execute(database)).rejects.toThrow('statement timeout');
    await database.destroy();
    await other.end();
    await fresh.drop();
  });
});
