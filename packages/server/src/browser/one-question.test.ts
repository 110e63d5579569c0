import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { field, group } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';

const children = [
  group('G1', 'Person', [
    field('F1', 'Haben Sie einen Hund?', { type: 'boolean' }),
    field('F2', 'Wie heißt er?'),
    field('F3', 'Wann sind Sie geboren?', { type: 'date' }),
  ]),
];
const isYes = { equal: [{ identifier: 'self.F1' }, true] as const };
const rules = [
  { id: 'R1', legalBasis: [], owner: 'G1', statements: [{ effect: 'activate' as const, target: 'self.F2', condition: isYes }] },
];

describeWith('chromium', 'one question on a page', () => {
  let form: OpenForm;
  beforeAll(async () => {
    form = await openForm(children, { each: 'question', rules });
  }, 120_000);
  afterAll(() => form?.close());

  it('asks, with the heading as question, only what is needed; the task list says what is not', async () => {
    const page = await form.begin({ javaScript: false });
    const on = () => page.getByRole('button', { name: 'Weiter', exact: true }).last().click();
    const states = () => page.locator('.kern-task-list__status').allInnerTexts();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Haben Sie einen Hund?');
    expect(await page.title()).toMatch(/^Haben Sie einen Hund\?/);
    await on();
    await form.look(page);
    await page.getByRole('group', { name: 'Haben Sie einen Hund?' }).getByLabel('Nein').check();
    await on();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Wann sind Sie geboren?');
    await form.look(page);
    await page.getByRole('link', { name: /Übersicht/ }).click();
    expect(await states()).toEqual(['Erledigt', 'Nicht nötig', 'Offen']);
    expect(await page.locator('main').innerText()).toContain('1 von 2 Schritten');
    await form.look(page);
    await page.getByRole('link', { name: 'Haben Sie einen Hund?' }).click();
    await page.getByLabel('Ja', { exact: true }).check();
    await on();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Wie heißt er?');
    await page.getByRole('link', { name: /Übersicht/ }).click();
    // An answer changed: what is asked because of it is open.
    expect(await states()).toEqual(['Erledigt', 'Offen', 'Offen']);
  }, 180_000);
});
