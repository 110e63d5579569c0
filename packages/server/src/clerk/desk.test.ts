import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { eventsOf } from '../storage/events.js';
import { openBrowser } from '../try/browser.js';
import type { Browser } from '../try/browser.js';

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

async function signIn(password = 'musterstadt'): Promise<Browser> {
  const browser = openBrowser(portal.base);
  await send(browser, await browser.get('/amt'), { username: 'amt', password }, '/anmelden');
  return browser;
}

it('shows nothing without a login', async () => {
  const browser = openBrowser(portal.base);
  for (const path of ['/amt', '/amt/vorgang/x', '/amt/vorgang/x/anlage/y']) expect((await browser.get(path)).path).toBe('/amt/anmelden');
  expect((await browser.post('/amt/vorgang/x/stand', { fields: [], files: [], multipart: false })).status).toBe(403);
});

it('has no account in a real installation without configured ones, and says so', async () => {
  const browser = openBrowser(bare.base);
  const page = await browser.get('/amt');
  expect(page.html.textContent).toContain('noch kein Zugang eingerichtet');
  const refused = await send(browser, page, { username: 'amt', password: 'musterstadt' }, '/anmelden');
  expect(refused.status).toBe(422);
});

it('lets a clerk find a case, read it and move it on', async () => {
  const { browser: citizen, page, id } = await fillAll(portal.base);
  await send(citizen, page, {}, '/absenden');
  const clerk = await signIn();
  const inbox = await clerk.get('/amt');
  expect(inbox.html.querySelector(`a[href="/amt/vorgang/${id}"]`)).not.toBeNull();
  const shown = await clerk.get(`/amt/vorgang/${id}`);
  expect(shown.html.textContent).toContain('Zoë Müller');
  const button = shown.html.querySelectorAll('form[action$="/stand"] button').find((found) => found.getAttribute('value') !== 'withdraw');
  const moved = await send(clerk, shown, { ereignis: button?.getAttribute('value') ?? '' }, '/stand');
  expect(moved.status).toBe(200);
  const events = await eventsOf(portal.running.portal.office.database, id);
  expect(events.at(-1)?.actor).toMatch(/^(clerk:amt|system)$/);
  expect(events.some(({ actor }) => actor === 'clerk:amt')).toBe(true);
});

it('ends a session that is idle for half an hour', async () => {
  const clerk = await signIn();
  expect((await clerk.get('/amt')).path).toBe('/amt');
  now = new Date(now.getTime() + 31 * 60_000);
  expect((await clerk.get('/amt')).path).toBe('/amt/anmelden');
});

it('makes who guesses wait, and the right password too', async () => {
  for (let guess = 0; guess < 5; guess++) await signIn(`falsch ${guess}`);
  const browser = openBrowser(portal.base);
  const waiting = await send(browser, await browser.get('/amt'), { username: 'amt', password: 'musterstadt' }, '/anmelden');
  expect(waiting.status).toBe(429);
  now = new Date(now.getTime() + 16 * 60_000);
  expect((await (await signIn()).get('/amt')).path).toBe('/amt');
});

it('logs out for good', async () => {
  const clerk = await signIn();
  await send(clerk, await clerk.get('/amt'), {}, '/abmelden');
  expect((await clerk.get('/amt')).path).toBe('/amt/anmelden');
});
