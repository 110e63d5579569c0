import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import type * as reader from 'jsqr';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { field, group } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';
import { choose, said, type } from './filling-in.test-support.js';

// A CommonJS bundle whose types say otherwise.
const jsQR = createRequire(import.meta.url)('jsqr') as typeof reader.default.default;

const children = [
  group('G1', 'Person', [field('F1', 'Name'), field('F2', 'Haben Sie einen Hund?', { type: 'boolean' })]),
  group('G2', 'Wohnung', [field('F3', 'Straße'), field('F4', 'Ort', { min: 0 })]),
];

/** What the camera of another device reads on the screen. */
async function seenByCamera(page: Page): Promise<string> {
  const picture = await page.getByRole('img', { name: /^QR-Code/ }).screenshot();
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
}

describeWith('chromium', 'an application that is interrupted', () => {
  let form: OpenForm;
  beforeAll(async () => {
    form = await openForm(children);
  }, 120_000);
  afterAll(() => form?.close());

  /** The first page answered, then the way to the code. */
  async function interrupted(javaScript: boolean): Promise<{ page: Page; code: string }> {
    const page = await form.begin({ javaScript });
    await type(page, 'Name', 'Zoë Đorđe');
    await choose(page, 'Haben Sie einen Hund?', 'Ja');
    await form.goOn(page);
    await page.getByRole('link', { name: 'Übersicht' }).first().click();
    await page.getByRole('link', { name: 'Später weitermachen' }).first().click();
    await form.look(page);
    expect(await said(page)).toMatch(/Wir löschen den begonnenen Antrag am \p{L}+, \d+\. \p{L}+ \d{4}/u);
    await form.press(page, 'Code anzeigen');
    return { page, code: (await page.locator('.portal-code strong').innerText()).trim() };
  }

  /** Everything is there, and the rest is filled in and submitted. */
  async function finish(page: Page): Promise<void> {
    await form.look(page);
    expect(page.url()).toMatch(/\/uebersicht$/);
    expect(await page.locator('.kern-task-list__status').allInnerTexts()).toEqual(['Erledigt', 'Offen']);
    await page.getByRole('link', { name: /Person$/ }).click();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Zoë Đorđe');
    await form.goOn(page);
    await type(page, 'Straße', 'Am Markt 1');
    await form.goOn(page);
    expect(await said(page)).toMatch(/Zoë Đorđe[\s\S]*Am Markt 1/);
    await form.press(page, 'Antrag verbindlich absenden');
    expect(page.url()).toMatch(/\/fertig$/);
  }

  it.each([true, false])(
    'goes on at a second device with the typed code, and the first knows that it was sent (JavaScript: %s)',
    async (javaScript) => {
      const { page: first, code } = await interrupted(javaScript);
      const application = first.url().replace(/\/spaeter$/, '');
      const second = await form.device({ javaScriptEnabled: javaScript });
      expect((await second.goto(`${application}/uebersicht`))?.status()).toBe(404);
      await second.goto(form.base);
      await second.getByRole('link', { name: 'Begonnenen Antrag fortsetzen' }).click();
      await form.look(second);
      await type(
        second,
        'Fortsetzungs-Code',
        code.replace(/^./, (sign) => (sign === '7' ? '8' : '7')),
      );
      await form.press(second, 'Antrag öffnen');
      expect(await second.title()).toMatch(/^Fehler: /);
      await second.locator('#fehler a').click();
      expect(await second.locator(':target').count()).toBe(1);
      await type(second, 'Fortsetzungs-Code', code.toLowerCase().replaceAll('-', ' '));
      await second.getByRole('button', { name: 'Antrag öffnen' }).click();
      await finish(second);
      await first.goto(`${application}/uebersicht`);
      expect(first.url()).toMatch(/\/stand$/);
      await form.look(first);
    },
    180_000,
  );

  it('goes on at a phone whose camera read the picture, once', async () => {
    const { page: first } = await interrupted(false);
    const address = await seenByCamera(first);
    expect(address).toContain(`${form.base.replace('127.0.0.1', '')}/weiter/`.replace(/^http:\/\//, ''));
    const [second, third] = [await form.device({ javaScriptEnabled: false }), await form.device()];
    await second.goto(address);
    await form.look(second);
    await second.getByRole('button', { name: 'Antrag hier fortsetzen' }).click();
    await finish(second);
    await third.goto(address);
    await third.getByRole('button', { name: 'Antrag hier fortsetzen' }).click();
    expect(await said(third)).toContain('gelten 15 Minuten und nur einmal');
    await form.look(third);
  }, 180_000);
});
