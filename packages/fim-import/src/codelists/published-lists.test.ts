import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWith, shared } from '@serviceportal/test-support';
import type { Stammdatenschema } from '../xdatenfelder/stammdatenschema.js';
import { readGiven } from '../xdatenfelder/schema-xml.test-support.js';
import { codesOf } from './codes-of.js';
import { displayColumn } from './display-column.js';
import { readCodelist } from './read-codelist.js';
import { resolveCodelists } from './resolve-codelists.js';

const folder = join(shared, 'fim', 'codelists');

function schemaWith(kennung: string, version: string): Stammdatenschema {
  const reference =
    `<xdf3:codelisteReferenz><xdf3:canonicalIdentification>${kennung}</xdf3:canonicalIdentification>` +
    `<xdf3:version>${version}</xdf3:version></xdf3:codelisteReferenz>`;
  return readGiven([{ id: 'F05000000001', feldart: 'select', xml: reference }]).schema;
}

describeWith('shared', 'lists of the XRepository', () => {
  // Key column, column for people, rows and a pair: read off the files.
  test.each([
    ['AGS_2026-04-30', 'SCHLUESSEL', 'Bezeichnung', 11227, '01002000', 'Kiel, Landeshauptstadt'],
    ['Anschrifttyp_2.0', 'code', 'description-de-DE', 6, '001', 'Hausanschrift'],
    ['Art des gesetzlichen Vertreters_1', 'Code', 'Beschreibung', 14, '2', 'Geschäftsführer § 35 GmbHG'],
    ['Bezirk_2019-07-31', 'SCHLUESSEL', 'Bezeichnung', 36, '022', 'Bezirk Altona'],
    ['Bundesland_2010-04-01', 'SCHLUESSEL', 'Bezeichnung', 16, '02', 'Hamburg'],
    ['Currency Codes_3', 'AlphabeticCode', 'Currency', 179, 'AFN', 'Afghani'],
    ['DESTATIS Staatenliste_2024-08-01', 'schluessel-staat', 'staatenname-kurz', 197, '000', 'Deutschland'],
    [
      'DESTATIS Staatsangehörigkeit_2024-08-01',
      'DESTATIS-Schluessel-Staatsangehoerigkeit',
      'Staatsangehoerigkeit',
      211,
      '287',
      'ägyptisch',
    ],
    ['DSMeld Pass- und Ausweisdokumente (Anlage 3 des DSMeld)_5', 'key', 'name', 15, '01', 'Deutscher Reisepass'],
    ['DSMeld_Familienstand_(DSMeld-Blatt_1401)_2', 'key', 'name', 10, 'VH', 'verheiratet'],
    ['Gesamtkatalog der Sprachen, die im Ausländerwesen verwendet werden_11', 'ISO-Code', 'ISO-Wert', 508, 'abk', 'Abchasisch'],
    ['Kreis_2026-01-31', 'SCHLUESSEL', 'Bezeichnung', 518, '01001', 'Flensburg, Stadt'],
    ['Länderkennzeichen_1', 'Kennzeichen', 'Bundesland', 18, 'DEBB', 'Brandenburg'],
    ['Namensart_1', 'key', 'name', 19, 'e', 'Eigenname'],
    ['Rechtsformen_2.4', 'Code', 'Bezeichnung-lang', 174, '110000', 'Personenhandelsgesellschaft'],
    ['Vertretungsart_1', 'Key', 'Vertretungsart', 3, '2', 'Gesetzlicher Vertreter'],
    ['XInneres Geschlecht_1', 'code', 'beschreibung', 4, 'w', 'weiblich'],
  ])('%s: key %s, shown %s', async (name, key, shown, rows, code, label) => {
    const list = await readCodelist(join(folder, `${name}.xml`));
    expect([list.schluessel, displayColumn(list, key, undefined)]).toEqual([key, shown]);
    const codes = codesOf(list, {}) ?? [];
    expect(codes).toHaveLength(rows);
    expect(codes).toContainEqual({ code, label });
  });

  const staat = 'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staat';
  test.each([
    [
      'the version that is meant',
      staat,
      '2024-08-01',
      { list: { kennung: staat }, path: join(folder, 'DESTATIS Staatenliste_2024-08-01.xml') },
    ],
    ['another version: not substituted, but named', staat, '2023-02-24', { reason: 'Es liegt nur Version 2024-08-01 vor' }],
    [
      'a list that a packed file beside it is not named after: nobody is sent to that file',
      'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs',
      '2026-04-30',
      { reason: 'Sie liegt nicht vor' },
    ],
    [
      'a packed list whose name tells',
      'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:regionalschluessel',
      '2026-04-30',
      { reason: 'Sie liegt nicht vor; „Regionalschlüssel_2026-04-30.xml.xz“ ist gepackt: bitte entpacken' },
    ],
  ])('%s', async (_, kennung, version, expected) => {
    const resolved = await resolveCodelists(schemaWith(kennung, version), join(shared, 'fim', 'codelists', 'schema.xml'));
    expect([...resolved.values()]).toEqual([expect.objectContaining(expectedList(expected))]);
  });
});

const expectedList = (expected: object): object =>
  'list' in expected ? { ...expected, list: expect.objectContaining(expected.list as object) } : expected;
