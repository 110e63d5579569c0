import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Condition } from '@serviceportal/form-engine';
import { describeWith } from '@serviceportal/test-support';
import type { Page } from 'playwright-core';
import { field, group } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';
import { signInAtDesk } from './clerk.test-support.js';
import { choose, said, type } from './filling-in.test-support.js';

const children = [
  group('G1', 'Haushalt', [
    field('F1', 'Haben Sie einen Hund?', { type: 'boolean' }),
    field('F2', 'Name des Hundes'),
    field('F3', 'Warum melden Sie keinen Hund an?'),
  ]),
  group('G2', 'Hund', [field('F4', 'Chipnummer')]),
  group('G3', 'Versicherung', [field('F5', 'Welche Versicherung haftet?'), field('F6', 'Ihre Telefonnummer')]),
];
const when = (target: string, answer: boolean) => {
  const condition: Condition = { equal: [{ identifier: 'self.G1.F1' }, answer] };
  return { id: target, legalBasis: [], owner: '', statements: [{ effect: 'activate' as const, target: `self.${target}`, condition }] };
};
const rules = [when('G1.F2', true), when('G1.F3', false), when('G2', true), when('G3.F5', true)];

describeWith('chromium', 'an answer that is changed at the end', () => {
  let form: OpenForm;
  beforeAll(async () => {
    form = await openForm(children, { rules }, { changes: { demonstration: true } });
  }, 120_000);
  afterAll(() => form?.close());

  const change = (page: Page) => page.getByRole('link', { name: 'Ändern Haushalt' }).click();

  it.each([true, false])(
    'makes three later ones irrelevant and one new question appear; changed back, what was typed is still there (JavaScript: %s)',
    async (javaScript) => {
      const page = await form.begin({ javaScript });
      await choose(page, 'Haben Sie einen Hund?', 'Ja');
      if (javaScript) await page.getByLabel('Name des Hundes').waitFor();
      else await form.goOn(page);
      await type(page, 'Name des Hundes', 'Bello');
      await form.goOn(page);
      await type(page, 'Chipnummer', '276098106123456');
      await form.goOn(page);
      await type(page, 'Welche Versicherung haftet?', 'Musterkasse');
      await type(page, 'Ihre Telefonnummer', '0123 456789');
      await form.goOn(page);
      expect(await said(page)).toMatch(/Bello[\s\S]*276098106123456[\s\S]*Musterkasse[\s\S]*0123 456789/);

      await change(page);
      await choose(page, 'Haben Sie einen Hund?', 'Nein');
      if (javaScript) {
        await page.getByLabel('Warum melden Sie keinen Hund an?').waitFor();
        expect(await page.getByRole('status').innerText()).toMatch(/Neu auf dieser Seite: Warum .*Nicht mehr gefragt: Name des Hundes/s);
      }
      expect(await page.getByLabel('Name des Hundes').count()).toBe(javaScript ? 0 : 1);
      await form.goOn(page);
      // Asked anew: nobody is blamed for a question that was not there before.
      if (!javaScript) expect(await page.title()).not.toMatch(/^Fehler/);
      const reason = page.getByLabel('Warum melden Sie keinen Hund an?');
      await reason.fill('Er ist gestorben');
      await form.goOn(page);
      expect(page.url()).toMatch(/\/pruefen$/);
      const shown = await said(page);
      expect(shown).toMatch(/Er ist gestorben[\s\S]*0123 456789/);
      expect(shown).not.toMatch(/Bello|276098106123456|Musterkasse/);

      await change(page);
      await choose(page, 'Haben Sie einen Hund?', 'Ja');
      if (!javaScript) await form.goOn(page);
      expect(await page.getByLabel('Name des Hundes').inputValue()).toBe('Bello');
      await form.goOn(page);
      expect(await said(page)).toMatch(/Bello[\s\S]*276098106123456[\s\S]*Musterkasse/);

      await change(page);
      await choose(page, 'Haben Sie einen Hund?', 'Nein');
      if (!javaScript) await form.goOn(page);
      await form.goOn(page);
      expect(page.url()).toMatch(/\/pruefen$/);
      await form.press(page, 'Antrag verbindlich absenden');
      const reference = /PR-\d{4}-[0-9A-Z-]+/.exec(await said(page))?.[0] ?? '';
      const desk = await form.device();
      await signInAtDesk(desk, `${form.base}/amt`);
      await desk.getByRole('link', { name: reference }).click();
      const received = await said(desk);
      expect(received).toContain('Er ist gestorben');
      expect(received).not.toMatch(/Bello|276098106123456|Musterkasse/);
    },
    180_000,
  );
});
