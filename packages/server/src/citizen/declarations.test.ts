import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApplication } from '../applications/application.js';
import { fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { smallService } from '../small-service.test-support.js';
import { findApplication } from '../storage/applications.js';
import { openBrowser } from '../try/browser.js';
import type { Browser, Page } from '../try/browser.js';
import { formsOn, mistakesOn } from '../try/form-on-page.js';

const service = {
  ...smallService,
  workflow: {
    ...smallService.workflow,
    declarations: [
      { key: 'richtig', kind: 'declaration', text: 'Meine Angaben stimmen.', required: true, legalBasis: [] },
      {
        key: 'presse',
        kind: 'consent',
        text: 'Sie dürfen mein Bild zeigen.',
        required: false,
        withdrawal: 'Ein Brief genügt.',
        legalBasis: [{ text: 'Art. 6 DSGVO', link: 'https://dejure.org/gesetze/DSGVO/6.html' }],
      },
    ],
  },
  texts: { en: { 'declaration.richtig': 'My information is correct.' } },
} as const;

let portal: SmallPortal;
beforeAll(async () => {
  portal = await startSmallPortal({ service });
});
afterAll(() => portal.close());

/** Sends the check page with these boxes ticked. */
function submit(browser: Browser, page: Page, ...ticked: readonly string[]): Promise<Page> {
  const form = formsOn(page).find(({ action }) => action.endsWith('/absenden'));
  const hidden = (form?.inputs ?? []).filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value ?? ''] as const);
  const boxes = ticked.map((key) => ['erklaerung', key] as const);
  return browser.post(form?.action ?? '', { fields: [...hidden, ...boxes], files: [], multipart: false });
}

const boxOf = (page: Page, key: string) => page.html.querySelector(`input[name="erklaerung"][value="${key}"]`);

async function contentOf(id: string) {
  const { office } = portal.running.portal;
  const row = await findApplication(office.database, id);
  return row && (await openApplication(office, row)).content;
}

it('asks for declarations unticked, consents apart, each with how to withdraw it and what it rests on', async () => {
  const { page } = await fillAll(portal.base);
  for (const key of ['richtig', 'presse']) expect(boxOf(page, key)?.hasAttribute('checked')).toBe(false);
  const [declarations, consents] = page.html.querySelectorAll('fieldset');
  expect(declarations?.querySelector('legend')?.textContent).toBe('Erklärungen');
  expect(declarations?.textContent).not.toContain('(freiwillig)');
  expect(consents?.querySelector('legend')?.textContent).toBe('Einwilligungen');
  expect(consents?.textContent).toContain('auch ohne Häkchen absenden');
  const described = (boxOf(page, 'presse')?.getAttribute('aria-describedby') ?? '').split(' ');
  const words = described.map((id) => page.html.querySelector(`#${id}`)?.textContent ?? '').join(' ');
  expect(words).toContain('Ein Brief genügt.');
  expect(words).toContain('Art. 6 DSGVO');
  expect(page.html.querySelector('a[href="https://dejure.org/gesetze/DSGVO/6.html"]')).not.toBeNull();
});

it('submits nothing without a required declaration; says which one, keeps what was ticked', async () => {
  const { browser, page, id } = await fillAll(portal.base);
  const refused = await submit(browser, page, 'presse', '__proto__');
  expect(refused.status).toBe(422);
  expect(mistakesOn(refused)).toEqual([{ text: 'Diese Erklärung fehlt noch: „Meine Angaben stimmen.“', href: '#erklaerung-richtig' }]);
  expect(refused.html.querySelector('title')?.textContent).toMatch(/^Fehler: /);
  expect([boxOf(refused, 'richtig')?.getAttribute('aria-invalid'), boxOf(refused, 'richtig')?.getAttribute('aria-describedby')]).toEqual([
    'true',
    'erklaerung-richtig-error',
  ]);
  expect(refused.html.querySelector('#erklaerung-richtig-error')).not.toBeNull();
  expect([boxOf(refused, 'richtig')?.hasAttribute('checked'), boxOf(refused, 'presse')?.hasAttribute('checked')]).toEqual([false, true]);
  expect(await contentOf(id)).toBeNull();
  expect((await submit(browser, refused, 'richtig', 'presse')).path).toBe(`/antrag/${id}/fertig`);
});

it('keeps what was declared and what was not, as it was shown, also when the page was in another language', async () => {
  const { browser, id } = await fillAll(portal.base);
  const page = await browser.get(`/antrag/${id}/pruefen?sprache=en`);
  expect(page.html.querySelector('label[for="erklaerung-presse"] [lang="de"]')?.textContent).toBe('Sie dürfen mein Bild zeigen.');
  // Another tab speaks German since.
  await browser.get('/?sprache=de');
  await submit(browser, page, 'richtig');
  const declared = (await contentOf(id))?.declared;
  expect(declared).toMatchObject([
    { key: 'richtig', kind: 'declaration', given: true, text: 'My information is correct.', language: 'en' },
    { key: 'presse', kind: 'consent', given: false, text: 'Sie dürfen mein Bild zeigen.', withdrawal: 'Ein Brief genügt.', language: 'de' },
  ]);
  expect(declared?.every(({ at }) => Math.abs(Date.now() - Date.parse(at)) < 60_000)).toBe(true);
  const manifest = await handedOver(id);
  expect(manifest).toMatchObject({ declarations: declared });
});

it('takes no declaration under answers that were changed after it was shown', async () => {
  const { browser, page, id } = await fillAll(portal.base);
  await send(browser, await browser.get(`/antrag/${id}/person`), { 'G1/F1': 'Jemand anderes', 'G1/F2': 'false' });
  const again = await submit(browser, page, 'richtig');
  expect(again.status).toBe(409);
  expect(again.html.textContent).toContain('Jemand anderes');
  expect(again.html.textContent).toContain('haben sich inzwischen geändert');
  expect(boxOf(again, 'richtig')?.hasAttribute('checked')).toBe(false);
  expect((await submit(browser, again, 'richtig')).path).toBe(`/antrag/${id}/fertig`);
});

it('shows a second person who signs what is declared, without the consents of the first', async () => {
  const coSign = { who: 'Die zweite Person', declaration: 'Ich stelle den Antrag mit.', distinctIdentity: false };
  const signed = await startSmallPortal({ service: { ...service, workflow: { ...service.workflow, coSign } } });
  try {
    const { browser, id } = await fillAll(signed.base);
    const invitation = await send(browser, await browser.get(`/antrag/${id}/mitzeichnung`), {}, '/mitzeichnung');
    const address = invitation.html.querySelectorAll('.portal-break').find(({ textContent }) => textContent.includes('/mitzeichnen/'));
    const link = new URL(address?.textContent ?? '').pathname;
    const second = openBrowser(signed.base);
    const page = await send(second, await second.get(link), {}, link);
    expect(page.html.textContent).toContain('Meine Angaben stimmen.');
    expect(page.html.textContent).not.toContain('Sie dürfen mein Bild zeigen.');
  } finally {
    await signed.close();
  }
});

async function handedOver(id: string): Promise<unknown> {
  const folder = join(portal.data, 'uebergabe');
  for (let attempt = 0; attempt < 100; attempt += 1) {
    for (const name of (await readdir(folder).catch(() => [])).filter((found) => !found.startsWith('.'))) {
      const manifest = JSON.parse(await readFile(join(folder, name, 'uebergabe.json'), 'utf8')) as { readonly key: string };
      if (manifest.key.startsWith(id)) return manifest;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Nothing was handed over');
}
