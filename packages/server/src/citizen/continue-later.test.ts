import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import { later } from '../applications/clock.js';
import { expireDrafts } from '../applications/discard.js';
import { openDraft } from '../applications/draft.js';
import { begin, fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { linkSecret } from '../storage/shared-keys.js';
import { openBrowser } from '../try/browser.js';
import type { Browser, Page } from '../try/browser.js';
import { formsOn, mistakesOn } from '../try/form-on-page.js';

let portal: SmallPortal;
let now = new Date('2026-11-21T12:00:00Z');
const logged: string[] = [];

beforeAll(async () => {
  portal = await startSmallPortal({ clock: { now: () => now }, log: { write: (line: string) => void logged.push(line) } });
});
afterAll(() => portal.close());

/** Shows the code of a draft, and reads it off the page. */
async function codeOf(browser: Browser, id: string): Promise<{ page: Page; code: string }> {
  const page = await send(browser, await browser.get(`/antrag/${id}/spaeter`), { aktion: 'code' }, '/spaeter');
  return { page, code: page.html.querySelector('.portal-code strong')?.textContent ?? '' };
}

/** The secret in the QR code's address: made again from the draft's key, as the page does. */
async function linkOf(visit: Uint8Array, id: string): Promise<string> {
  const { office } = portal.running.portal;
  const draft = await openDraft(office, visit, id);
  const row = await office.database
    .selectFrom('draft_keys')
    .selectAll()
    .where('draft_id', '=', id)
    .where('holder', '=', 'link')
    .executeTakeFirst();
  if (!draft || !row) throw new Error('The draft has no link');
  return linkSecret(draft.key, row.nonce);
}

/** A browser whose secret the test knows. */
async function beginKnown(): Promise<{ browser: Browser; id: string; visit: Uint8Array }> {
  const visit = randomBytes(32);
  const browser = openBrowser(portal.base, undefined, { besuch: visit.toString('base64url') });
  const page = await browser.post('/probe/antrag', { fields: [], files: [], multipart: false });
  return { browser, id: page.path.split('/')[2] ?? '', visit };
}

it('shows the day of deletion and offers reminders before it', async () => {
  const { browser, id } = await begin(portal.base);
  const overview = await browser.get(`/antrag/${id}/uebersicht`);
  expect(overview.html.querySelector(`a[href="/antrag/${id}/spaeter"]`)).not.toBeNull();
  const page = await browser.get(`/antrag/${id}/spaeter`);
  expect(page.html.textContent).toContain('Montag, 21. Dezember 2026');
  const days = page.html.querySelectorAll('a[href*="erinnerung.ics"]').map((link) => link.getAttribute('href')?.slice(-10));
  expect(days).toEqual(['2026-11-22', '2026-11-24', '2026-11-28', '2026-12-18']);
  const calendar = await browser.get(`/antrag/${id}/erinnerung.ics?tag=2026-12-18`);
  expect(calendar.html.textContent).toContain('DTSTART;VALUE=DATE:20261218');
  expect((await browser.get(`/antrag/${id}/erinnerung.ics?tag=2026-12-22`)).status).toBe(404);
});

it('opens the draft on another device with the code as typed, and both see what the other writes', async () => {
  const { browser: first, id } = await fillAll(portal.base);
  const { code } = await codeOf(first, id);
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  const second = openBrowser(portal.base);
  expect((await second.get(`/antrag/${id}/uebersicht`)).status).toBe(404);
  const opened = await send(second, await second.get('/weiter'), { code: code.toLowerCase().replace(/-/g, ' ') });
  expect([opened.status, opened.path]).toEqual([200, `/antrag/${id}/uebersicht`]);
  expect((await second.get(`/antrag/${id}/pruefen`)).html.textContent).toContain('Zoë Müller');
  expect((await second.get('/probe')).html.querySelector(`a[href="/antrag/${id}/uebersicht"]`)).not.toBeNull();
  await send(second, await second.get(`/antrag/${id}/person`), { 'G1/F1': 'Zoë Groß', 'G1/F2': 'false' });
  expect((await first.get(`/antrag/${id}/pruefen`)).html.textContent).toContain('Zoë Groß');
});

it('keeps what the slower of two devices typed, on top of what the faster one saved', async () => {
  const { browser: first, id } = await fillAll(portal.base);
  const second = openBrowser(portal.base);
  await send(second, await second.get('/weiter'), { code: (await codeOf(first, id)).code });
  const [here, there] = [await first.get(`/antrag/${id}/person`), await second.get(`/antrag/${id}/person`)];
  const answers = await Promise.all([
    send(first, here, { 'G1/F1': 'Erste', 'G1/F2': 'false' }),
    send(second, there, { 'G1/F1': 'Zweite', 'G1/F2': 'false' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const [one, other] = [await first.get(`/antrag/${id}/pruefen`), await second.get(`/antrag/${id}/pruefen`)];
  expect(one.html.textContent).toMatch(/Erste|Zweite/);
  expect(/Erste|Zweite/.exec(one.html.textContent)?.[0]).toBe(/Erste|Zweite/.exec(other.html.textContent)?.[0]);
});

it('shows every device that held the draft how the application stands, once one has sent it', async () => {
  const { browser: first, id } = await fillAll(portal.base);
  const { code } = await codeOf(first, id);
  const second = openBrowser(portal.base);
  await send(second, await second.get('/weiter'), { code });
  await send(second, await second.get(`/antrag/${id}/pruefen`), {}, '/absenden');
  for (const browser of [first, second]) {
    expect((await browser.get(`/antrag/${id}/person`)).path).toBe(`/antrag/${id}/stand`);
    expect((await browser.get(`/antrag/${id}/fertig`)).html.textContent).toMatch(/PR-2026-/);
  }
  const third = openBrowser(portal.base);
  expect((await send(third, await third.get('/weiter'), { code })).status).toBe(422);
});

it('refuses a wrong code with a mistake at its field, and one that was made invalid', async () => {
  const { browser, id } = await begin(portal.base);
  const { page, code } = await codeOf(browser, id);
  const other = openBrowser(portal.base);
  const wrong = await send(other, await other.get('/weiter'), { code: `${code.slice(0, -1)}${code.endsWith('0') ? '2' : '0'}` });
  expect(wrong.status).toBe(422);
  expect(mistakesOn(wrong).map(({ href }) => href)).toEqual(['#code']);
  await send(browser, page, { aktion: 'ende' }, '/spaeter');
  expect((await send(other, wrong, { code })).status).toBe(422);
});

it('opens a link once, after a person said so, within 15 minutes', async () => {
  const { browser, id, visit } = await beginKnown();
  await codeOf(browser, id);
  const link = await linkOf(visit, id);
  const other = openBrowser(portal.base);
  // A program that looks first uses nothing up.
  const answer = await request(portal.base).get(`/weiter/${link}`);
  expect(answer.headers['referrer-policy']).toBe('no-referrer');
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.headers['set-cookie']).toBeUndefined();
  const opened = await send(other, await other.get(`/weiter/${link}`), {});
  expect(opened.path).toBe(`/antrag/${id}/uebersicht`);
  const third = openBrowser(portal.base);
  expect((await send(third, await third.get(`/weiter/${link}`), {})).status).toBe(422);
  await codeOf(browser, id);
  const late = await linkOf(visit, id);
  now = later(now, { seconds: 15 * 60 });
  expect((await send(third, await third.get(`/weiter/${late}`), {})).status).toBe(422);
  expect((await browser.get(`/antrag/${id}/spaeter`)).html.querySelector('svg.portal-qr')).toBeNull();
});

it('writes neither code nor link into the log, and not the language switch either', async () => {
  const { browser, id, visit } = await beginKnown();
  const { code } = await codeOf(browser, id);
  const link = await linkOf(visit, id);
  const other = openBrowser(portal.base);
  const page = await other.get(`/weiter/${link}`);
  expect(page.html.querySelectorAll('a').some((anchor) => anchor.getAttribute('href')?.includes(link))).toBe(false);
  await send(other, page, {});
  await send(other, await other.get('/weiter'), { code });
  expect(logged.some((line) => line.includes('/weiter/:link'))).toBe(true);
  for (const secret of [code, code.replace(/-/g, ''), link]) expect(logged.some((line) => line.includes(secret))).toBe(false);
});

it('takes only so many codes a minute from one address', async () => {
  const bounded = await startSmallPortal({ changes: { limits: { resumesPerMinute: 3 } } });
  const browser = openBrowser(bounded.base);
  const page = await browser.get('/weiter');
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 4; attempt++) statuses.push((await send(browser, page, { code: '0000' })).status);
  await bounded.close();
  expect(statuses).toEqual([422, 422, 422, 429]);
});

it('ends with the draft: no key of it stays', async () => {
  const { browser, id } = await begin(portal.base);
  const { code } = await codeOf(browser, id);
  const second = openBrowser(portal.base);
  await send(second, await second.get('/weiter'), { code });
  const { office } = portal.running.portal;
  const keys = () => office.database.selectFrom('draft_keys').select('holder').where('draft_id', '=', id).execute();
  expect((await keys()).map(({ holder }) => holder).sort()).toEqual(['browser', 'code', 'link']);
  now = later(now, { days: 31 });
  await expireDrafts(office);
  expect(await keys()).toEqual([]);
  const third = openBrowser(portal.base);
  expect(formsOn(await send(third, await third.get('/weiter'), { code }))[0]?.action).toBe('/weiter');
  expect((await second.get(`/antrag/${id}/uebersicht`)).status).toBe(404);
});
