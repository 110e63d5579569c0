import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import { later } from '../applications/clock.js';
import { expireDrafts } from '../applications/discard.js';
import { openApplication } from '../applications/application.js';
import { fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { smallService } from '../small-service.test-support.js';
import { findApplication } from '../storage/applications.js';
import { openBrowser } from '../try/browser.js';
import type { Browser, Page } from '../try/browser.js';
import { formsOn, mistakesOn } from '../try/form-on-page.js';

const coSign = { who: 'Die zweite Person', declaration: 'Ich stelle den Antrag mit.', distinctIdentity: false };
const service = { ...smallService, workflow: { ...smallService.workflow, coSign } };

let portal: SmallPortal;
let now = new Date('2026-11-21T12:00:00Z');
const logged: string[] = [];

beforeAll(async () => {
  const log = { write: (line: string) => void logged.push(line) };
  portal = await startSmallPortal({ service, clock: { now: () => now }, log, changes: { limits: { resumesPerMinute: 1000 } } });
});
afterAll(() => portal.close());

/** The link as the first person reads it off the page. */
async function invite(first: Browser, id: string): Promise<string> {
  const page = await send(first, await first.get(`/antrag/${id}/mitzeichnung`), {}, '/mitzeichnung');
  const address = page.html.querySelectorAll('.portal-break').find(({ textContent }) => textContent.includes('/mitzeichnen/'))?.textContent;
  return new URL(address ?? '').pathname;
}

async function open(link: string): Promise<{ second: Browser; page: Page }> {
  const second = openBrowser(portal.base);
  return { second, page: await send(second, await second.get(link), {}, link) };
}

const agree = { erklaerung: 'ja', name: 'Ada Groß', aktion: 'zustimmen' };

it('submits nothing before the second person has signed', async () => {
  const { browser: first, page, id } = await fillAll(portal.base);
  expect(formsOn(page).some(({ action }) => action.endsWith('/absenden'))).toBe(false);
  expect(page.html.querySelector(`a[href="/antrag/${id}/mitzeichnung"]`)).not.toBeNull();
  const invitation = await first.get(`/antrag/${id}/mitzeichnung`);
  const token = formsOn(invitation)[0]?.inputs.find(({ name }) => name === '_csrf')?.value ?? '';
  const forced = await first.post(`/antrag/${id}/absenden`, { fields: [['_csrf', token]], files: [], multipart: false });
  expect(forced.path).toBe(`/antrag/${id}/mitzeichnung`);
  expect(await findApplication(portal.running.portal.office.database, id)).toBeNull();
});

it('shows the whole application to the second person, who can sign but not change it; then it can be submitted', async () => {
  const { browser: first, id } = await fillAll(portal.base);
  const { second, page } = await open(await invite(first, id));
  expect(page.path).toBe(`/mitzeichnung/${id}`);
  expect(page.html.textContent).toContain('Zoë Müller');
  for (const end of ['uebersicht', 'person', 'pruefen', 'spaeter', 'mitzeichnung'])
    expect((await second.get(`/antrag/${id}/${end}`)).status).toBe(404);
  const incomplete = await send(second, page, { aktion: 'zustimmen' });
  expect(mistakesOn(incomplete).map(({ href }) => href)).toEqual(['#erklaerung', '#name']);
  const thanks = await send(second, page, agree);
  expect([thanks.status, thanks.html.querySelector('h1')?.textContent]).toEqual([200, 'Danke, Sie haben unterschrieben']);
  const done = await send(first, await first.get(`/antrag/${id}/pruefen`), {}, '/absenden');
  expect(done.path).toBe(`/antrag/${id}/fertig`);
  const { office } = portal.running.portal;
  const row = await findApplication(office.database, id);
  const content = row && (await openApplication(office, row)).content;
  expect(content?.coSignature).toMatchObject({ outcome: 'given', name: 'Ada Groß', declaration: 'Ich stelle den Antrag mit.' });
  expect((await second.get(`/mitzeichnung/${id}`)).status).toBe(404);
});

it('voids the signature when the answers change afterwards', async () => {
  const { browser: first, id } = await fillAll(portal.base);
  const { second, page } = await open(await invite(first, id));
  await send(second, page, agree);
  await send(first, await first.get(`/antrag/${id}/person`), { 'G1/F1': 'Jemand anderes', 'G1/F2': 'false' });
  const check = await first.get(`/antrag/${id}/pruefen`);
  expect(formsOn(check).some(({ action }) => action.endsWith('/absenden'))).toBe(false);
  expect((await first.get(`/antrag/${id}/mitzeichnung`)).html.textContent).toContain('muss neu unterschreiben');
  // The same person signs again, what is there now.
  await send(second, await second.get(`/mitzeichnung/${id}`), agree);
  expect((await send(first, await first.get(`/antrag/${id}/pruefen`), {}, '/absenden')).path).toBe(`/antrag/${id}/fertig`);
});

it('takes no signature under answers that the second person has not seen', async () => {
  const { browser: first, id } = await fillAll(portal.base);
  const { second, page } = await open(await invite(first, id));
  await send(first, await first.get(`/antrag/${id}/person`), { 'G1/F1': 'Jemand anderes', 'G1/F2': 'false' });
  const again = await send(second, page, agree);
  expect(again.status).toBe(409);
  expect(again.html.textContent).toContain('Jemand anderes');
  expect((await first.get(`/antrag/${id}/mitzeichnung`)).html.textContent).toContain('noch nicht unterschrieben');
});

it('lets the second person refuse with a reason that the first one reads', async () => {
  const { browser: first, id } = await fillAll(portal.base);
  const { second, page } = await open(await invite(first, id));
  expect(mistakesOn(await send(second, page, { aktion: 'ablehnen' })).map(({ href }) => href)).toEqual(['#grund']);
  await send(second, page, { aktion: 'ablehnen', grund: 'Der Name stimmt nicht.' });
  const invitation = await first.get(`/antrag/${id}/mitzeichnung`);
  expect(invitation.html.textContent).toContain('Der Name stimmt nicht.');
  expect(formsOn(await first.get(`/antrag/${id}/pruefen`)).some(({ action }) => action.endsWith('/absenden'))).toBe(false);
});

it('opens the link on one device, after a person said so; a new one ends the old', async () => {
  const { browser: first, id } = await fillAll(portal.base);
  const replaced = await invite(first, id);
  const link = await invite(first, id);
  expect((await open(replaced)).page.status).toBe(404);
  const answer = await request(portal.base).get(link);
  expect([answer.status, answer.headers['referrer-policy'], answer.headers['set-cookie']]).toEqual([200, 'no-referrer', undefined]);
  const { second } = await open(link);
  expect((await open(link)).page.status).toBe(404);
  expect((await second.get(`/mitzeichnung/${id}`)).status).toBe(200);
  await invite(first, id);
  expect((await second.get(`/mitzeichnung/${id}`)).status).toBe(404);
  expect(logged.some((line) => line.includes(link.split('/')[2] ?? '-'))).toBe(false);
});

it('ends the link with the draft', async () => {
  const { browser: first, id } = await fillAll(portal.base);
  const link = await invite(first, id);
  now = later(now, { days: 31 });
  expect((await open(link)).page.status).toBe(404);
  await expireDrafts(portal.running.portal.office);
  const kept = await portal.running.portal.office.database.selectFrom('draft_keys').select('lookup').where('draft_id', '=', id).execute();
  expect(kept).toEqual([]);
});

it('refuses to start with a package that demands identities nobody can prove here', async () => {
  const demanding = { ...service, workflow: { ...service.workflow, coSign: { ...coSign, distinctIdentity: true } } };
  await expect(startSmallPortal({ service: demanding })).rejects.toMatchObject({ code: 'package-needs-identity' });
});
