import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApplication } from '../applications/application.js';
import { send } from '../small-portal.test-support.js';
import { findApplication } from '../storage/applications.js';
import { openBrowser } from '../try/browser.js';
import type { Browser, Page } from '../try/browser.js';
import { formsOn } from '../try/form-on-page.js';
import { later } from '../applications/clock.js';
import { choose, personService, startPersonPortal } from './prefill/person-service.test-support.js';
import type { PersonPortal } from './prefill/person-service.test-support.js';

const coSign = { who: 'Die zweite Person', declaration: 'Ich stelle den Antrag mit.', distinctIdentity: true };

let portal: PersonPortal;
let now = new Date();
beforeAll(async () => {
  portal = await startPersonPortal({
    service: personService({ coSign }),
    clock: { now: () => now },
    changes: { limits: { resumesPerMinute: 1000, startsPerMinute: 1000 } },
  });
});
afterAll(() => portal.close());

const text = (page: Page): string => page.html.textContent.replace(/\s+/g, ' ');
const agree = { erklaerung: 'ja', name: 'Otto Beispiel', aktion: 'zustimmen' };

/** Somebody signs in, fills in everything, and reads the link for the second person off the page. */
async function applied(who: string): Promise<{ first: Browser; id: string; link: string }> {
  const first = openBrowser(portal.base);
  const page = await choose(portal, first, await first.get('/probe/konto/anmelden'), who);
  const id = page.path.split('/')[2] ?? '';
  const child = await send(first, page, {});
  await send(first, await send(first, child, {}), { 'G3/F9': 'Ein Anliegen' });
  const invitation = await send(first, await first.get(`/antrag/${id}/mitzeichnung`), {}, '/mitzeichnung');
  const address = invitation.html.querySelectorAll('.portal-break').find(({ textContent }) => textContent.includes('/mitzeichnen/'));
  return { first, id, link: new URL(address?.textContent ?? '').pathname };
}

async function invited(link: string): Promise<{ second: Browser; page: Page }> {
  const second = openBrowser(portal.base);
  return { second, page: await send(second, await second.get(link), {}, link) };
}

const signedIn = async (second: Browser, id: string, who: string | null): Promise<Page> =>
  choose(portal, second, await second.get(`/mitzeichnung/${id}/anmelden`), who);

const contentOf = async (id: string) => {
  const { office } = portal.running.portal;
  const row = await findApplication(office.database, id);
  return row && (await openApplication(office, row)).content;
};

it('whoever applies has to sign in, too', async () => {
  const browser = openBrowser(portal.base);
  expect((await browser.post('/probe/antrag', { fields: [], files: [], multipart: false })).path).toBe('/probe/konto');
});

it('the second person signs in with an account of their own, signs, and the application can be submitted', async () => {
  const { first, id, link } = await applied('erika');
  const { second, page } = await invited(link);
  expect(text(page)).toContain('Mustermann');
  expect(page.html.querySelector('button[value="zustimmen"]')).toBeNull();
  expect(page.html.querySelector(`a[href="/mitzeichnung/${id}/anmelden"]`)).not.toBeNull();
  const back = await signedIn(second, id, 'otto');
  expect(back.path).toBe(`/mitzeichnung/${id}`);
  expect(text(back)).toContain('Sie sind mit BundID angemeldet');
  expect(text(await send(second, back, agree))).toContain('Danke, Sie haben unterschrieben');
  const done = await send(first, await first.get(`/antrag/${id}/pruefen`), {}, '/absenden');
  expect(done.path).toMatch(/\/fertig$/);
  const content = await contentOf(id);
  expect(content?.coSignature).toMatchObject({ outcome: 'given', account: { name: 'BundID', level: 'basic' } });
  expect(content?.coSignature?.identity).not.toBe(content?.signedIn?.identity);
  expect(content).not.toHaveProperty('coSigner');
});

it('the person who applies cannot sign as the second one, whatever name they type', async () => {
  const { id, link } = await applied('erika');
  const { second, page } = await invited(link);
  const back = await signedIn(second, id, 'erika');
  expect(back.status).toBe(422);
  expect(text(back)).toContain('Mit diesem Konto wurde der Antrag ausgefüllt');
  expect(back.html.querySelector(`main a[href="/mitzeichnung/${id}/anmelden"]`)).not.toBeNull();
  const forced = await send(second, page, agree);
  expect(forced.status).toBe(422);
  expect(forced.html.querySelector('button[value="zustimmen"]')).toBeNull();
});

it('refusing needs no account', async () => {
  const { id, link } = await applied('erika');
  const { second, page } = await invited(link);
  expect(text(await send(second, page, { grund: 'Ich bin dagegen.', aktion: 'ablehnen' }))).toContain('abgelehnt');
  expect((await second.get(`/mitzeichnung/${id}`)).status).toBe(200);
});

it('breaking off leads back to what is to be signed', async () => {
  const { id, link } = await applied('erika');
  const { second } = await invited(link);
  const back = await signedIn(second, id, null);
  expect(text(back)).toContain('Sie haben die Anmeldung abgebrochen');
  expect(back.html.querySelector(`main a[href="/mitzeichnung/${id}"]`)).not.toBeNull();
});

it('a sign-in counts for its browser and an hour only', async () => {
  const { first, id, link } = await applied('erika');
  const { second } = await invited(link);
  await signedIn(second, id, 'otto');
  const again = await send(first, await first.get(`/antrag/${id}/mitzeichnung`), {}, '/mitzeichnung');
  const address = again.html.querySelectorAll('.portal-break').find(({ textContent }) => textContent.includes('/mitzeichnen/'));
  const { second: third, page } = await invited(new URL(address?.textContent ?? '').pathname);
  expect(page.html.querySelector('button[value="zustimmen"]')).toBeNull();
  await signedIn(third, id, 'otto');
  now = later(now, { seconds: 3601 });
  expect((await third.get(`/mitzeichnung/${id}`)).html.querySelector('button[value="zustimmen"]')).toBeNull();
});

it('if who applies signs in anew as the second person, nothing can be submitted', async () => {
  const { first, id, link } = await applied('erika');
  const { second } = await invited(link);
  await send(second, await signedIn(second, id, 'otto'), agree);
  await choose(portal, first, await first.get(`/antrag/${id}/konto/anmelden`), 'otto');
  const check = await first.get(`/antrag/${id}/pruefen`);
  expect(formsOn(check).some(({ action }) => action.endsWith('/absenden'))).toBe(false);
  expect(await contentOf(id)).toBeNull();
});

it('the same person has another mark in every application', async () => {
  const marks: (string | undefined)[] = [];
  for (const who of ['erika', 'erika']) {
    const { first, id, link } = await applied(who);
    const { second } = await invited(link);
    await send(second, await signedIn(second, id, 'otto'), agree);
    await send(first, await first.get(`/antrag/${id}/pruefen`), {}, '/absenden');
    const content = await contentOf(id);
    marks.push(content?.signedIn?.identity, content?.coSignature?.identity ?? undefined);
  }
  expect(new Set(marks).size).toBe(4);
  expect(marks).not.toContain(undefined);
});
