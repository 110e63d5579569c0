import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from './open-database.js';
import type { Database } from './open-database.js';
import { keepSmallService } from './rows.test-support.js';

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serviceportal-db-'));
  database = await openDatabase(join(folder, 'portal.sqlite'));
});
afterEach(async () => {
  await database.destroy();
  await rm(folder, { recursive: true, force: true });
});

const pragma = async (name: string): Promise<unknown> =>
  Object.values((await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(database)).rows[0] ?? {})[0];

it('writes ahead, waits for the disk by itself, and keeps references', async () => {
  expect(await pragma('journal_mode')).toBe('wal');
  // NORMAL: the log is brought to the disk by WalSync, the database by SQLite.
  expect(await pragma('synchronous')).toBe(1);
  expect(await pragma('busy_timeout')).toBe(0);
  expect(await pragma('foreign_keys')).toBe(1);
});

it('opens a file that lies elsewhere, behind a link', async () => {
  await mkdir(join(folder, 'elsewhere'));
  await writeFile(join(folder, 'elsewhere', 'real.sqlite'), '');
  await symlink(join(folder, 'elsewhere', 'real.sqlite'), join(folder, 'link.sqlite'));
  const behindLink = await openDatabase(join(folder, 'link.sqlite'));
  await keepSmallService(behindLink);
  await behindLink.destroy();
});
