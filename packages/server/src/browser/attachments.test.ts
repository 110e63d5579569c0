import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWith } from '@serviceportal/test-support';
import { field, group } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';

const children = [
  group('G1', 'Anlagen', [field('F1', 'Nachweise', { type: 'file', max: 4 }), field('F2', 'Foto', { type: 'file', min: 0 })]),
];
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1'),
});
const program = { name: 'böse.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ no document') };

describeWith('chromium', 'attachments', () => {
  let form: OpenForm;
  const list = (page: Page) => page.getByRole('group', { name: 'Nachweise' });
  const uploaded = (page: Page) => list(page).locator('.portal-uploaded > .kern-body').allInnerTexts();
  const on = (page: Page) => page.getByRole('button', { name: 'Weiter', exact: true }).last().click();

  beforeAll(async () => {
    form = await openForm(children);
  }, 120_000);
  afterAll(() => form?.close());

  it.each([true, false])(
    'are chosen several at once, replaced and removed; what is refused is said, the rest kept (JavaScript: %s)',
    async (javaScript) => {
      const page = await form.begin({ javaScript });
      expect(await list(page).innerText()).toContain('Erlaubt sind PDF, JPEG, PNG bis');
      await list(page)
        .locator('input[type=file]')
        .setInputFiles([pdf('Müll ß.pdf'), program, pdf('b.pdf')]);
      await on(page);
      await page.locator('#fehler').waitFor();
      expect(await page.title()).toMatch(/^Fehler: /);
      expect(await page.locator('#fehler li').allInnerTexts()).toEqual([expect.stringContaining('PDF')]);
      expect(await uploaded(page)).toEqual([expect.stringContaining('Müll ß.pdf'), expect.stringContaining('b.pdf')]);
      await page.locator('#fehler a').click();
      expect(await page.locator(':target').count()).toBe(1);
      await form.look(page);
      await list(page).locator('input[type=file]').first().setInputFiles(pdf('a.pdf'));
      await list(page)
        .locator('input[type=file]')
        .last()
        .setInputFiles([pdf('c.pdf'), pdf('d.pdf'), pdf('e.pdf')]);
      await on(page);
      await page.getByText('d.pdf').first().waitFor();
      expect(await page.locator('#fehler li').allInnerTexts()).toEqual([expect.stringContaining('höchstens 4')]);
      expect((await uploaded(page)).map((text) => /\w\.pdf/.exec(text)?.[0])).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf']);
      await form.look(page);
      await page.getByRole('button', { name: 'Datei entfernen b.pdf' }).click();
      await page.getByText('b.pdf').waitFor({ state: 'detached' });
      await on(page);
      await page.waitForURL(/\/pruefen$/);
      expect(await page.locator('main').innerText()).toMatch(/a\.pdf\s+c\.pdf\s+d\.pdf/);
    },
    120_000,
  );

  it('say how far they have come, and stay chosen when the network fails', async () => {
    const page = await form.begin();
    await list(page)
      .locator('input[type=file]')
      .setInputFiles([pdf('a.pdf')]);
    await page.context().setOffline(true);
    await on(page);
    await page.getByText('Die Dateien sind nicht angekommen').waitFor();
    expect(await page.locator('.portal-upload progress').isVisible()).toBe(true);
    expect(await list(page).locator('input[type=file]').inputValue()).toMatch(/a\.pdf$/);
    await form.look(page);
    await page.context().setOffline(false);
    await on(page);
    await page.waitForURL(/\/pruefen$/);
    expect(await page.locator('main').innerText()).toContain('a.pdf');
  }, 120_000);
});
