import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { begin, startSmallPortal } from './small-portal.test-support.js';
import type { SmallPortal, SmallPortalOptions } from './small-portal.test-support.js';

const portals: SmallPortal[] = [];
async function start(options: SmallPortalOptions): Promise<SmallPortal> {
  const portal = await startSmallPortal(options);
  portals.push(portal);
  return portal;
}
afterEach(async () => {
  for (const portal of portals.splice(0)) await portal.close();
});

it('lets nobody on other machines use the published passwords of the demonstration', async () => {
  expect((await start({ host: null, changes: { demonstration: true } })).running.host).toBe('127.0.0.1');
  expect((await start({ host: '0.0.0.0', changes: { demonstration: true } })).running.host).toBe('0.0.0.0');
  expect((await start({ host: null })).running.host).toMatch(/^(::|0\.0\.0\.0)$/);
});

it('lets nobody else on this machine read what it keeps', async () => {
  const { base, data } = await start({});
  await begin(base);
  for (const file of ['portal.sqlite', 'portal.sqlite-wal', 'portal.sqlite-shm', 'key']) {
    expect([file, ((await stat(join(data, file))).mode & 0o777).toString(8)]).toEqual([file, '600']);
  }
  expect(((await stat(join(data, 'attachments'))).mode & 0o777).toString(8)).toBe('700');
});

it('says at start that cookies and logins travel unprotected without an address with https', async () => {
  const warnings = async (changes: object): Promise<number> => {
    const lines: string[] = [];
    await start({ changes, log: { write: (line) => void lines.push(line) } });
    return lines.filter((line) => line.includes('"level":40') && line.includes('baseUrl')).length;
  };
  expect(await warnings({})).toBe(1);
  expect(await warnings({ baseUrl: 'http://dienste.example' })).toBe(1);
  expect(await warnings({ baseUrl: 'https://dienste.example' })).toBe(0);
  expect(await warnings({ demonstration: true })).toBe(0);
});
