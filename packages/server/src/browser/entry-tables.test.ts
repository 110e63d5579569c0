import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { field, group } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';

const children = [
  group('G1', 'Kind', [field('F1', 'Vorname'), field('F2', 'Geburtsdatum', { type: 'date' }), field('F3', 'Schule', { min: 0 })], {
    min: 0,
    max: 5,
  }),
];

describeWith('chromium', 'a table of entries', () => {
  let form: OpenForm;
  beforeAll(async () => {
    form = await openForm(children);
  }, 120_000);
  afterAll(() => form?.close());

  it('is read, put in order, changed and shortened on 320 px and on a wide screen, without JavaScript', async () => {
    const page = await form.begin({ javaScript: false });
    const press = (name: string | RegExp) => page.getByRole('button', { name }).last().click();
    const fill = async (name: string, school: string) => {
      await page.getByLabel('Vorname').fill(name);
      for (const [part, value] of [
        ['Tag', '1'],
        ['Monat', '2'],
        ['Jahr', '2019'],
      ] as const)
        await page.getByLabel(part, { exact: true }).fill(value);
      await page.getByLabel(/Schule/).fill(school);
      await press('Weiter');
    };
    const rows = async (): Promise<string[]> => {
      const found = await page.getByRole('table', { name: 'Kind' }).getByRole('row').all();
      // What a screen reader finds in the row: its header, and its cells by the number of their column.
      return Promise.all(
        found.slice(1).map(async (row) => {
          const cells = await row.locator('.portal-table__value').allInnerTexts();
          return [(await row.getByRole('rowheader').innerText()).trim(), ...cells].join('|');
        }),
      );
    };
    for (const [name, school] of [
      ['Ada', 'Grundschule am See'],
      ['Ben', ''],
      ['Cem', 'Waldschule'],
    ] as const) {
      await press(/Eintrag hinzufügen/);
      await fill(name, school);
    }
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.getByRole('columnheader').allTextContents()).toEqual(['Eintrag', 'Vorname', 'Geburtsdatum', 'Schule', 'Aktionen']);
      expect(await rows()).toEqual([
        'Kind 1|Ada|01.02.2019|Grundschule am See',
        'Kind 2|Ben|01.02.2019|',
        'Kind 3|Cem|01.02.2019|Waldschule',
      ]);
      await form.look(page);
    }
    await press('Nach oben Kind 3');
    expect(page.url()).toMatch(/#eintrag-2$/);
    await press('Entfernen Kind 1');
    expect(await rows()).toEqual(['Kind 1|Cem|01.02.2019|Waldschule', 'Kind 2|Ben|01.02.2019|']);
    await page.getByRole('link', { name: 'Ändern Kind 2' }).click();
    await page.getByLabel('Vorname').fill('');
    await press('Weiter');
    await page.goBack();
    await page.getByLabel('Vorname').fill('Benno');
    await press('Weiter');
    await press('Weiter');
    expect(await rows()).toEqual(['Kind 1|Cem|01.02.2019|Waldschule', 'Kind 2|Benno|01.02.2019|']);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await form.look(page);
    }
    await page.getByRole('link', { name: 'Ändern Kind 1' }).click();
    expect(await page.getByLabel('Vorname').inputValue()).toBe('Cem');
  }, 180_000);
});
