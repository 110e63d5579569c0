import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { field, group } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';

const children = [
  group('G1', 'Kind', [field('F1', 'Vorname'), group('G2', 'Haustier', [field('F2', 'Tiername')], { min: 0, max: 2 })], { min: 0, max: 3 }),
];

describeWith('chromium', 'entries of entries', () => {
  let form: OpenForm;
  beforeAll(async () => {
    form = await openForm(children);
  }, 120_000);
  afterAll(() => form?.close());

  it('are added, put in order and removed without JavaScript, on 320 px', async () => {
    const page = await form.begin({ javaScript: false });
    const press = (name: string | RegExp) => page.getByRole('button', { name }).last().click();
    const on = () => press('Weiter');
    await form.look(page);
    expect(await page.locator('main').innerText()).toContain('Höchstens 3 Einträge');
    for (const [name, pet] of [
      ['Ada', 'Bello'],
      ['Ben', 'Mieze'],
    ] as const) {
      await press(/Eintrag hinzufügen/);
      await page.getByLabel('Vorname').fill(name);
      await on();
      await form.look(page);
      await press(/Eintrag hinzufügen/);
      await on();
      expect(await page.locator('#fehler li').count()).toBe(1);
      await form.look(page);
      await page.getByLabel('Tiername').fill(pet);
      await on();
      await on();
    }
    await form.look(page);
    await press('Nach oben Kind 2');
    expect(page.url()).toMatch(/#eintrag-1$/);
    expect(await page.getByRole('definition').allInnerTexts()).toEqual(['Ben', 'Ada']);
    await press('Entfernen Kind 1');
    expect(await page.getByRole('definition').allInnerTexts()).toEqual(['Ada']);
    await on();
    expect(await page.locator('main').innerText()).toMatch(/Ada[\s\S]*Bello/);
    expect(await page.locator('main').innerText()).not.toContain('Mieze');
    await form.look(page);
  }, 180_000);
});
