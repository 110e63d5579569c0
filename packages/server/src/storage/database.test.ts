import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { claimDelivery } from './delivery-leases.js';
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
