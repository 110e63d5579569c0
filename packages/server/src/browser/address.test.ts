import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import type { Page } from 'playwright-core';
import { field, group } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';

const children = [
  group('G1', 'Anschrift', [
    field('F1', 'Straße'),
    field('F2', 'Postleitzahl', { widget: 'postcode', autocomplete: 'postal-code', constraints: { minLength: 5, maxLength: 5 } }),
    field('F3', 'Ort', { attribute: 'place', autocomplete: 'address-level2' }),
    field('F4', 'Land', { min: 0 }),
  ]),
];

describeWith('chromium', 'postcode and place', () => {
  let form: OpenForm;
  beforeAll(async () => {
    form = await openForm(children);
  }, 120_000);
  afterAll(() => form?.close());

  const top = async (page: Page, label: RegExp) => (await page.getByRole('textbox', { name: label }).boundingBox())?.y;

  it('stand side by side from 600 px on, and one below the other on a phone', async () => {
    const page = await form.begin({ javaScript: false });
    const [code, place] = [await top(page, /^Postleitzahl/), await top(page, /^Ort/)];
    expect(place).toBeGreaterThan(code ?? 0);
    await form.look(page);
    await page.setViewportSize({ width: 600, height: 800 });
    expect(await top(page, /^Postleitzahl/)).toBe(await top(page, /^Ort/));
    expect(await top(page, /^Land/)).toBeGreaterThan((await top(page, /^Ort/)) ?? 0);
    await form.look(page);
  }, 120_000);

  it('say what is wrong where there is room for it', async () => {
    const page = await form.begin({ javaScript: false });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('textbox', { name: /^Straße/ }).fill('Markt');
    await page.getByRole('textbox', { name: /^Postleitzahl/ }).fill('1234');
    await page.getByRole('textbox', { name: /^Ort/ }).fill('Probe');
    await form.goOn(page);
    expect(await page.locator('.portal-field--postcode .kern-error').innerText()).toContain('Eine Postleitzahl hat 5 Ziffern');
    expect(await top(page, /^Ort/)).toBeGreaterThan((await top(page, /^Postleitzahl/)) ?? 0);
    await page.getByRole('textbox', { name: /^Postleitzahl/ }).fill('D-12345');
    await form.goOn(page);
    expect(await page.locator('main').innerText()).toContain('12345');
  }, 120_000);
});
