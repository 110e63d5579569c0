import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWith } from '@serviceportal/test-support';
import { field, group } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';

const isYes = (id: string) => ({ equal: [{ identifier: `self.${id}` }, true] as const });

const children = [
  group('G1', 'Hund', [
    field('F0', 'Name'),
    field('F1', 'Haben Sie einen Hund?', { type: 'boolean' }),
    field('F2', 'Rasse'),
    field('F3', 'Nachweis', { type: 'file', min: 0 }),
    field('F4', 'Alter', { type: 'integer' }),
    field('F5', 'Seniorenfutter', { type: 'boolean' }),
    field('F6', 'Farbe', { min: 0 }),
  ]),
];
const rules = [
  { effect: 'activate' as const, target: 'self.F2', condition: isYes('F1') },
  { effect: 'require' as const, target: 'self.F5', condition: { greater: [{ identifier: 'self.F4' }, 10] as const } },
  { effect: 'activate' as const, target: 'self.F5', condition: { greater: [{ identifier: 'self.F4' }, 10] as const } },
].map((statement, index) => ({ id: `R${index}`, legalBasis: [], owner: 'G1', statements: [statement] }));

describeWith('chromium', 'questions that depend on others of the page', () => {
  let form: OpenForm;
  const yes = (page: Page, question: string) => page.getByRole('group', { name: question }).getByLabel('Ja', { exact: true });
  const no = (page: Page, question: string) => page.getByRole('group', { name: question }).getByLabel('Nein', { exact: true });
  const on = (page: Page) => page.getByRole('button', { name: 'Weiter' }).last().click();

  beforeAll(async () => {
    form = await openForm(children, { rules });
  }, 120_000);
  afterAll(() => form?.close());

  it('appear at once, are announced, and leave focus, typed text and chosen files alone', async () => {
    const page = await form.begin();
    await page.getByLabel('Name').fill('Zoë');
    await page.locator('input[type=file]').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
    await yes(page, 'Haben Sie einen Hund?').check();
    await page.getByLabel('Rasse').waitFor();
    expect(await page.getByRole('status').innerText()).toBe('Neu auf dieser Seite: Rasse.');
    expect(await yes(page, 'Haben Sie einen Hund?').evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(await page.getByLabel('Name').inputValue()).toBe('Zoë');
    expect(await page.locator('input[type=file]').inputValue()).toMatch(/a\.pdf$/);
    await form.look(page);
  }, 60_000);

  it('go at once, and come back with what was typed', async () => {
    const page = await form.begin();
    await yes(page, 'Haben Sie einen Hund?').check();
    await page.getByLabel('Rasse').fill('Dackel');
    await no(page, 'Haben Sie einen Hund?').check();
    await page.getByLabel('Rasse').waitFor({ state: 'detached' });
    expect(await page.getByRole('status').innerText()).toBe('Nicht mehr gefragt: Rasse.');
    await yes(page, 'Haben Sie einen Hund?').check();
    await page.getByLabel('Rasse').waitFor();
    expect(await page.getByLabel('Rasse').inputValue()).toBe('Dackel');
  }, 60_000);

  it('come while one types, without the page being sent, and count as asked when it is', async () => {
    const page = await form.begin();
    await page.getByLabel('Alter').pressSequentially('12');
    await page.getByRole('group', { name: 'Seniorenfutter' }).waitFor();
    await page.getByLabel('Name').fill('Zoë');
    await no(page, 'Haben Sie einen Hund?').check();
    await on(page);
    expect(await page.title()).toMatch(/^Fehler: /);
    expect(await page.locator('#fehler li').allInnerTexts()).toEqual(['„Seniorenfutter“ fehlt noch. Bitte machen Sie hier eine Angabe.']);
    await form.look(page);
    await yes(page, 'Seniorenfutter').check();
    await on(page);
    expect(page.url()).toMatch(/\/pruefen$/);
    expect(await page.locator('main').innerText()).toMatch(/Seniorenfutter\s+Ja/);
  }, 60_000);

  it('are kept with everything typed when the network fails', async () => {
    const page = await form.begin();
    await page.getByLabel('Name').fill('Zoë');
    const failed = page.waitForEvent('requestfailed');
    await page.context().setOffline(true);
    await yes(page, 'Haben Sie einen Hund?').check();
    await failed;
    await page.context().setOffline(false);
    await page.getByLabel('Alter').fill('3');
    await page.getByLabel('Rasse').fill('Dackel');
    await on(page);
    expect(page.url()).toMatch(/\/pruefen$/);
    expect(await page.locator('main').innerText()).toMatch(/Name\s+Zoë[\s\S]*Rasse\s+Dackel/);
  }, 60_000);

  it('come with the next submit where there is no JavaScript', async () => {
    const page = await form.begin({ javaScript: false });
    await page.getByLabel('Name').fill('Zoë');
    await yes(page, 'Haben Sie einen Hund?').check();
    await page.getByLabel('Alter').fill('3');
    expect(await page.getByLabel('Rasse').count()).toBe(0);
    await on(page);
    await page.getByLabel('Rasse').fill('Dackel');
    await form.look(page);
    await on(page);
    expect(page.url()).toMatch(/\/pruefen$/);
  }, 60_000);
});
