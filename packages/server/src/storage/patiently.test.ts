import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import SQLite from 'better-sqlite3';
import { patiently } from './patiently.js';

let folder: string;
let one: SQLite.Database;
let other: SQLite.Database;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serviceportal-lock-'));
  const open = () => new SQLite(join(folder, 'portal.sqlite'), { timeout: 0 });
  one = open();
  one.pragma('journal_mode = WAL');
  one.exec('create table kept (value integer unique)');
  other = open();
});
afterEach(async () => {
  one.close();
  other.close();
  await rm(folder, { recursive: true, force: true });
});
const write = () => one.prepare('insert into kept values (1)').run();

it('writes as soon as the other one has ended, and lets everything else go on until then', async () => {
  other.exec('begin immediate');
  const written = patiently(write, 10_000);
  let beats = 0;
  const heart = setInterval(() => beats++, 2);
  await delay(100);
  clearInterval(heart);
  expect(beats).toBeGreaterThan(5);
  other.exec('commit');
  await expect(written).resolves.toMatchObject({ changes: 1 });
});

it('gives up in the end, with the reason', async () => {
  other.exec('begin immediate');
  await expect(patiently(write, 50)).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
});

it('does not try again what is wrong', async () => {
  write();
  let attempts = 0;
  const again = patiently(() => {
    attempts++;
    return write();
  }, 10_000);
  await expect(again).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' });
  expect(attempts).toBe(1);
});

it('does not wait where waiting cannot help: what was read first has changed since', async () => {
  one.exec('begin; select * from kept');
  one.prepare('select * from kept').all();
  other.exec('insert into kept values (2)');
  await expect(patiently(write, 10_000)).rejects.toMatchObject({ code: 'SQLITE_BUSY_SNAPSHOT' });
});
