import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { openPortalDatabase } from './open-portal-database.js';
import { isPostgres } from './storage/dialect.js';
import { freshPostgres } from './storage/databases.test-support.js';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'serviceportal-open-'));
});
afterEach(() => rm(data, { recursive: true }));
const log = { warn: () => undefined };
const open = (address?: string) => openPortalDatabase(data, { SERVICEPORTAL_DATABASE: address }, log);

it('is a file in the data folder where nothing else is said', async () => {
  for (const address of [undefined, '']) {
    const database = await open(address);
    expect(isPostgres(database)).toBe(false);
    await database.destroy();
  }
});

it.each(['mysql://localhost/x', '/var/lib/portal.sqlite', 'postgres://a b c'])('refuses %s and says what it may be', async (address) => {
  await expect(open(address)).rejects.toMatchObject({ code: 'configuration-invalid', message: expect.stringMatching(/postgres:\/\//) });
});

it('says where it cannot get in, and keeps the password to itself', async () => {
  // A port on which nothing listens.
  const refused = await open('postgres://portal:geheim@127.0.0.1:1/portal').catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'database-unreachable' });
  expect(String(refused)).toMatch(/127\.0\.0\.1\/portal.*ECONNREFUSED/);
  expect(String(refused)).not.toContain('geheim');
});

describeWith('postgres', 'PostgreSQL', () => {
  it('is used where it is named, and what it says is passed on', async () => {
    const fresh = await freshPostgres();
    const database = await open(fresh.location);
    expect(isPostgres(database)).toBe(true);
    await database.destroy();
    await fresh.drop();
    await expect(open(fresh.location)).rejects.toMatchObject({
      code: 'database-unreachable',
      message: expect.stringMatching(/3D000.*does not exist/),
    });
  });
});
