import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import SQLite from 'better-sqlite3';
import { WalSync } from './wal-sync.js';

let folder: string;
let file: string;
let database: SQLite.Database;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serviceportal-wal-'));
  file = join(folder, 'portal.sqlite');
  database = new SQLite(file);
  database.pragma('journal_mode = WAL');
  database.exec('create table kept (value integer)');
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true, force: true });
});

/** A disk that works for as long as the test wants. */
function slowDisk() {
  const rounds: { done: () => void; refuse: (error: Error) => void }[] = [];
  const bringToDisk = () => new Promise<void>((done, refuse) => void rounds.push({ done, refuse }));
  return { rounds, bringToDisk };
}
const passed = async (promise: Promise<unknown>): Promise<boolean> => {
  let settled = false;
  void promise.then(
    () => (settled = true),
    () => (settled = true),
  );
  await new Promise(setImmediate);
  return settled;
};

it('brings the log of a real database to a real disk', async () => {
  const wal = new WalSync(file);
  await Promise.all([wal.written(), wal.written()]);
  await wal.written();
  await wal.close();
});

it('gives those who come while the disk works a round of their own, which they share', async () => {
  const disk = slowDisk();
  const wal = new WalSync(file, disk.bringToDisk);
  const first = wal.written();
  await passed(first);
  // The first round may have begun before these were written.
  const later = [wal.written(), wal.written(), wal.written()];
  disk.rounds[0]?.done();
  await first;
  expect(await Promise.all(later.map(passed))).toEqual([false, false, false]);
  expect(disk.rounds).toHaveLength(2);
  disk.rounds[1]?.done();
  await Promise.all(later);
  await wal.close();
});

it('trusts a disk no more that refused once', async () => {
  const disk = slowDisk();
  const wal = new WalSync(file, disk.bringToDisk);
  const refused = wal.written();
  await passed(refused);
  const waiting = wal.written();
  disk.rounds[0]?.refuse(Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' }));
  await expect(refused).rejects.toMatchObject({
    code: 'database-disk-failed',
    message: expect.stringMatching(/portal\.sqlite: the disk did not take what was written/),
    cause: { code: 'EIO' },
  });
  await expect(waiting).rejects.toThrow(/started anew/);
  await expect(wal.written()).rejects.toThrow(/started anew/);
  expect(() => wal.check()).toThrow(/started anew/);
  // It was not even asked again: what it says after a failure means nothing.
  expect(disk.rounds).toHaveLength(1);
  await wal.close();
});
