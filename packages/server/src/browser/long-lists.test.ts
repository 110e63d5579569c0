import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWith } from '@serviceportal/test-support';
import { field, group } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';

const towns = ['München', 'Münster', 'Bad Münder', 'Frankfurt am Main', 'Frankfurt (Oder)'];
// As many as Germany has municipalities.
const codes = Array.from({ length: 11_000 }, (_, index) => ({
  code: String(index).padStart(8, '0'),
  label: towns[index - 5000] ?? `Gemeinde ${index}`,
}));

const place = { type: 'select', codeList: 'orte' } as const;
const children = [
  group('G1', 'Ort', [
    field('F1', 'In welcher Gemeinde wohnen Sie?', place),
    field('F2', 'Wo haben Sie vorher gewohnt?', { ...place, min: 0 }),
    field('F3', 'Name', { min: 0 }),
  ]),
];

describeWith('chromium', 'a list of 11,000 codes', () => {
  let form: OpenForm;
  const first = (page: Page) => page.getByRole('group', { name: 'In welcher Gemeinde wohnen Sie?' });
  const second = (page: Page) => page.getByRole('group', { name: /Wo haben Sie vorher/ });
  const on = (page: Page) => page.getByRole('button', { name: 'Weiter', exact: true }).last().click();

  beforeAll(async () => {
    form = await openForm(children, { codeLists: { orte: { codes } } });
  }, 120_000);
  afterAll(() => form?.close());

  it('makes no heavy page', async () => {
    const page = await form.begin({ javaScript: false });
    expect(Buffer.byteLength(await page.content())).toBeLessThan(30_000);
  }, 60_000);

  it('is searched with a button where there is no JavaScript, and nothing typed elsewhere is lost', async () => {
    const page = await form.begin({ javaScript: false });
    await page.getByLabel('Name').fill('Zoë');
    await first(page).getByLabel('Suchen und auswählen').fill('muen');
    await first(page)
      .getByRole('button', { name: /^Suchen/ })
      .click();
    expect(await first(page).getByRole('radio').count()).toBe(3);
    expect(await first(page).innerText()).toContain('3 Treffer');
    expect(await page.title()).not.toMatch(/^Fehler/);
    await form.look(page);
    await first(page).getByLabel('Münster').check();
    await second(page).getByLabel('Suchen und auswählen').fill('gemeinde');
    await second(page)
      .getByRole('button', { name: /^Suchen/ })
      .click();
    expect(await second(page).getByRole('radio').count()).toBe(20);
    expect(await second(page).innerText()).toContain('die ersten 20');
    expect(await first(page).getByLabel('Münster').isChecked()).toBe(true);
    // Searched but not chosen: nobody guesses.
    await on(page);
    expect(await page.locator('#fehler li').allInnerTexts()).toHaveLength(1);
    await second(page).getByLabel('Suchen und auswählen').fill('');
    await on(page);
    expect(page.url()).toMatch(/\/pruefen$/);
    const answers = await page.locator('main').innerText();
    expect(answers).toMatch(/Münster/);
    expect(answers).toMatch(/Zoë/);
    expect(answers).not.toMatch(/vorher/);
    await page.getByRole('link', { name: /Ändern/ }).click();
    expect(await first(page).getByLabel('Münster').isChecked()).toBe(true);
  }, 90_000);

  it('takes a name typed in full, and says what to do about one it does not know', async () => {
    const page = await form.begin({ javaScript: false });
    await first(page).getByLabel('Suchen und auswählen').fill('Atlantis');
    await on(page);
    const mistake = page.locator('#fehler a');
    expect(await mistake.innerText()).toContain('eine der angebotenen Antworten');
    expect(await first(page).innerText()).toContain('Kein Treffer für „Atlantis“');
    await mistake.click();
    expect(await page.locator(':target').getAttribute('value')).toBe('Atlantis');
    await form.look(page);
    await first(page).getByLabel('Suchen und auswählen').fill('frankfurt oder');
    await on(page);
    expect(await page.locator('main').innerText()).toContain('Frankfurt (Oder)');
  }, 90_000);

  it('is a combobox with JavaScript: by keyboard, by pointer, and taken back', async () => {
    const page = await form.begin();
    const box = first(page).getByRole('combobox');
    await box.pressSequentially('muen');
    await page.getByRole('option', { name: 'Bad Münder' }).waitFor();
    expect(await first(page).getByRole('status').innerText()).toContain('3 Treffer');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await form.look(page);
    await box.press('ArrowDown');
    await box.press('ArrowDown');
    expect(await page.locator(`#${await box.getAttribute('aria-activedescendant')}`).innerText()).toBe('Münster');
    await box.press('Enter');
    expect(await box.inputValue()).toBe('Münster');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    const other = second(page).getByRole('combobox');
    await other.pressSequentially('main');
    await page.getByRole('option', { name: 'Frankfurt am Main' }).click();
    await on(page);
    const main = page.locator('main');
    expect(await main.innerText()).toMatch(/Münster[\s\S]*Frankfurt am Main/);
    await page.getByRole('link', { name: /Ändern/ }).click();
    expect(await other.inputValue()).toBe('Frankfurt am Main');
    await other.fill('');
    await on(page);
    expect(await main.innerText()).not.toContain('Frankfurt');
    expect(await main.innerText()).toContain('Münster');
  }, 90_000);
});
