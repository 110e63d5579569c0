import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { describeWith, postgres } from '@serviceportal/test-support';
import pg from 'pg';
import { isPostgresUrl, openDatabase } from './open-database.js';
import type { Database } from './open-database.js';

/** An empty database that a test has for itself. */
export interface FreshDatabase {
  /** For `openDatabase`. */
  readonly location: string;
  /** By which a portal finds it; on SQLite it has one in its data folder. */
  readonly environment: Readonly<Record<string, string>>;
  /** A connection, as each process has its own. */
  open(): Promise<Database>;
  /** Closes what was opened and deletes the database. */
  drop(): Promise<void>;
}

async function freshSqlite(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'serviceportal-db-'));
  return freshAt(join(folder, 'portal.sqlite'), () => rm(folder, { recursive: true, force: true }));
}

/** A database of its own on the tests' server. */
export async function freshPostgres(): Promise<FreshDatabase> {
  const name = `serviceportal_test_${randomBytes(6).toString('hex')}`;
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: postgres });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name}`);
  const url = new URL(postgres ?? '');
  url.pathname = `/${name}`;
  return freshAt(url.href, () => run(`drop database ${name} with (force)`));
}

function freshAt(location: string, remove: () => Promise<void>): FreshDatabase {
  const opened: Database[] = [];
  return {
    location,
    environment: isPostgresUrl(location) ? { SERVICEPORTAL_DATABASE: location } : {},
    async open() {
      const database = await openDatabase(location);
      opened.push(database);
      return database;
    },
    async drop() {
      for (const database of opened) await database.destroy();
      await remove();
    },
  };
}

/** The same tests on each kind of database that the portal runs on. */
export function onEachDatabase(what: string, tests: (fresh: () => Promise<FreshDatabase>) => void): void {
  describe(`${what} on SQLite`, () => tests(freshSqlite));
  describeWith('postgres', `${what} on PostgreSQL`, () => tests(freshPostgres));
}
