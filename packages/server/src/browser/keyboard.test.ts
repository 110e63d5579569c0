import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { field, group, smallService } from '../small-service.test-support.js';
import { sampleFiles } from '../try/values/sample-files.js';
import { openForm, type OpenForm } from './browser.test-support.js';
import { said } from './filling-in.test-support.js';
import { typistAt } from './keyboard.test-support.js';

const towns = Array.from({ length: 80 }, (_, index) => ({ code: `${index}`, label: `Gemeinde ${index}` }));
const breeds = Array.from({ length: 20 }, (_, index) => ({ code: `${index}`, label: `Rasse ${index}` }));

const children = [
  group('G1', 'Person', [
    field('F1', 'Name'),
    field('F2', 'Haben Sie einen Hund?', { type: 'boolean' }),
    field('F3', 'Rasse', { type: 'select', codeList: 'rassen' }),
    field('F4', 'Wohnort', { type: 'select', codeList: 'orte' }),
    field('F5', 'Seit wann?', { type: 'date' }),
    field('F6', 'Nachweis', { type: 'file' }),
  ]),
  group('G2', 'Kinder', [field('F7', 'Vorname')], { min: 0, max: 3 }),
];
const declarations = [
  { key: 'd', kind: 'declaration' as const, text: 'Ich versichere, dass alles stimmt.', required: true, legalBasis: [] },
];
const paper = { name: 'Müll ß.pdf', mimeType: 'application/pdf', buffer: Buffer.from(sampleFiles[0]?.bytes ?? []) };

describeWith('chromium', 'a person who uses the keyboard alone', () => {
  let form: OpenForm;
  beforeAll(async () => {
    const codeLists = { orte: { codes: towns }, rassen: { codes: breeds } };
    form = await openForm(children, { codeLists }, { service: { workflow: { ...smallService.workflow, declarations } } });
  }, 120_000);
  afterAll(() => form?.close());

  it.each([true, false])(
    'gets from the page of the service to the receipt (JavaScript: %s)',
    async (javaScript) => {
      const page = await form.device({ javaScriptEnabled: javaScript });
      const { tabTo, press, write, open, fill, hasFocus } = typistAt(page);
      const button = (name: string | RegExp) => page.getByRole('button', { name });
      const onward = page.locator('.portal-actions').getByRole('button', { name: 'Weiter' });
      const question = (name: string) => page.getByRole('group', { name });

      await page.goto(`${form.base}/probe`);
      // The first stop leads past everything that is on every page.
      await press('Tab');
      expect(await hasFocus(page.getByRole('link', { name: 'Zum Inhalt springen' }))).toBe(true);
      await press('Enter');
      await open(button('Antrag starten'));
      await page.waitForURL(/\/person$/);

      // Nothing filled in: the summary leads to the questions.
      await open(onward);
      await page.locator('#fehler').waitFor();
      await open(page.locator('#fehler a').first());
      expect(await hasFocus(page.getByLabel('Name', { exact: true }))).toBe(true);
      await write('Zoë Đorđe');
      // A group of radio buttons is one stop; arrows choose.
      await tabTo(question('Haben Sie einen Hund?').getByLabel('Ja', { exact: true }));
      await press('Space');
      await press('ArrowDown');
      expect(await question('Haben Sie einen Hund?').getByLabel('Nein', { exact: true }).isChecked()).toBe(true);
      await press('ArrowUp');
      await tabTo(page.getByLabel('Rasse'));
      await write('Rasse 7');
      const town = question('Wohnort');
      await fill(town.getByLabel('Suchen und auswählen'), 'gemeinde 4');
      if (javaScript) {
        await page.getByRole('option', { name: 'Gemeinde 41' }).waitFor();
        await press('ArrowDown', 'ArrowDown', 'Enter');
      } else {
        await open(town.getByRole('button', { name: /^Suchen/ }));
        await tabTo(town.getByRole('radio').first());
        await press('Space', 'ArrowDown');
      }
      for (const [part, value] of Object.entries({ Tag: '29', Monat: '2', Jahr: '2024' }))
        await fill(question('Seit wann?').getByLabel(part), value);
      await tabTo(page.locator('input[type=file]'));
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Enter')]);
      await chooser.setFiles(paper);
      await open(onward);

      // Entries: added, corrected, put in order, taken away.
      await page.waitForURL(/\/kinder$/);
      for (const name of ['Ada', 'Ben', 'Cem']) {
        await open(button(/Eintrag hinzufügen/));
        await fill(page.getByLabel('Vorname'), name);
        // In a text field, Enter sends the page.
        await press('Enter');
        await page.getByText(name, { exact: true }).waitFor();
      }
      await open(button('Nach oben Kinder 3'));
      await page.waitForURL(/#eintrag-2$/);
      await open(button('Entfernen Kinder 1'));
      await page.getByText('Ada', { exact: true }).waitFor({ state: 'detached' });
      await open(page.getByRole('link', { name: 'Ändern Kinder 2' }));
      await page.getByLabel('Vorname').waitFor();
      await tabTo(page.getByLabel('Vorname'));
      await press('Control+A');
      await write('Benno');
      await press('Enter');
      await page.getByText('Benno', { exact: true }).waitFor();
      await open(onward);

      await page.waitForURL(/\/pruefen$/);
      expect(await said(page)).toMatch(
        /Zoë Đorđe[\s\S]*Ja[\s\S]*Rasse 7[\s\S]*Gemeinde 40?1?[\s\S]*29\.02\.2024[\s\S]*Müll ß\.pdf[\s\S]*Cem[\s\S]*Benno/,
      );
      await open(page.getByRole('link', { name: /^Ändern Person/ }));
      await page.waitForURL(/\/person/);
      await open(onward);
      await page.waitForURL(/\/pruefen$/);
      await open(button('Antrag verbindlich absenden'));
      await open(page.locator('#fehler a'));
      expect(await hasFocus(page.getByRole('checkbox'))).toBe(true);
      await press('Space');
      await open(button('Antrag verbindlich absenden'));
      await page.waitForURL(/\/fertig$/);
      await open(page.getByRole('link', { name: 'Stand des Antrags ansehen' }));
      await page.waitForURL(/\/stand$/);
    },
    240_000,
  );
});
