import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import request from 'supertest';
import { begin, fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';

let portal: SmallPortal;
let secure: SmallPortal;
const lines: string[] = [];

beforeAll(async () => {
  portal = await startSmallPortal({ log: { write: (line) => void lines.push(line) }, changes: { metricsToken: 'a-token-of-some-length' } });
  secure = await startSmallPortal({ changes: { baseUrl: 'https://dienste.example', trustProxy: 1 } });
});
afterAll(async () => {
  await portal.close();
  await secure.close();
});

it('sends a content security policy that allows scripts of our own files only and nothing from elsewhere', async () => {
  const { headers } = await request(portal.base).get('/');
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).toMatch(/(^|;)script-src 'self'(;|$)/);
  expect(headers['x-powered-by']).toBeUndefined();
});

it('binds cookies to the host and to https where the portal is reached by https', async () => {
  const plain = await request(portal.base).post('/probe/antrag');
  expect(String(plain.headers['set-cookie'])).toMatch(/besuch=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
  const { headers } = await request(secure.base).post('/probe/antrag');
  expect(String(headers['set-cookie'])).toMatch(/__Host-besuch=[\w-]{43};.* HttpOnly; Secure; SameSite=Lax/);
  expect(headers['strict-transport-security']).toBeDefined();
});

it('lets no cache keep personal pages, and keeps assets for ever', async () => {
  const { browser, page } = await begin(portal.base);
  expect(page.status).toBe(200);
  const asset = page.html.querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
  const { headers } = await request(portal.base).get(asset).set('Accept-Encoding', 'br');
  expect(headers['cache-control']).toContain('immutable');
  expect(headers['content-encoding']).toBe('br');
  expect((await request(portal.base).get(page.path)).headers['cache-control']).toBe('no-store');
  expect((await browser.get('/assets/../package.json')).status).toBe(404);
});

it('takes a changed cookie for none', async () => {
  const { headers } = await request(portal.base).post('/probe/antrag');
  const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
  const changed = cookie.replace(/besuch=(.)/, (_whole, first: string) => `besuch=${first === 'A' ? 'B' : 'A'}`);
  const path = headers['location'] ?? '';
  expect((await request(portal.base).get(path).set('Cookie', cookie)).status).toBe(200);
  expect((await request(portal.base).get(path).set('Cookie', changed)).status).toBe(404);
});

it('logs no answer, no reference number, no cookie, no address of an application', async () => {
  const { browser, page, id } = await fillAll(portal.base);
  const done = await send(browser, page, {}, '/absenden');
  const reference = done.html.querySelector('.portal-reference strong')?.textContent ?? 'none';
  await request(portal.base).get('/amt?vorgangsnummer=PR-GEHEIM');
  const log = lines.join('');
  expect(log).toContain('/antrag/:id/:page');
  for (const secret of ['Zoë', reference, id, 'besuch', 'GEHEIM']) expect(log).not.toContain(secret);
});

it('answers errors with a page and a number, never with a stack', async () => {
  const answer = await request(portal.base)
    .post('/status')
    .set('Content-Type', 'application/x-www-form-urlencoded')
    .send('a='.repeat(3000));
  expect(answer.status).toBeLessThan(500);
  const missing = await request(portal.base).get('/gibt/es/nicht');
  expect(missing.status).toBe(404);
  expect(missing.text).toContain('<h1');
  expect(missing.text).not.toMatch(/node_modules|\.ts:|\.js:/);
});

it('shows figures to this machine and to who holds the token', async () => {
  expect((await request(portal.base).get('/metrics')).text).toContain('serviceportal_outbox_age_seconds');
  const forwarded = () => request(portal.base).get('/metrics').set('X-Forwarded-For', '203.0.113.1');
  expect((await forwarded()).status).toBe(404);
  expect((await forwarded().set('Authorization', 'Bearer a-token-of-some-length')).status).toBe(200);
  expect((await request(portal.base).get('/healthz')).text).toBe('ok\n');
  expect((await request(secure.base).get('/metrics')).status).toBe(404);
});

it('asks the database once for all who ask how the portal is', async () => {
  const { office } = secure.running.portal;
  const asked = jest.spyOn(office.database, 'transaction');
  const answers = await Promise.all(Array.from({ length: 20 }, () => request(secure.base).get('/healthz')));
  expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
  expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
  asked.mockRestore();
});
