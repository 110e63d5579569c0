import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { field, group } from '../small-service.test-support.js';
import { sampleFiles } from '../try/values/sample-files.js';
import { openForm, type OpenForm } from './browser.test-support.js';
import { ask, signInAtDesk, takeOn } from './clerk.test-support.js';
import { goOn, press, said, type } from './filling-in.test-support.js';

const children = [group('G1', 'Person', [field('F1', 'Name')])];
const paper = Buffer.from(sampleFiles[0]?.bytes ?? []);

describeWith('chromium', 'a question of the clerk', () => {
  let form: OpenForm;
  beforeAll(async () => {
    form = await openForm(children, {}, { changes: { demonstration: true } });
  }, 120_000);
  afterAll(() => form?.close());

  it.each([true, false])(
    'is answered with a further document, which the clerk opens at the desk and decides (JavaScript: %s)',
    async (javaScript) => {
      const citizen = await form.begin({ javaScript });
      await type(citizen, 'Name', 'Zoë Đorđe');
      await goOn(citizen);
      await press(citizen, 'Antrag verbindlich absenden');
      const [reference = '', code = ''] = await citizen.locator('.portal-reference strong').allInnerTexts();

      const desk = await form.device({ javaScriptEnabled: javaScript, acceptDownloads: true });
      await signInAtDesk(desk, `${form.base}/amt`);
      await form.look(desk);
      await takeOn(desk, reference);
      await ask(desk, 'Bitte schicken Sie uns die Bescheinigung.\nReicht bis Freitag.');
      await form.look(desk);
      expect(await said(desk)).toContain('Reicht bis Freitag.');

      // With number and code, as from another device.
      const later = await form.device({ javaScriptEnabled: javaScript });
      await later.goto(form.base);
      await later.getByRole('link', { name: 'Stand eines Antrags' }).click();
      await type(later, 'Vorgangsnummer', reference);
      await type(later, 'Abrufcode', code);
      await form.press(later, 'Stand ansehen');
      expect(await said(later)).toMatch(/Rückfrage[\s\S]*Bitte schicken Sie uns die Bescheinigung\./);
      await later.getByRole('link', { name: 'Jetzt antworten' }).click();
      await form.look(later);
      await form.press(later, 'Antwort absenden');
      expect(await later.title()).toMatch(/^Fehler: /);
      await later.getByLabel('Ihre Antwort').fill('Anbei.\nViele Grüße, Zoë');
      await later
        .getByLabel('Unterlagen')
        .setInputFiles({ name: 'Müll ß.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ no document') });
      await press(later, 'Antwort absenden');
      await later.locator('#fehler', { hasText: 'Müll ß.exe' }).waitFor();
      await form.look(later);
      expect(await later.getByLabel('Ihre Antwort').inputValue()).toContain('Viele Grüße, Zoë');
      await later.getByLabel('Unterlagen').setInputFiles({ name: 'Müll ß.pdf', mimeType: 'application/pdf', buffer: paper });
      await press(later, 'Antwort absenden');
      await later.waitForURL(/\/stand$/);
      await form.look(later);
      // Whoever has number and code learns that there was an answer; what it says, only the browser that applied.
      expect(await said(later)).toMatch(/Sie haben am .* geantwortet/);
      expect(await later.getByRole('link', { name: 'Jetzt antworten' }).count()).toBe(0);
      await citizen.getByRole('link', { name: 'Stand des Antrags ansehen' }).click();
      await form.look(citizen);
      expect(await said(citizen)).toMatch(/Ihre Antwort vom[\s\S]*Viele Grüße, Zoë[\s\S]*Müll ß\.pdf/);

      await desk.reload();
      await form.look(desk);
      expect(await said(desk)).toMatch(/Viele Grüße, Zoë[\s\S]*Müll ß\.pdf/);
      const [download] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', { name: /Müll ß\.pdf/ }).click()]);
      expect(download.suggestedFilename()).toBe('Müll ß.pdf');
      expect((await readFile(await download.path())).equals(paper)).toBe(true);
      await press(desk, 'Entscheiden: Bewilligt');
      await later.reload();
      expect(await said(later)).toContain('Entschieden');
    },
    180_000,
  );
});
