import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { insertDraft } from './drafts.js';
import { openDatabase } from './open-database.js';
import type { Database } from './open-database.js';
import type { Tables } from './tables.js';
import { aDraft, keepSmallService } from './rows.test-support.js';

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serviceportal-db-'));
  database = await openDatabase(join(folder, 'portal.sqlite'));
  await keepSmallService(database);
});
afterEach(async () => {
  await database.destroy();
  await rm(folder, { recursive: true, force: true });
});

const pragma = async (name: string, of: Kysely<Tables> = database): Promise<unknown> =>
  Object.values((await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(of)).rows[0] ?? {})[0];

it('writes through to the disk and in WAL mode', async () => {
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous')).toBe(2);
  expect(await pragma('foreign_keys')).toBe(1);
});

it('waits for the disk again after a page of a draft, also after one that failed', async () => {
  // What the setting is while the statement runs, its trigger keeps.
  await sql`create table seen (value integer)`.execute(database);
  await sql`create temp trigger see after insert on main.drafts begin insert into seen select synchronous from pragma_synchronous; end`.execute(
    database,
  );
  for (const id of ['a', 'b']) {
    await insertDraft(database, aDraft(id));
    expect(await pragma('synchronous')).toBe(2);
  }
  await expect(insertDraft(database, aDraft('a'))).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
  expect(await pragma('synchronous')).toBe(2);
  const seen = await sql<{ value: number }>`select value from seen`.execute(database);
  expect(seen.rows).toEqual([{ value: 1 }, { value: 1 }]);
});
