import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { SqliteDialect } from './sqlite-dialect.js';
import { withoutDiskWait } from './sqlite-connection.js';

interface Tables {
  kept: { value: number };
}
let folder: string;
let database: Kysely<Tables>;
/** Those who wait for the disk. */
let waiting: { done: () => void; refuse: (error: Error) => void }[];
let broken: Error | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serviceportal-sqlite-'));
  const sqlite = new SQLite(join(folder, 'portal.sqlite'), { timeout: 0 });
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec('create table kept (value integer unique)');
  waiting = [];
  broken = null;
  const wal = {
    check: () => {
      if (broken) throw broken;
    },
    written: () => new Promise<void>((done, refuse) => void waiting.push({ done, refuse })),
  };
  const close = (): Promise<void> => Promise.resolve(void sqlite.close());
  database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite, wal, patience: 1_000, statements: new Map() }, close) });
});
afterEach(async () => {
  await database.destroy();
  await rm(folder, { recursive: true, force: true });
});

const insert = (value: number, into: Kysely<Tables> = database) => into.insertInto('kept').values({ value });
const values = async () => (await database.selectFrom('kept').select('value').orderBy('value').execute()).map((row) => row.value);
const keep = (value: number) => database.transaction().execute(async (transaction) => void (await insert(value, transaction).execute()));

/** Has it ended? If not, everything that can go on without the disk has gone on. */
async function ended(work: Promise<unknown>): Promise<boolean> {
  let over = false;
  void work.then(
    () => (over = true),
    () => (over = true),
  );
  for (let round = 0; round < 5; round++) await setImmediate();
  return over;
}

it('tells of a transaction only when the disk has it, and lets others read and write meanwhile', async () => {
  const first = keep(1);
  expect(await ended(first)).toBe(false);
  expect(await values()).toEqual([1]);
  const second = keep(2);
  expect(await ended(second)).toBe(false);
  expect(waiting).toHaveLength(2);
  for (const { done } of waiting) done();
  await Promise.all([first, second]);
});

it('tells of a single statement only when the disk has it', async () => {
  const inserted = insert(1).execute();
  expect(await ended(inserted)).toBe(false);
  waiting[0]?.done();
  expect(await inserted).toMatchObject([{ numInsertedOrUpdatedRows: 1n }]);
});

it('tells of one that gives back rows only when the disk has it', async () => {
  const inserted = insert(1).returning('value').execute();
  expect(await ended(inserted)).toBe(false);
  waiting[0]?.done();
  expect(await inserted).toEqual([{ value: 1 }]);
});

it('waits for no disk to read, to begin, to give up, or where the statement says so', async () => {
  await insert(1).modifyEnd(withoutDiskWait).execute();
  await database.transaction().execute((transaction) => transaction.selectFrom('kept').selectAll().execute());
  const undone = database.transaction().execute(async (transaction) => {
    await insert(2, transaction).execute();
    throw new Error('changed my mind');
  });
  await expect(undone).rejects.toThrow('changed my mind');
  expect(await values()).toEqual([1]);
  expect(waiting).toEqual([]);
});

it('waits for the disk at the end of a transaction if any of its statements would', async () => {
  const kept = database.transaction().execute(async (transaction) => {
    await insert(1, transaction).modifyEnd(withoutDiskWait).execute();
    await insert(2, transaction).execute();
  });
  expect(await ended(kept)).toBe(false);
  waiting[0]?.done();
  await kept;
});

it('fails with a transaction that the disk refused, and leaves that of another alone', async () => {
  const refused = keep(1);
  await ended(refused);
  let goOn = (): void => undefined;
  const other = database.transaction().execute(async (transaction) => {
    await insert(2, transaction).execute();
    await new Promise<void>((resolve) => (goOn = resolve));
    await insert(3, transaction).execute();
  });
  await ended(other);
  waiting[0]?.refuse(new Error('the disk did not take it'));
  await expect(refused).rejects.toThrow('the disk did not take it');
  goOn();
  expect(await ended(other)).toBe(false);
  waiting[1]?.done();
  await other;
  expect(await values()).toEqual([1, 2, 3]);
});

it('begins nothing more and writes nothing more once the disk is not to be trusted; pages can still be read', async () => {
  broken = new Error('the disk did not take it');
  await expect(keep(1)).rejects.toThrow('the disk did not take it');
  await expect(insert(1).execute()).rejects.toThrow('the disk did not take it');
  expect(await values()).toEqual([]);
});

it('lets one at a time use it, in the order in which they came, also after one that failed', async () => {
  await insert(0).modifyEnd(withoutDiskWait).execute();
  const order: string[] = [];
  const turn = (name: string, value: number) =>
    database
      .transaction()
      .execute(async (transaction) => {
        order.push(`${name} begins`);
        await setImmediate();
        await insert(value, transaction).execute();
        order.push(`${name} wrote`);
      })
      .catch((error: unknown) => order.push(`${name} failed: ${(error as { code: string }).code}`));
  const turns = [turn('first', 1), turn('second', 0), turn('third', 3)];
  while (waiting.length < 2) await setImmediate();
  for (const { done } of waiting) done();
  await Promise.all(turns);
  expect(order).toEqual([
    'first begins',
    'first wrote',
    'second begins',
    'second failed: SQLITE_CONSTRAINT_UNIQUE',
    'third begins',
    'third wrote',
  ]);
});
