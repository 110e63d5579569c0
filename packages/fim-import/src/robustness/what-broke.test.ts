import { describe, expect, test } from '@jest/globals';
import { compilePackage } from '@serviceportal/form-engine';
import { readCodelistText } from '../codelists/read-codelist.js';
import { findCodelist } from '../codelists/find-codelist.js';
import { compileFim } from '../compile/compile-fim.js';
import { toXsd } from '../compile/payload/xsd.js';
import { serviceFiles } from '../compile/service-files.js';
import { lint } from '../lint/lint.js';
import { readTextForLint } from '../lint/read-lint.js';
import { writeSchema } from '../write/write-schema.js';
import { readSchemaText } from '../xdatenfelder/read-schema.js';
import { type Given, schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { readXmlStream, readXmlText } from '../xml/read-xml.js';

const id = 'F05000000001';
const compiled = (children: readonly Given[], rules: readonly string[] = []) =>
  compileFim(readSchemaText(schemaXml(children, rules), 'a.xml'), new Map(), 'a.xml');
const nested = (depth: number): Given =>
  depth === 0 ? { id } : { id: `G${String(depth).padStart(11, '0')}`, children: [nested(depth - 1)] };

/** Each of these once broke the importer: found by the mutation run, and kept here in the smallest form. */
describe('an input that broke the importer', () => {
  test.each(['constructor', '__proto__'])('the content “%s” of a yes-no field is no value', (inhalt) => {
    const { form, openItems } = compiled([{ id, datentyp: 'bool', xml: `<xdf3:inhalt>${inhalt}</xdf3:inhalt>` }]);
    expect(form.children[0]).not.toHaveProperty('initial');
    expect(openItems[0]?.message).toContain('Inhalt');
  });

  test('a zero with a minus is a zero: JSON knows no other', () => {
    const xml = '<xdf3:praezisierung minValue="-0"/><xdf3:inhalt>-0</xdf3:inhalt>';
    const { form } = compiled([
      { id, datentyp: 'num', xml },
      { id: 'F05000000002', datentyp: 'num_int', xml },
    ]);
    expect(form.children).toEqual(JSON.parse(JSON.stringify(form.children)));
  });

  test('a date that does not exist is no content', () => {
    const { form } = compiled([{ id, datentyp: 'date', xml: '<xdf3:inhalt>2024-99-99</xdf3:inhalt>' }]);
    expect(form.children[0]).not.toHaveProperty('initial');
  });

  test.each(['constructor', '__proto__', 'toString'])('the data type “%s” can be checked', (datentyp) => {
    const xml = schemaXml([{ id, datentyp, xml: '<xdf3:praezisierung minValue="1" maxValue="2"/><xdf3:inhalt>1</xdf3:inhalt>' }]);
    expect(() => lint(readTextForLint(xml, 'a.xml'))).not.toThrow();
  });

  test('a version with forty digits makes a package', () => {
    const xml = schemaXml([{ id }]).replace('<xdf3:version>1.0.0', `<xdf3:version>${'9'.repeat(40)}.01`);
    const read = readSchemaText(xml, 'a.xml');
    expect(compilePackage(serviceFiles(read.schema), compileFim(read, new Map(), 'a.xml')).version).toBe(`${'9'.repeat(40)}.1.0`);
  });

  test('a label of 70,000 characters can be looked for in a rule', () => {
    const { openItems } = compiled([{ id, label: 'x'.repeat(70_000) }], ['Wenn das Feld xxx befüllt ist, dann tanze.']);
    expect(openItems).toHaveLength(1);
  });

  test('a schema with 45 groups within groups can be written', () => {
    const read = readSchemaText(schemaXml([nested(45)]), 'a.xml');
    expect(readSchemaText(writeSchema(read.schema), 'a.xml').schema.struktur).toHaveLength(1);
  });

  test('characters that XML 1.0 does not know are refused, whatever version the file claims', () => {
    const xml = schemaXml([{ id, label: 'a' }])
      .replace('version="1.0"', 'version="1.1"')
      .replace('>a<', '>a&#x1;<');
    expect(() => readSchemaText(xml, 'a.xml')).toThrow(expect.objectContaining({ code: 'fim-xml-invalid', line: expect.any(Number) }));
  });

  test.each(['{"pattern":"\\u0000"}', '{"pattern":"\\ud800"}'])('a Präzisierung %s that no XML can carry is not understood', (json) => {
    const xml = schemaXml([{ id, xml: `<xdf3:praezisierung>${json}</xdf3:praezisierung>` }])
      .replaceAll('xdatenfelder_3.0.0', 'xdatenfelder_2')
      .replaceAll('freigabestatus', 'status');
    const read = readSchemaText(xml, 'a.xml');
    const { form, openItems } = compileFim(read, new Map(), 'a.xml');
    expect(openItems.map(({ source }) => source)).toContain(json);
    expect(() => readXmlText(toXsd(form), 'a.xsd', () => undefined)).not.toThrow();
    expect(readSchemaText(writeSchema(read.schema), 'a.xml').schema.id).toBe(read.schema.id);
  });

  test('a reference of version 2 to a list without id is written without one', () => {
    const reference = '<xdf3:codelisteReferenz><xdf3:canonicalVersionUri>urn:a_1</xdf3:canonicalVersionUri></xdf3:codelisteReferenz>';
    const xml = schemaXml([{ id, xml: reference }]).replaceAll('xdatenfelder_3.0.0', 'xdatenfelder_2');
    const { schema } = readSchemaText(xml, 'a.xml');
    expect(readSchemaText(writeSchema(schema), 'a.xml').schema.struktur[0]?.enthaelt).toMatchObject({
      codelisteReferenz: { versionUri: 'urn:a_1' },
    });
  });

  test('the id of a list may hold what means something else in a regular expression', () => {
    const file = { path: 'C1.xml', fileName: 'C1.xml', identification: { kennung: 'urn:a' } };
    const lists = [{ lists: [file], compressed: [] }];
    expect(findCodelist({ id: 'C(1' }, lists)).toHaveProperty('reason');
    expect(findCodelist({ id: 'C1' }, lists)).toEqual({ file });
    expect(findCodelist({ id: 'C' }, lists)).toHaveProperty('reason');
  });
});

describe('an input that cost too much', () => {
  test('half a megabyte of unknown elements gives a thousand remarks, and one that says there are more', () => {
    const xml = schemaXml([{ id }]).replace('</xdf3:stammdatenschema>', `${'<x/>'.repeat(100_000)}</xdf3:stammdatenschema>`);
    const { warnings } = readSchemaText(xml, 'a.xml');
    expect(warnings).toHaveLength(1_000);
    expect(warnings.at(-1)?.message).toContain('Weitere Hinweise');
  });

  test('a schema of nothing but rules: those beyond 200,000 characters are open items', () => {
    const rule = `Wenn ${id} = Ja, dann muss F05000000002 befüllt sein. `.repeat(300);
    const { form, openItems } = compiled([{ id, datentyp: 'bool' }, { id: 'F05000000002' }], Array(25).fill(rule));
    expect(form.rules).toHaveLength(Math.floor(200_000 / rule.length));
    expect(openItems.at(-1)).toMatchObject({
      kind: 'rule',
      message: expect.stringContaining('mehr als 200000 Zeichen'),
      line: expect.any(Number),
    });
  });

  // Each of these once took minutes: every item was looked for among all others.
  test('ten thousand codes in a rule and in the checks', () => {
    const codes = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`c${n}`, `Wert ${n}`]));
    const xml = schemaXml([{ id, codes }, { id: 'F05000000002' }], [`Wenn ${id} = "Wert 17", dann muss F05000000002 befüllt sein.`]);
    const { form } = compileFim(readSchemaText(xml, 'a.xml'), new Map(), 'a.xml');
    expect(form.rules[0]?.statements[0]?.condition).toEqual({ equal: [{ identifier: `self.${id}` }, 'c17'] });
    expect(lint(readTextForLint(xml.replace('>c18<', '>c17<'), 'a.xml')).some(({ message }) => message.includes('c17'))).toBe(true);
  });
});

describe('an error names the place', () => {
  const message = 'xmlns:a="urn:xoev-de:fim:standard:xdatenfelder_3.0.0"><a:header/></a:xdatenfelder.stammdatenschema.0102>';
  test.each([
    ['a message without a schema', () => readSchemaText(`<a:xdatenfelder.stammdatenschema.0102 ${message}`, 'a.xml')],
    ['one to be checked', () => readTextForLint(`<a:xdatenfelder.stammdatenschema.0102 ${message}`, 'a.xml')],
    [
      'a list without columns',
      () => readCodelistText('<a:CodeList xmlns:a="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"/>', 'a.xml'),
    ],
  ])('of %s', (_, read) => {
    expect(read).toThrow(expect.objectContaining({ line: 1, column: expect.any(Number) }));
  });

  const utf8 = [Buffer.from('<a>\nä'), Buffer.from([0xff]), Buffer.from('b</a>')];
  const utf16 = [Buffer.from('\ufeff<a>\nä', 'utf16le'), Buffer.from([0x00, 0xd8]), Buffer.from('b</a>', 'utf16le')];
  test.each([
    ['UTF-8', utf8],
    ['UTF-16', utf16],
  ])('of the first byte that is no %s, whatever pieces behind the byte order mark the file comes in', async (_, parts) => {
    const bytes = Buffer.concat(parts);
    for (let size = 2; size <= bytes.length; size++) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
      await expect(readXmlStream(chunks, 'a.xml', () => ({}))).rejects.toMatchObject({ code: 'fim-file-encoding', line: 2, column: 2 });
    }
  });
});
