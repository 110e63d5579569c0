import { describe, expect, test } from '@jest/globals';
import { FimInputError } from '../xml/fim-input-error.js';
import type { Datenfeld } from './datenfeld.js';
import { readSchemaText } from './read-schema.js';
import { type Given, readGiven, schemaXml } from './schema-xml.test-support.js';
import type { Stammdatenschema } from './stammdatenschema.js';

const one = (given: Partial<Given>): Datenfeld => {
  const element = readGiven([{ id: 'F05000000001', ...given }]).schema.struktur[0]?.enthaelt;
  if (element?.art !== 'datenfeld') throw new Error('no field was read');
  return element;
};

function failure(xml: string): FimInputError {
  try {
    readSchemaText(xml, 'schema.xml');
  } catch (error) {
    if (error instanceof FimInputError) return error;
    throw error;
  }
  throw new Error('was read');
}

describe('readSchemaText, XDatenfelder 3.0.0', () => {
  test('reads the schema itself', () => {
    const { schema, warnings } = readGiven([{ id: 'F05000000001' }]);
    expect(schema).toMatchObject({
      id: 'S05000000001',
      version: '1.0.0',
      fassung: '3.0.0',
      bezeichnung: 'Ein Schema',
      freigabestatus: '6',
    });
    expect(warnings).toEqual([]);
  });

  test('keeps the cardinality of each position, also where the element recurs', () => {
    const { schema } = readGiven([
      { id: 'G05000000001', anzahl: '0:*', children: [{ id: 'F05000000001', anzahl: '1:1' }] },
      { id: 'F05000000001', anzahl: '2:5' },
    ]);
    const [group, field] = schema.struktur;
    expect(group?.anzahl).toEqual({ min: 0, max: null });
    expect(field?.anzahl).toEqual({ min: 2, max: 5 });
    expect(group?.enthaelt.art === 'datenfeldgruppe' && group.enthaelt.struktur[0]?.anzahl).toEqual({ min: 1, max: 1 });
  });

  test('takes bounds from attributes and codes from direct children', () => {
    expect(one({ xml: '<xdf3:praezisierung minLength="1" maxLength="55" pattern=""/>' }).praezisierung).toEqual({
      minLength: '1',
      maxLength: '55',
    });
    expect(one({ codes: { '001': 'Ja, "immer"', '02': 'Nein' } }).werte).toEqual([
      { code: '001', name: 'Ja, "immer"' },
      { code: '02', name: 'Nein' },
    ]);
  });

  test('does not mistake the id of a rule for that of its field', () => {
    expect(one({ rules: ['Ein Text.'] })).toMatchObject({ id: 'F05000000001', regeln: [{ id: 'R05000010000', text: 'Ein Text.' }] });
  });

  test('keeps line breaks of help texts and trims everything else', () => {
    const field = one({
      label: '  Name\n   des Hundes ',
      xml: '<xdf3:inhalt>\n  - eins\r\n  - zwei\n\n\n\n  Ende </xdf3:inhalt>',
    });
    expect(field.bezeichnungEingabe).toBe('Name des Hundes');
    expect(field.inhalt).toBe('- eins\n- zwei\n\nEnde');
  });

  test('skips relations and reads elements of any prefix', () => {
    const relation = '<xdf3:relation><xdf3:praedikat><code>ABL</code></xdf3:praedikat></xdf3:relation>';
    const xml = schemaXml([{ id: 'F05000000001' }], [], relation.repeat(50));
    expect(readSchemaText(xml.replaceAll('xdf3:', 'q:').replace('xmlns:xdf3', 'xmlns:q'), 'a.xml').schema.struktur).toHaveLength(1);
  });

  test('reads a type that the standard does not know as text, with a warning', () => {
    const { schema, warnings } = readGiven([{ id: 'F05000000001', datentyp: 'video' }]);
    expect(schema.struktur[0]?.enthaelt).toMatchObject({ datentyp: 'text' });
    expect(warnings[0]?.message).toContain('„video“');
  });

  test('warns of what the standard does not know and reads on', () => {
    const xml = schemaXml([{ id: 'F05000000001', label: 'Größe ≤ 40 cm' }], [], '<xdf3:farbe>blau</xdf3:farbe>');
    const { schema, warnings } = readSchemaText(xml, 'a.xml');
    expect(schema.struktur).toHaveLength(1);
    expect(warnings.map(({ message }) => message).join(' ')).toMatch(/„farbe“.*„≤“/);
    expect(warnings[0]).toMatchObject({ file: 'a.xml', line: 3 });
  });
});

describe('readSchemaText refuses', () => {
  const valid = schemaXml([{ id: 'F05000000001' }]);

  test.each([
    ['another namespace', 'fim-not-xdatenfelder', valid.replace(/urn:xoev-de:fim:standard:xdatenfelder_3.0.0/, 'urn:else')],
    ['an unknown version', 'fim-namespace-unknown', valid.replace('xdatenfelder_3.0.0', 'xdatenfelder_9')],
    ['an id that is none', 'fim-element-invalid', valid.replace('F05000000001', '__proto__')],
    ['an id that is a name of JavaScript', 'fim-element-invalid', valid.replace('F05000000001', 'constructor')],
    ['an empty id', 'fim-element-missing', valid.replace('>F05000000001<', '><')],
    ['two ids', 'fim-element-duplicate', valid.replace('<xdf3:id>F05000000001</xdf3:id>', '<xdf3:id>F1</xdf3:id><xdf3:id>F2</xdf3:id>')],
    ['a count that is none', 'fim-element-invalid', valid.replace('1:1', '1-1')],
    ['a field without feldart', 'fim-element-missing', valid.replace('<xdf3:feldart><code>input</code></xdf3:feldart>', '')],
    ['a message without schema', 'fim-element-missing', valid.replace(/<xdf3:stammdatenschema>[^]*<\/xdf3:stammdatenschema>/, '')],
    ['an empty position', 'fim-element-missing', valid.replace(/<xdf3:datenfeld>[^]*<\/xdf3:datenfeld>/, '')],
  ])('%s', (_, code, xml) => {
    const error = failure(xml);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^schema\.xml/);
  });

  test.each(['dokumentsteckbrief.0101', 'datenfeldgruppe.0103', 'datenfeld.0104', 'codeliste.0105', 'uebersetzung.0106'])(
    'the message %s, which is no schema',
    (message) => {
      expect(failure(valid.replaceAll('stammdatenschema.0102', message))).toMatchObject({ code: 'fim-not-a-schema', line: 2 });
    },
  );
});

describe('readSchemaText, nesting', () => {
  test('reads groups in groups', () => {
    const depthOf = ({ struktur }: Pick<Stammdatenschema, 'struktur'>): number =>
      Math.max(0, ...struktur.map(({ enthaelt }) => (enthaelt.art === 'datenfeldgruppe' ? 1 + depthOf(enthaelt) : 1)));
    let given: Given = { id: 'F05000000001' };
    for (let level = 0; level < 12; level++) given = { id: `G0500000000${level}`, children: [given] };
    expect(depthOf(readGiven([given]).schema)).toBe(13);
  });
});
