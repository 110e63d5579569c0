import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLog } from '../security/log.js';
import { startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { startPeriodicWork } from '../work/periodic.js';
import { tryLogin } from './login-attempt.js';

let portal: SmallPortal;
let bare: SmallPortal;
let now = new Date('2026-12-24T12:00:00Z');
beforeAll(async () => {
  portal = await startSmallPortal({ changes: { demonstration: true }, clock: { now: () => now } });
  bare = await startSmallPortal();
});
afterAll(async () => {
  await portal.close();
  await bare.close();
});

const attempt = (network: string, password: string, name = 'amt') => tryLogin(portal.running.portal, name, password, network);
const rows = async (): Promise<number> =>
  (await portal.running.portal.office.database.selectFrom('login_failures').selectAll().execute()).length;

it('makes who guesses wait, and lets the clerk in from elsewhere', async () => {
  for (let guess = 0; guess < 5; guess++) await attempt('203.0.113.1', `falsch ${guess}`);
  expect(await attempt('203.0.113.1', 'musterstadt')).toMatchObject({ kind: 'wait' });
  expect(await attempt('198.51.100.7', 'musterstadt')).toMatchObject({ kind: 'signed-in' });
});

it('treats a name that does not exist as one that does', async () => {
  for (let guess = 0; guess < 5; guess++) await attempt('203.0.113.2', `falsch ${guess}`, 'niemand');
  expect(await attempt('203.0.113.2', 'falsch', 'niemand')).toMatchObject({ kind: 'wait' });
});

it('answers slowly where many networks guess one name, but does answer', async () => {
  // Without accounts no password is hashed: what takes time is the answer alone.
  const from = (network: string) => tryLogin(bare.running.portal, 'amt', 'falsch', network);
  for (let network = 0; network < 20; network++) await from(`192.0.2.${network}`);
  const begun = performance.now();
  expect(await from('198.51.100.7')).toEqual({ kind: 'refused' });
  expect(performance.now() - begun).toBeGreaterThan(900);
});

it('forgets mistakes after a day', async () => {
  await attempt('203.0.113.3', 'falsch');
  expect(await rows()).toBeGreaterThan(0);
  now = new Date(now.getTime() + 25 * 3_600_000);
  await startPeriodicWork(portal.running.portal.office, { reportDays: 180, retentionOf: () => null }, createLog('silent'))();
  expect(await rows()).toBe(0);
});
