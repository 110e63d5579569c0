import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWith } from '@serviceportal/test-support';
import { field, group } from '../small-service.test-support.js';
import { sampleFiles } from '../try/values/sample-files.js';
import { openForm, type OpenForm } from './browser.test-support.js';

const children = [
  group('G1', 'Anlagen', [
    field('F1', 'Nachweise', { type: 'file', max: 4 }),
    field('F2', 'Foto', { type: 'file', min: 0 }),
    field('F3', 'Unterlagen', { type: 'file', min: 0, max: 12 }),
    field('F4', 'Haben Sie einen Ausweis?', { type: 'boolean', min: 0 }),
    field('F5', 'Ausweis', { type: 'file' }),
  ]),
];
const isYes = { equal: [{ identifier: 'self.F4' }, true] as const };
const rules = [
  { id: 'R1', legalBasis: [], owner: 'G1', statements: [{ effect: 'activate' as const, target: 'self.F5', condition: isYes }] },
];
const pdf = (name: string, change = (text: string) => text) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(change(Buffer.from(sampleFiles[0]?.bytes ?? []).toString())),
});
const program = { name: 'böse.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ no document') };

describeWith('chromium', 'attachments', () => {
  let form: OpenForm;
  const list = (page: Page) => page.getByRole('group', { name: 'Nachweise' });
  const uploaded = (page: Page) => list(page).locator('.portal-uploaded > .kern-body').allInnerTexts();
  const on = (page: Page) => page.getByRole('button', { name: 'Weiter', exact: true }).last().click();

  beforeAll(async () => {
    form = await openForm(children, { rules });
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

  it.each([true, false])(
    'are eleven at once, of which nine are kept and two are refused, each by its name and with the reason (JavaScript: %s)',
    async (javaScript) => {
      const page = await form.begin({ javaScript });
      const many = page.getByRole('group', { name: 'Unterlagen' });
      const locked = pdf('Kontoauszug.pdf', (text) => text.replace('/Root', '/Encrypt<</Filter/Standard/R 9>>/Root'));
      const nine = Array.from({ length: 9 }, (_none, index) => pdf(`Seite ${index + 1}.pdf`));
      await many.locator('input[type=file]').setInputFiles([...nine.slice(0, 4), program, ...nine.slice(4), locked]);
      await list(page)
        .locator('input[type=file]')
        .setInputFiles([pdf('a.pdf')]);
      await on(page);
      await page.locator('#fehler').waitFor();
      expect(await page.locator('#fehler li').allInnerTexts()).toEqual([
        'Die Datei „böse.exe“ bei „Unterlagen“ hat ein Format, das wir nicht lesen können. Möglich sind: PDF, JPEG, PNG.',
        expect.stringMatching(/^Die Datei „Kontoauszug.pdf“ bei „Unterlagen“ lässt sich nur mit einem Passwort öffnen\. Bitte speichern/),
      ]);
      const kept = await many.locator('.portal-uploaded > .kern-body').allInnerTexts();
      expect(kept.map((text) => /Seite \d/.exec(text)?.[0])).toEqual(nine.map(({ name }) => name.slice(0, 7)));
      await form.look(page);
      await on(page);
      await page.waitForURL(/\/pruefen$/);
      const shown = await page.locator('main').innerText();
      for (const { name } of nine) expect(shown).toContain(name);
      expect(shown).not.toMatch(/böse|Kontoauszug/);
    },
    120_000,
  );

  it('are kept where the question for them came at once with an answer that is sent along', async () => {
    const page = await form.begin();
    await list(page)
      .locator('input[type=file]')
      .setInputFiles([pdf('a.pdf')]);
    await page.getByRole('group', { name: 'Haben Sie einen Ausweis?' }).getByLabel('Ja', { exact: true }).check();
    const card = page.getByLabel('Ausweis', { exact: true });
    await card.setInputFiles(program);
    await on(page);
    await page.locator('#fehler').waitFor();
    expect(await page.locator('#fehler li').allInnerTexts()).toEqual([expect.stringMatching(/^Die Datei „böse.exe“ .* hat ein Format/)]);
    await page.getByRole('group', { name: 'Haben Sie einen Ausweis?' }).getByLabel('Nein', { exact: true }).check();
    await on(page);
    await page.waitForURL(/\/pruefen$/);
    await page.getByRole('link', { name: 'Ändern Anlagen' }).click();
    await page.getByRole('group', { name: 'Haben Sie einen Ausweis?' }).getByLabel('Ja', { exact: true }).check();
    await card.setInputFiles(pdf('Ausweis.pdf'));
    await on(page);
    await page.waitForURL(/\/pruefen$/);
    expect(await page.locator('main').innerText()).toContain('Ausweis.pdf');
  }, 120_000);

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
