import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import { openBrowser } from '../try/browser.js';
import { formsOn, mistakesOn } from '../try/form-on-page.js';
import { begin, fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';

let portal: SmallPortal;
beforeAll(async () => {
  portal = await startSmallPortal();
});
afterAll(() => portal.close());

it('leads from the list of services to the confirmation', async () => {
  const { browser, page } = await fillAll(portal.base);
  expect(page.path).toMatch(/\/pruefen$/);
  expect(page.html.textContent).toContain('Zoë Müller');
  const done = await send(browser, page, {}, '/absenden');
  expect(done.path).toMatch(/\/fertig$/);
  expect(done.html.textContent).toMatch(/PR-\d{4}-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]/);
});

it('shows a page with mistakes again, with what was right kept', async () => {
  const { browser, page } = await begin(portal.base);
  const again = await send(browser, page, { 'G1/F1': '', 'G1/F2': 'false' });
  expect(again.status).toBe(422);
  expect(mistakesOn(again).map(({ href }) => href)).toEqual(['#f-G1-F1']);
  expect(again.html.querySelector('title')?.textContent).toMatch(/^Fehler: /);
  expect(formsOn(again)[0]?.inputs.find(({ name }) => name === 'G1/F2')?.value).toBe('false');
});

it('asks a question that the answers led to, without calling it a mistake; the next time it is one', async () => {
  const { browser, page } = await begin(portal.base);
  expect(formsOn(page)[0]?.inputs.some(({ name }) => name === 'G1/F3')).toBe(false);
  const more = await send(browser, page, { 'G1/F1': 'Ada', 'G1/F2': 'true' });
  expect(more.status).toBe(200);
  expect(mistakesOn(more)).toEqual([]);
  expect(formsOn(more)[0]?.inputs.some(({ name }) => name === 'G1/F3')).toBe(true);
  const missing = await send(browser, more, { 'G1/F1': 'Ada', 'G1/F2': 'true', 'G1/F3': '' });
  expect(missing.status).toBe(422);
  expect(mistakesOn(missing)).toHaveLength(1);
});

it('refuses to submit what is incomplete, and says where it is', async () => {
  const { browser, id } = await begin(portal.base);
  const check = await browser.get(`/antrag/${id}/pruefen`);
  expect(formsOn(check)).toEqual([]);
  const token = formsOn(await browser.get(`/antrag/${id}/verwerfen`))[0]?.inputs[0]?.value ?? '';
  const refused = await browser.post(`/antrag/${id}/absenden`, { fields: [['_csrf', token]], files: [], multipart: false });
  expect(refused.status).toBe(422);
  expect(refused.html.querySelector('.kern-alert--warning a')?.getAttribute('href')).toContain(`/antrag/${id}/`);
});

it('makes one application of a double click', async () => {
  const { browser, page, id } = await fillAll(portal.base);
  const clicks = await Promise.all([1, 2, 3].map(() => send(browser, page, {}, '/absenden')));
  expect(clicks.map(({ status }) => status)).toEqual([200, 200, 200]);
  const rows = await portal.running.portal.office.database.selectFrom('applications').select('id').where('id', '=', id).execute();
  expect(rows).toHaveLength(1);
});

it('shows nobody the draft or the application of somebody else', async () => {
  const { browser, page, id } = await fillAll(portal.base);
  const stranger = (await begin(portal.base)).browser;
  for (const end of ['uebersicht', 'pruefen', 'verwerfen', 'person']) {
    expect((await stranger.get(`/antrag/${id}/${end}`)).status).toBe(404);
  }
  await send(browser, page, {}, '/absenden');
  for (const end of ['fertig', 'stand', 'antrag.pdf', 'quittung.pdf']) {
    expect((await stranger.get(`/antrag/${id}/${end}`)).status).toBe(404);
    expect((await openBrowser(portal.base).get(`/antrag/${id}/${end}`)).status).toBe(404);
  }
});

it('leads from a draft that was sent meanwhile to its status, and names no application in what is measured', async () => {
  const { browser, page, id } = await fillAll(portal.base);
  await send(browser, page, {}, '/absenden');
  const late = await browser.get(`/antrag/${id}/person`);
  expect([late.status, late.path]).toEqual([200, `/antrag/${id}/stand`]);
  const measured = await portal.running.portal.metrics.registry.getSingleMetricAsString('serviceportal_request_seconds');
  expect(measured).toContain('route="/antrag/:id/:page"');
  expect(measured).not.toContain(id);
});

it('refuses a post without its token, and one that another site sent', async () => {
  const { browser, page } = await begin(portal.base);
  const refused = await browser.post(page.path, { fields: [['G1/F1', 'Eve']], files: [], multipart: false });
  expect(refused.status).toBe(403);
  const foreign = await fetch(`${portal.base}/probe/antrag`, { method: 'POST', headers: { origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
});

it('opens the status with reference number and Abrufcode, typed as people type', async () => {
  const { browser, page } = await fillAll(portal.base);
  const done = await send(browser, page, {}, '/absenden');
  const [reference, code] = done.html.querySelectorAll('.portal-reference strong').map((element) => element.textContent);
  const stranger = openBrowser(portal.base);
  const lookup = await stranger.get('/status');
  const typed = (code ?? '').replaceAll('-', ' ').toLowerCase();
  const found = await send(stranger, lookup, { reference: ` ${reference?.toLowerCase()} `, code: typed }, '/status');
  expect(found.status).toBe(200);
  expect(found.html.textContent).toContain(reference);
  expect(found.html.textContent).not.toContain('Zoë');
  const wrong = await send(stranger, lookup, { reference: reference ?? '', code: 'AAAA-AAAA-AAAA' }, '/status');
  expect(wrong.status).toBe(422);
});

it('takes an application out of a browser that others use, too', async () => {
  const { browser, page, id } = await fillAll(portal.base);
  const done = await send(browser, page, {}, '/absenden');
  expect((await browser.post('/vergessen', { fields: [], files: [], multipart: false })).status).toBe(403);
  expect((await browser.get(`/antrag/${id}/stand`)).html.querySelector('form[action="/vergessen"]')).not.toBeNull();
  const forgotten = await send(browser, done, {}, '/vergessen');
  expect(forgotten.status).toBe(200);
  expect(forgotten.html.querySelector('h1')?.textContent).toContain('aus diesem Browser entfernt');
  for (const end of ['fertig', 'stand', 'antrag.pdf']) expect((await browser.get(`/antrag/${id}/${end}`)).status).toBe(404);
  const cookies = (await request(portal.base).post('/probe/antrag')).headers['set-cookie'];
  expect(Number(/besuch=.*?Max-Age=(\d+)/.exec(String(cookies))?.[1])).toBe(90 * 86_400);
});

it('deletes a draft that is discarded', async () => {
  const { browser, id } = await begin(portal.base);
  await send(browser, await browser.get(`/antrag/${id}/verwerfen`), {}, '/verwerfen');
  expect((await browser.get(`/antrag/${id}/uebersicht`)).status).toBe(404);
});

it('speaks the language that was chosen, and stays on this site', async () => {
  const browser = openBrowser(portal.base);
  const english = await browser.get('/?sprache=en');
  expect(english.html.querySelector('html')?.getAttribute('lang')).toBe('en');
  for (const path of ['//evil.example/', '//', '/\\evil.example', '//%', '///evil.example//']) {
    const redirect = await request(portal.base).get(`${path}?sprache=en&x=1`);
    expect([path, redirect.status]).toEqual([path, 303]);
    expect(redirect.headers['location']).toMatch(/^\/(?![/\\]).*\?x=1$/);
  }
});
