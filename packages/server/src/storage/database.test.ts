import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { insertDelivery } from './deliveries.js';
import { claimDelivery, nextDue } from './delivery-leases.js';
import { appendEvent } from './events.js';
import { openDatabase } from './open-database.js';
import type { Database } from './open-database.js';
import type { Tables } from './tables.js';
import { withoutDiskWait } from './without-disk-wait.js';
import { aDelivery, anApplication, keepSmallService } from './rows.test-support.js';

let folder: string;
let first: Database;
let second: Database;
const at = '2026-12-24T12:00:00.000Z';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serviceportal-db-'));
  // Two connections, as two processes have them. Not at once: waiting for a lock stops the whole thread.
  first = await openDatabase(join(folder, 'portal.sqlite'));
  second = await openDatabase(join(folder, 'portal.sqlite'));
  await keepSmallService(first);
});
afterEach(async () => {
  await Promise.all([first.destroy(), second.destroy()]);
  await rm(folder, { recursive: true, force: true });
});

const pragma = async (name: string, database: Kysely<Tables> = first): Promise<unknown> =>
  Object.values((await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(database)).rows[0] ?? {})[0];

it('writes through to the disk and in WAL mode', async () => {
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous')).toBe(2);
  expect(await pragma('foreign_keys')).toBe(1);
});

it('waits for the disk again after a page of a draft, also after one that failed', async () => {
  expect(await withoutDiskWait(first, (connection) => pragma('synchronous', connection))).toBe(1);
  expect(await pragma('synchronous')).toBe(2);
  await expect(withoutDiskWait(first, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  expect(await pragma('synchronous')).toBe(2);
});

it('refuses to change or delete an event', async () => {
  // Not `toThrow`: the addon makes errors of the realm that loaded it first.
  const refused = { message: 'events: rows are never changed or deleted' };
  await anApplication(first, 'a');
  await appendEvent(first, 'a', { at, kind: 'submit', actor: 'citizen', data: {} });
  await expect(first.updateTable('events').set({ actor: 'clerk:x' }).execute()).rejects.toMatchObject(refused);
  await expect(first.deleteFrom('events').execute()).rejects.toMatchObject(refused);
});

it('writes all of a transaction or nothing', async () => {
  const broken = first.transaction().execute(async (transaction) => {
    await anApplication(transaction, 'a');
    throw new Error('power cut');
  });
  await expect(broken).rejects.toThrow('power cut');
  expect(await second.selectFrom('applications').select('id').execute()).toEqual([]);
});

it('gives each delivery to one worker only', async () => {
  for (let index = 0; index < 20; index++) await aDelivery(first, `a${index}`, at);
  const claim = (database: Database, owner: string) =>
    claimDelivery(database, { target: 'ablage', owner, now: at, until: '2026-12-24T12:02:00.000Z', states: ['pending'] });
  const taken = await Promise.all(Array.from({ length: 40 }, (_, index) => claim(index % 2 ? first : second, `worker-${index % 2}`)));
  const ids = taken.flatMap((row) => row?.id ?? []);
  expect(ids).toHaveLength(20);
  expect(new Set(ids).size).toBe(20);
});

it('takes over a lease that ran out, not one that still holds', async () => {
  await aDelivery(first, 'a', at);
  const claim = (owner: string, now: string, until: string) =>
    claimDelivery(first, { target: 'ablage', owner, now, until, states: ['pending'] });
  expect(await claim('one', at, '2026-12-24T12:02:00.000Z')).not.toBeNull();
  expect(await claim('two', '2026-12-24T12:01:00.000Z', '2026-12-24T12:03:00.000Z')).toBeNull();
  expect((await claim('two', '2026-12-24T12:02:01.000Z', '2026-12-24T12:05:00.000Z'))?.lease_owner).toBe('two');
});

it('lets a supplement wait for what comes before it', async () => {
  await aDelivery(first, 'a', at);
  const later = '2026-12-24T12:00:01.000Z';
  await insertDelivery(first, { id: 'a.ablage.2', applicationId: 'a', target: 'ablage', supplement: 2, state: 'pending', at });
  await insertDelivery(first, { id: 'a.other.2', applicationId: 'a', target: 'other', supplement: 2, state: 'pending', at });
  const claim = (target: string, now: string) => claimDelivery(first, { target, owner: 'one', now, until: now, states: ['pending'] });
  expect((await claim('ablage', at))?.id).toBe('a.ablage');
  await first.updateTable('deliveries').set({ state: 'needs-attention' }).where('id', '=', 'a.ablage').execute();
  expect(await claim('ablage', later)).toBeNull();
  expect(await nextDue(first, { target: 'ablage', now: later, states: ['pending'] })).toBeNull();
  // Of another target nothing is waited for.
  expect((await claim('other', at))?.id).toBe('a.other.2');
  await first.updateTable('deliveries').set({ state: 'acknowledged' }).where('id', '=', 'a.ablage').execute();
  expect((await claim('ablage', later))?.id).toBe('a.ablage.2');
});

it('keeps the deliveries of an older version when supplements come', async () => {
  const path = join(folder, 'older.sqlite');
  const older = await openDatabase(path);
  await keepSmallService(older);
  await aDelivery(older, 'a', at);
  // As the version before wrote it: without letters, one delivery for each target.
  await sql`drop table letters`.execute(older);
  await sql`delete from kysely_migration where name = '0004-correspondence'`.execute(older);
  await sql`alter table deliveries rename to with_supplement`.execute(older);
  await sql`drop index deliveries_by_due`.execute(older);
  await sql`create table deliveries as select id, application_id, target, state, attempts, due_at, lease_owner, lease_until,
    counterpart_reference, acknowledged_at, last_error, created_at, updated_at, reason from with_supplement`.execute(older);
  await sql`drop table with_supplement`.execute(older);
  await older.destroy();
  const newer = await openDatabase(path);
  const rows = await newer.selectFrom('deliveries').select(['id', 'supplement', 'state']).execute();
  await newer.destroy();
  expect(rows).toEqual([{ id: 'a.ablage', supplement: 0, state: 'pending' }]);
});
