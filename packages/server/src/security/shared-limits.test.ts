import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import express from 'express';
import type { ErrorRequestHandler } from 'express';
import { openDatabase } from '../storage/open-database.js';
import { withKeys } from '../storage/municipality-key.js';
import type { Database } from '../storage/open-database.js';
import type { PortalError } from './portal-error.js';
import { atMostTogether } from './shared-limits.js';

const key = withKeys(() => [Buffer.alloc(32, 7)]);
let now: Date;
let folder: string;
let databases: Database[];
let servers: Server[];

const asStatus: ErrorRequestHandler = (error: PortalError, _request, response, next) => {
  if (response.headersSent) next(error);
  else response.sendStatus(error.status);
};

/** A process of the portal: its own connection to the database. */
async function process(): Promise<string> {
  const database = await openDatabase(join(folder, 'portal.sqlite'));
  const office = { database, key, clock: { now: () => now } };
  const app = express();
  app.set('trust proxy', true);
  app.post('/login', atMostTogether(office, 'login', 3), (_request, response) => void response.send('ok'));
  app.post('/status', atMostTogether(office, 'status', 3), (_request, response) => void response.send('ok'));
  app.use(asStatus);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  databases.push(database);
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(async () => {
  now = new Date('2026-12-24T12:00:20.000Z');
  databases = [];
  servers = [];
  folder = await mkdtemp(join(tmpdir(), 'serviceportal-limits-'));
});
afterEach(async () => {
  for (const server of servers) server.close();
  for (const database of databases) await database.destroy();
  await rm(folder, { recursive: true, force: true });
});

const post = (url: string, from: string): Promise<Response> => fetch(url, { method: 'POST', headers: { 'x-forwarded-for': from } });

it('counts the requests of one network in all processes, by kind, and begins anew with the next minute', async () => {
  const [one, two] = [await process(), await process()];
  const statuses: number[] = [];
  for (const base of [one, two, one, two, one]) statuses.push((await post(`${base}/login`, '192.0.2.1')).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  expect((await post(`${two}/login`, '192.0.2.1')).headers.get('retry-after')).toBe('40');
  expect((await post(`${two}/login`, '192.0.2.2')).status).toBe(200);
  expect((await post(`${two}/status`, '192.0.2.1')).status).toBe(200);
  // The /56 of one household.
  const household = ['2001:db8:0:a::1', '2001:db8:0:b::1', '2001:db8:0:c::1', '2001:db8:0:d::1'];
  const inside: number[] = [];
  for (const address of household) inside.push((await post(`${one}/login`, address)).status);
  expect(inside).toEqual([200, 200, 200, 429]);
  now = new Date('2026-12-24T12:01:00.000Z');
  expect((await post(`${one}/login`, '192.0.2.1')).status).toBe(200);
});

it('keeps no address', async () => {
  await post(`${await process()}/login`, '192.0.2.1');
  const rows = await databases[0]?.selectFrom('request_counts').selectAll().execute();
  expect(rows).toEqual([{ digest: expect.stringMatching(/^[\w-]{22}$/), minute: '2026-12-24T12:00:00.000Z', count: 1 }]);
});
