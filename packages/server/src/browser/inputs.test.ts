import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { field, group } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';

const codes = (count: number) => ({
  codes: Array.from({ length: count }, (_, index) => ({ code: `c${index}`, label: `Antwort ${index}` })),
});
const select = (codeList: string) => ({ type: 'select', codeList }) as const;

const children = [
  group('G1', 'Angaben', [
    field('F1', 'Familienname', { autocomplete: 'family-name', constraints: { maxLength: 60 } }),
    field('F2', 'Datum', { type: 'date' }),
    field('F3', 'Betrag', { type: 'currency' }),
    field('F4', 'IBAN', { widget: 'iban' }),
    field('F5', 'Telefon', { widget: 'tel', autocomplete: 'tel' }),
    field('F6', 'E-Mail', { widget: 'email', autocomplete: 'email' }),
    field('F7', 'Steuer-ID', { widget: 'tax-id' }),
    group('G2', 'Geburtsdatum', [
      field('F60000000231', 'Tag', { type: 'integer', min: 0, constraints: { minimum: 1, maximum: 31 } }),
      field('F60000000232', 'Monat', { type: 'integer', min: 0, constraints: { minimum: 1, maximum: 12 } }),
      field('F60000000233', 'Jahr', { type: 'integer', autocomplete: 'bday-year' }),
    ]),
  ]),
  group('G3', 'Weitere Angaben', [
    field('F1', 'Begründung', { widget: 'textarea' }),
    field('F2', 'Wenige Antworten', select('wenige')),
    field('F3', 'Mehr Antworten', select('mehr')),
    field('F4', 'Viele Antworten', select('viele')),
    field('F5', 'Nachweis', { type: 'file' }),
    field('F6', 'Weitere Namen', { max: 3 }),
    field('F7', 'Uhrzeit', { type: 'time' }),
    field('F8', 'Zeitpunkt', { type: 'datetime' }),
    field('F9', 'Anzahl', { type: 'integer' }),
    field('F10', 'Stimmt das?', { type: 'boolean' }),
  ]),
];

describeWith('chromium', 'every kind of input', () => {
  let form: OpenForm;
  beforeAll(async () => {
    form = await openForm(children, { codeLists: { wenige: codes(3), mehr: codes(20), viele: codes(60) } });
  }, 120_000);
  afterAll(() => form?.close());

  it('is accessible on 320 px, empty, with mistakes and with answers, and says what is wrong', async () => {
    const page = await form.begin();
    const on = () => page.getByRole('button', { name: 'Weiter', exact: true }).last().click();
    await form.look(page);
    await on();
    expect(await page.locator('#fehler li').count()).toBe(8);
    await form.look(page);
    // Typed with a letter and a combining mark; kept as one letter (NFC).
    await page.getByLabel('Familienname').fill('Mu\u0308ller-Đặng');
    for (const [part, text] of Object.entries({ Tag: '31', Monat: '4', Jahr: '2026' }))
      await page.getByRole('group', { name: 'Datum', exact: true }).getByLabel(part).fill(text);
    await page.getByLabel('Betrag').fill('1234,5');
    await page.getByLabel('IBAN').fill('DE02 1203 0000 0000 2020 15');
    await page.getByLabel('Telefon').fill('abends');
    await page.getByLabel('E-Mail').fill('name');
    await page.getByLabel('Steuer-ID').fill('86 095 742 718');
    await page.getByRole('group', { name: 'Geburtsdatum' }).getByLabel('Jahr').fill('1984');
    await on();
    expect(await page.locator('#fehler li').allInnerTexts()).toEqual([
      expect.stringContaining('„Datum“'),
      expect.stringContaining('Prüfziffer'),
      expect.stringContaining('nur Ziffern'),
      expect.stringContaining('@'),
      expect.stringContaining('Prüfziffer'),
    ]);
    expect(await page.getByLabel('Betrag').inputValue()).toBe('1.234,50');
    await form.look(page);
    await page.getByRole('group', { name: 'Datum', exact: true }).getByLabel('Tag').fill('30');
    await page.getByLabel('IBAN').fill('DE02 1203 0000 0000 2020 51');
    await page.getByLabel('Telefon').fill('0123 456789');
    await page.getByLabel('E-Mail').fill('name@beispiel.de');
    await page.getByLabel('Steuer-ID').fill('86 095 742 719');
    await on();
    await form.look(page);
    await on();
    expect(await page.title()).toMatch(/^Fehler: /);
    await form.look(page);
    await page.goto(page.url().replace(/\/[^/]+$/, '/pruefen'));
    const answers = await page.locator('main').innerText();
    for (const text of ['Müller-Đặng', '30.04.2026', '1.234,50 €', 'DE02120300000000202051', '86095742719', '1984'])
      expect(answers).toContain(text);
    await form.look(page);
  }, 180_000);
});
