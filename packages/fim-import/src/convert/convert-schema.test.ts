import { describe, expect, test } from '@jest/globals';
import { readCodelistText } from '../codelists/read-codelist.js';
import { writeCodelist } from '../write/write-codelist.js';
import { writeSchema } from '../write/write-schema.js';
import type { Datenfeld } from '../xdatenfelder/datenfeld.js';
import { readSchemaText } from '../xdatenfelder/read-schema.js';
import { type Given, readGiven } from '../xdatenfelder/schema-xml.test-support.js';
import { type ConvertedSchema, convertSchema } from './convert-schema.js';

const now = '2026-12-24T12:00:00Z';
const to2 = (given: readonly Given[], rules: readonly string[] = []): ConvertedSchema =>
  convertSchema(readGiven(given, rules), '2.0', new Map(), now);

const firstField = ({ schema }: ConvertedSchema): Datenfeld => {
  const element = schema.struktur[0]?.enthaelt;
  if (element?.art !== 'datenfeld') throw new Error('no field');
  return element;
};
const lossesOf = ({ losses }: ConvertedSchema): readonly string[] =>
  losses
    .filter(({ message }) => !message.includes('letzteAenderung'))
    .map(({ message, elements }) => `${elements.map(({ id }) => id).join()}: ${message}`);

describe('ids, versions and rule texts in version 2', () => {
  test('lose the Unternummernkreis 000 and the third number', () => {
    const converted = to2([{ id: 'F60000000227', version: '1.1.0' }], ['Wenn F60000000227 nicht leer, dann G05000000001F60000000228.']);
    expect(converted.schema).toMatchObject({ id: 'S05000001', version: '1.0', fassung: '2.0' });
    expect(firstField(converted)).toMatchObject({ id: 'F60000227', version: '1.1' });
    expect(converted.schema.regeln[0]?.text).toBe('Wenn F60000227 nicht leer, dann G05000001F60000228.');
    expect(lossesOf(converted)).toEqual([]);
  });

  test('what has no counterpart is said', () => {
    const converted = to2([{ id: 'F05123000227', version: '1.1.4' }]);
    expect(firstField(converted)).toMatchObject({ id: 'F05123000227', version: '1.1' });
    expect(lossesOf(converted)).toEqual([
      'F05123000227: Die Version 1.1.4 wird 1.1.',
      expect.stringContaining('F05123000227: Die Id hat kein Gegenstück'),
    ]);
  });
});

test.each<[Given, string]>([
  [{ id: 'F05000000001', feldart: 'hidden' }, 'Feldart „hidden“'],
  [{ id: 'F05000000001', datentyp: 'datetime' }, 'Datentyp „datetime“'],
  [{ id: 'G05000000001', children: [{ id: 'F05000000001' }], xml: '<xdf3:art><code>X</code></xdf3:art>' }, 'keine Auswahlgruppe mehr'],
  [{ id: 'F05000000001', datentyp: 'file', xml: '<xdf3:maxSize>9</xdf3:maxSize>' }, 'maxSize'],
  [{ id: 'F05000000001', datentyp: 'file', xml: '<xdf3:mediaType>image/png</xdf3:mediaType>' }, 'mediaType'],
  [{ id: 'F05000000001', xml: '<xdf3:vorbefuellung><code>optional</code></xdf3:vorbefuellung>' }, 'Vorbefüllung „optional“'],
  [{ id: 'F05000000001', feldart: 'select', xml: '<xdf3:nameKey>x</xdf3:nameKey>' }, 'nameKey'],
  [{ id: 'F05000000001', label: 'weniger als ≤ 5' }, '„≤“ gehört nicht zum Zeichensatz'],
])('version 2 loses %j, and says so', (given, message) => {
  expect(lossesOf(to2([given]))).toEqual([expect.stringContaining(message)]);
});

test('values of a field become a list beside version 2, and come back', () => {
  const converted = to2([{ id: 'F05000000001', version: '1.2.0', name: 'Größe & Art', codes: { '01': 'eins', '02': 'zwei' } }]);
  const reference = {
    id: 'C05000001',
    idVersion: '1.2',
    version: '2026-01-01',
    kennung: 'urn:de:fim:codeliste:GroesseArt_F05000000001V1.2.0',
  };
  expect(firstField(converted)).toMatchObject({ codelisteReferenz: reference });
  expect(firstField(converted)).not.toHaveProperty('werte');
  expect(converted.codelists.map(({ fileName }) => fileName)).toEqual(['C05000001V1.2_genericode.xml']);

  const list = readCodelistText(writeCodelist(converted.codelists[0]?.list ?? { spalten: [], zeilen: [] }), 'c.xml');
  const back = convertSchema({ ...converted, warnings: [] }, '3.0.0', new Map([[list.versionUri ?? '', { list, path: 'c.xml' }]]), now);
  expect(firstField(back).werte).toEqual([
    { code: '01', name: 'eins' },
    { code: '02', name: 'zwei' },
  ]);
});

test('norms with links become one text, and come back', () => {
  const bezug = '<xdf3:bezug link="https://example.org/1">§ 1 A</xdf3:bezug><xdf3:bezug>§ 2 B</xdf3:bezug>';
  const read = readGiven([{ id: 'F05000000001', xml: '' }]);
  const schema = {
    ...read.schema,
    bezug: readSchemaText(writeSchema(read.schema).replace('<xdf3:freigabestatus', `${bezug}<xdf3:freigabestatus`), 'a').schema.bezug,
  };
  const converted = convertSchema({ schema, warnings: [] }, '2.0', new Map(), now);
  expect(writeSchema(converted.schema)).toContain('<xdf:bezug>§ 1 A (https://example.org/1); § 2 B</xdf:bezug>');
  const again = readSchemaText(writeSchema(converted.schema), 'a');
  expect(convertSchema(again, '3.0.0', new Map(), now).schema.bezug).toEqual([
    { text: '§ 1 A', link: 'https://example.org/1' },
    { text: '§ 2 B' },
  ]);
});

test.each([
  ['3', 'inVorbereitung', '2'],
  ['4', 'inVorbereitung', '2'],
  ['5', 'aktiv', '6'],
  ['6', 'aktiv', '6'],
  ['7', 'inaktiv', '7'],
] as const)('status %s is „%s“ in version 2, and %s on the way back', (freigabestatus, in2, back) => {
  const read = readGiven([{ id: 'F05000000001' }]);
  const converted = convertSchema({ schema: { ...read.schema, freigabestatus }, warnings: [] }, '2.0', new Map(), now);
  expect(converted.schema.freigabestatus).toBe(in2);
  expect(convertSchema({ ...converted, warnings: [] }, '3.0.0', new Map(), now).schema.freigabestatus).toBe(back);
  expect(lossesOf(converted).some((loss) => loss.includes('Freigabestatus'))).toBe(back !== freigabestatus);
});

test('white space and special characters of texts survive writing', () => {
  const help = 'Erstens:\n- <a> & "b"\n\n- c';
  const read = readGiven([{ id: 'F05000000001' }], ['Wenn']);
  const regeln = read.schema.regeln.map((rule) => ({ ...rule, text: 'Wenn\r\n\tF05000000001 < 5,\n  dann … ' }));
  const [position] = read.schema.struktur;
  if (position?.enthaelt.art !== 'datenfeld') throw new Error('no field');
  const field: Datenfeld = { ...position.enthaelt, hilfetextEingabe: help, praezisierung: { pattern: '[\\w"\t<>&]+\\.' } };
  const schema = { ...read.schema, regeln, struktur: [{ ...position, enthaelt: field }] };
  for (const fassung of ['2.0', '3.0.0'] as const) {
    const again = readSchemaText(writeSchema({ ...schema, fassung }), 'a.xml').schema;
    expect(again.struktur[0]?.enthaelt).toMatchObject({ hilfetextEingabe: help, praezisierung: field.praezisierung });
    expect(again.regeln[0]?.text).toBe(regeln[0]?.text);
  }
});
