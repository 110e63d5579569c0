import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { changeState } from '../applications/change-state.js';
import { fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { findApplication } from '../storage/applications.js';
import { eventsOf } from '../storage/events.js';
import { openBrowser } from '../try/browser.js';
import type { Browser, Page } from '../try/browser.js';
import { formsOn, mistakesOn } from '../try/form-on-page.js';
import { sampleFiles } from '../try/values/sample-files.js';
import type { SampleFile } from '../try/values/sample-files.js';

let portal: SmallPortal;
let clerk: Browser;

beforeAll(async () => {
  portal = await startSmallPortal({ changes: { demonstration: true, limits: { uploadMegabytes: 1, statusLookupsPerMinute: 1000 } } });
  clerk = openBrowser(portal.base);
  await send(clerk, await clerk.get('/amt'), { username: 'amt', password: 'musterstadt' }, '/anmelden');
});
afterAll(() => portal.close());

const pdf = sampleFiles[0] as SampleFile;
const question = 'Bitte schicken Sie uns den Nachweis über Größe & Gewicht.\nReicht bis Freitag.';

interface Submitted {
  readonly citizen: Browser;
  readonly id: string;
  readonly reference: string;
  readonly code: string;
}

/** An application that a clerk works on; handed over to its target. */
async function inReview(): Promise<Submitted> {
  const { browser: citizen, page, id } = await fillAll(portal.base);
  const done = await send(citizen, page, {}, '/absenden');
  const [reference = '', code = ''] = done.html.querySelectorAll('.portal-reference strong').map((strong) => strong.textContent);
  const { office } = portal.running.portal;
  const state = async () => (await findApplication(office.database, id))?.state;
  // The worker hands over.
  for (let wait = 0; (await state()) !== 'received' && wait < 300; wait++) await delay(100);
  await changeState(office, id, 'start-review', { actor: 'clerk', account: 'amt' });
  return { citizen, id, reference, code };
}

async function askedAbout(submitted: Submitted): Promise<Page> {
  return send(clerk, await clerk.get(`/amt/vorgang/${submitted.id}`), { frage: question }, '/frage');
}

function reply(browser: Browser, page: Page, text: string, files: readonly SampleFile[]): Promise<Page> {
  const form = formsOn(page).find(({ action }) => action.endsWith('/antwort'));
  if (!form) throw new Error(`${page.path} asks nothing`);
  const hidden = form.inputs.filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value ?? ''] as const);
  const chosen = files.length > 0 ? files.map((file) => ['dateien', file] as const) : [['dateien', null] as const];
  return browser.post(form.action, { fields: [...hidden, ['antwort', text]], files: chosen, multipart: true });
}

const eventKinds = async (id: string) =>
  (await eventsOf(portal.running.portal.office.database, id)).map(({ kind, actor }) => `${kind} ${actor}`);

/** The folders of one application at its target, with what their manifests say. */
async function handedOver(reference: string, atLeast: number): Promise<{ manifest: Record<string, unknown>; folder: string }[]> {
  const root = join(portal.data, 'uebergabe');
  let names: string[] = [];
  for (let wait = 0; names.length < atLeast && wait < 300; wait++, await delay(100)) {
    names = (await readdir(root)).filter((name) => name.startsWith(reference));
  }
  return Promise.all(
    names.map(async (name) => {
      const folder = join(root, name);
      return { folder, manifest: JSON.parse(await readFile(join(folder, 'uebergabe.json'), 'utf8')) as Record<string, unknown> };
    }),
  );
}

it('takes a question of the clerk to the citizen, and the answer with its files back to the case and the target', async () => {
  const submitted = await inReview();
  const { citizen, id, reference } = submitted;
  const asked = await askedAbout(submitted);
  expect(asked.html.textContent).toContain('Rückfrage');
  const status = await citizen.get(`/antrag/${id}/stand`);
  expect(status.html.textContent).toContain('Nachweis über Größe & Gewicht');
  const page = await citizen.get(status.html.querySelector(`a[href="/antrag/${id}/antwort"]`)?.getAttribute('href') ?? '');
  const after = await reply(citizen, page, 'Anbei.\r\nViele Grüße, Zoë', [pdf]);
  expect([after.status, after.path]).toEqual([200, `/antrag/${id}/stand`]);
  expect(after.html.textContent).toContain('Viele Grüße, Zoë');
  expect(after.html.querySelector('a[href$="/antwort"]')).toBeNull();

  const shown = await clerk.get(`/amt/vorgang/${id}`);
  expect(shown.html.textContent).toContain('Viele Grüße, Zoë');
  const file = shown.html.querySelectorAll('a[href*="/anlage/"]').find((link) => link.textContent.includes('Nachweis Müll ß.pdf'));
  expect((await clerk.get(file?.getAttribute('href') ?? '')).status).toBe(200);
  expect(await eventKinds(id)).toEqual(expect.arrayContaining(['request-information clerk:amt', 'provide-information citizen']));

  const folders = await handedOver(reference, 2);
  const supplement = folders.find(({ manifest }) => manifest['supplement'] !== undefined);
  expect(supplement?.manifest).toMatchObject({ key: `${id}.ablage.2`, reference, supplement: { kind: 'answer', of: `${id}.ablage` } });
  const folder = supplement?.folder ?? '';
  expect((await readdir(folder)).sort()).toEqual(['anlagen', 'nachtrag.json', 'nachtrag.pdf', 'uebergabe.json']);
  expect(JSON.parse(await readFile(join(folder, 'nachtrag.json'), 'utf8'))).toMatchObject({
    kind: 'answer',
    question: { text: question },
    text: 'Anbei.\nViele Grüße, Zoë',
  });
  expect(await readFile(join(folder, 'anlagen', 'Nachweis Müll ß.pdf'))).toEqual(Buffer.from(pdf.bytes));
});

it('lets who has number and Abrufcode answer, and shows them neither the answers nor what was written', async () => {
  const submitted = await inReview();
  await askedAbout(submitted);
  const other = openBrowser(portal.base);
  const status = await send(other, await other.get('/status'), { reference: submitted.reference, code: submitted.code }, '/status');
  expect(status.path).toBe('/status/vorgang/stand');
  expect(status.html.textContent).toContain('Nachweis über Größe');
  const after = await reply(other, await other.get('/status/vorgang/antwort'), 'Geheime Antwort', []);
  expect(after.path).toBe('/status/vorgang/stand');
  expect(after.html.textContent).not.toContain('Geheime Antwort');
  expect(after.html.textContent).not.toContain('Zoë Müller');
  expect((await clerk.get(`/amt/vorgang/${submitted.id}`)).html.textContent).toContain('Geheime Antwort');
  await send(other, after, {}, '/vergessen');
  expect((await other.get('/status/vorgang/stand')).status).toBe(404);
});

it('refuses files that the form would refuse, keeps the text, and sends nothing', async () => {
  const submitted = await inReview();
  await askedAbout(submitted);
  const { citizen, id } = submitted;
  const page = await citizen.get(`/antrag/${id}/antwort`);
  const wrong = { name: 'Brief.pdf', mediaType: 'application/pdf', bytes: Buffer.from('#!/bin/sh\n') };
  const large = { name: 'Groß.pdf', mediaType: 'application/pdf', bytes: Buffer.concat([Buffer.from(pdf.bytes), Buffer.alloc(1_000_000)]) };
  const again = await reply(citizen, page, 'Mein Text', [wrong, pdf, large]);
  expect(again.status).toBe(422);
  expect(mistakesOn(again).map(({ text, href }) => `${/„(.*)“/.exec(text)?.[1] ?? ''} ${href}`)).toEqual([
    'Brief.pdf #dateien',
    'Groß.pdf #dateien',
  ]);
  expect(again.html.querySelector('textarea')?.textContent.trim()).toBe('Mein Text');
  const empty = await reply(citizen, page, ' ', []);
  expect(mistakesOn(empty).map(({ href }) => href)).toEqual(['#antwort']);
  const kept = await portal.running.portal.office.database
    .selectFrom('attachments')
    .select('id')
    .where('application_id', '=', id)
    .where('kind', '=', 'uploaded')
    .execute();
  expect(kept).toEqual([]);
  expect(await eventKinds(id)).not.toContain('provide-information citizen');
});

it('takes one answer, also when it is sent twice', async () => {
  const submitted = await inReview();
  await askedAbout(submitted);
  const { citizen, id } = submitted;
  const page = await citizen.get(`/antrag/${id}/antwort`);
  await Promise.all([reply(citizen, page, 'Eins', [pdf]), reply(citizen, page, 'Eins', [pdf])]);
  expect((await eventKinds(id)).filter((event) => event === 'provide-information citizen')).toHaveLength(1);
  const kept = await portal.running.portal.office.database
    .selectFrom('attachments')
    .select('id')
    .where('application_id', '=', id)
    .where('kind', '=', 'uploaded')
    .execute();
  expect(kept).toHaveLength(1);
});

it('shows and takes nothing from somebody else', async () => {
  const submitted = await inReview();
  await askedAbout(submitted);
  const { browser: stranger } = await fillAll(portal.base);
  for (const end of ['stand', 'antwort', 'ruecknahme']) {
    expect((await stranger.get(`/antrag/${submitted.id}/${end}`)).status).toBe(404);
    expect((await openBrowser(portal.base).get(`/status/vorgang/${end}`)).status).toBe(404);
    const forged = openBrowser(portal.base, undefined, {
      abruf: Buffer.from(JSON.stringify([submitted.reference, '0000'])).toString('base64url'),
    });
    expect((await forged.get(`/status/vorgang/${end}`)).status).toBe(404);
  }
  const page = await stranger.get(`/antrag/${submitted.id}/stand`);
  expect(page.html.textContent).not.toContain('Nachweis über Größe');
});

it('asks nothing without a text', async () => {
  const { id } = await inReview();
  const page = await clerk.get(`/amt/vorgang/${id}`);
  const again = await send(clerk, page, { frage: '  ' }, '/frage');
  expect(again.status).toBe(422);
  expect(again.html.querySelector('#frage-error')?.textContent).toContain('Bitte schreiben Sie eine Frage');
  const direct = await send(clerk, page, { ereignis: 'request-information' }, '/stand');
  expect(direct.status).toBe(404);
});

it('takes an application back after asking once, tells the clerk and the target, and bears no second time', async () => {
  const { citizen, id, reference } = await inReview();
  const status = await citizen.get(`/antrag/${id}/stand`);
  const confirm = await citizen.get(status.html.querySelector('a[href$="/ruecknahme"]')?.getAttribute('href') ?? '');
  expect(confirm.html.textContent).toContain(reference);
  const done = await send(citizen, confirm, {}, '/ruecknahme');
  expect(done.html.textContent).toContain('Zurückgezogen');
  expect(done.html.querySelector('a[href$="/ruecknahme"]')).toBeNull();
  expect((await send(citizen, confirm, {}, '/ruecknahme')).path).toBe(`/antrag/${id}/stand`);
  expect((await eventKinds(id)).filter((event) => event === 'withdraw citizen')).toHaveLength(1);
  const shown = (await clerk.get(`/amt/vorgang/${id}`)).html;
  expect(shown.querySelector('.portal-case__heading')?.textContent).toContain('Zurückgezogen');
  const folders = await handedOver(reference, 2);
  expect(folders.map(({ manifest }) => manifest['supplement'])).toContainEqual({
    kind: 'withdrawal',
    counterpartReference: expect.any(String),
    of: `${id}.ablage`,
  });
});

it('tells the clerk to pass on what a target does not take', async () => {
  const services = [
    {
      package: 'probe',
      targets: [
        {
          name: 'ablage',
          label: 'Altes Verfahren',
          supplements: false,
          delivery: { connector: 'directory', path: join(portal.data, 'alt'), create: true },
        },
      ],
    },
  ];
  const other = await startSmallPortal({ changes: { demonstration: true, services } });
  const { browser: citizen, page, id } = await fillAll(other.base);
  await send(citizen, page, {}, '/absenden');
  await send(citizen, await citizen.get(`/antrag/${id}/ruecknahme`), {}, '/ruecknahme');
  const desk = openBrowser(other.base);
  await send(desk, await desk.get('/amt'), { username: 'amt', password: 'musterstadt' }, '/anmelden');
  const shown = (await desk.get(`/amt/vorgang/${id}`)).html.querySelector('.portal-events')?.textContent ?? '';
  const deliveries = await other.running.portal.office.database
    .selectFrom('deliveries')
    .select('id')
    .where('application_id', '=', id)
    .execute();
  await other.close();
  expect(shown).toMatch(/bitte selbst weiterleiten[\s\S]*Altes Verfahren/);
  expect(deliveries.map((delivery) => delivery.id)).toEqual([`${id}.ablage`]);
});
