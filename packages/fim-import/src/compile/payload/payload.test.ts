import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parseStringPromise } from 'xml2js';
import { validateXML } from 'xmllint-wasm';
import { type Given, readGiven } from '../../xdatenfelder/schema-xml.test-support.js';
import { compileFim } from '../compile-fim.js';
import { toJsonSchema } from './json-schema.js';
import { toXsd } from './xsd.js';

const given: readonly Given[] = [
  { id: 'F05000000001', datentyp: 'bool' },
  {
    id: 'G05000000001',
    anzahl: '0:1',
    children: [
      { id: 'F05000000002', xml: '<xdf3:praezisierung minLength="5" maxLength="5" pattern="\\d{5}"/>' },
      { id: 'F05000000003', anzahl: '0:3', datentyp: 'date', xml: '<xdf3:praezisierung minValue="2000-01-01"/>' },
    ],
  },
  { id: 'F05000000004', codes: { '01': 'eins & zwei', '02': '<zwei>' } },
  { id: 'F05000000005', datentyp: 'num_currency', xml: '<xdf3:praezisierung minValue="0.5"/>' },
  { id: 'F05000000006', feldart: 'label' },
  { id: 'F05000000007', datentyp: 'time' },
  { id: 'F05000000008', datentyp: 'file', anzahl: '0:1' },
];
const rules = ['Wenn F05000000001 = Nein, dann darf F05000000004 nicht befüllt werden.'];
const { form } = compileFim(readGiven(given, rules), new Map(), 'schema.xml');

const complete = {
  'F05000000001V1.0.0': true,
  'G05000000001V1.0.0': { 'F05000000002V1.0.0': '01234', 'F05000000003V1.0.0': ['2026-12-24'] },
  'F05000000004V1.0.0': '02',
  'F05000000005V1.0.0': 12.5,
  'F05000000007V1.0.0': '09:05',
};

describe('toJsonSchema', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(toJsonSchema(form));

  test('names keys by id and version and leaves notes out', () => {
    expect(toJsonSchema(form)).toMatchObject({
      $id: 'S05000000001V1.0.0.schema.json',
      required: ['F05000000001V1.0.0', 'F05000000005V1.0.0', 'F05000000007V1.0.0'],
      additionalProperties: false,
    });
    expect(JSON.stringify(toJsonSchema(form))).not.toContain('F05000000006');
  });

  test('takes a complete application, and one without what a rule takes away', () => {
    expect([validate(complete), validate.errors]).toEqual([true, null]);
    const without = Object.fromEntries(Object.entries(complete).filter(([key]) => key !== 'F05000000004V1.0.0'));
    expect(validate({ ...without, 'F05000000001V1.0.0': false })).toBe(true);
  });

  test.each([
    ['a missing answer', { 'F05000000005V1.0.0': undefined }],
    ['an unknown key', { F05000000001: true }],
    ['a code that is none', { 'F05000000004V1.0.0': '03' }],
    ['a date that is none', { 'G05000000001V1.0.0': { 'F05000000002V1.0.0': '01234', 'F05000000003V1.0.0': ['2026-02-30'] } }],
    ['a begun group without its required answer', { 'G05000000001V1.0.0': {} }],
    ['too many entries', { 'G05000000001V1.0.0': { 'F05000000002V1.0.0': '01234', 'F05000000003V1.0.0': Array(4).fill('2026-01-01') } }],
    ['text that only contains the pattern', { 'G05000000001V1.0.0': { 'F05000000002V1.0.0': 'x1234' } }],
    ['an amount below its bound', { 'F05000000005V1.0.0': 0.4 }],
  ])('refuses %s', (_, change) => {
    expect(validate(JSON.parse(JSON.stringify({ ...complete, ...change })))).toBe(false);
  });
});

describe('toXsd', () => {
  const xsd = toXsd(form);
  const errorsOf = async (content: string): Promise<readonly string[]> => {
    const contents = `<S05000000001V1.0.0 xmlns="urn:fim-de:xfall:datenschema:xdf3">${content}</S05000000001V1.0.0>`;
    const { errors } = await validateXML({ xml: [{ fileName: 'a.xml', contents }], schema: [xsd] });
    return errors.map(({ message }) => message);
  };
  const f = (digit: number, value: string): string => `<F0500000000${digit}V1.0.0>${value}</F0500000000${digit}V1.0.0>`;
  const group = `<G05000000001V1.0.0>${f(2, '01234')}${f(3, '2026-12-24')}</G05000000001V1.0.0>`;

  test('takes a complete application, and one without what a rule takes away', async () => {
    expect(await errorsOf(f(1, 'true') + group + f(4, '02') + f(5, '12.50') + f(7, '09:05'))).toEqual([]);
    expect(await errorsOf(f(1, 'false') + f(5, '12.50') + f(7, '09:05') + f(8, 'a.pdf'))).toEqual([]);
  });

  test('another parser finds the schema and the same elements as in the JSON Schema', async () => {
    const read = (await parseStringPromise(xsd)) as { 'xs:schema': { 'xs:element': readonly { $: { name: string } }[] } };
    const names = read['xs:schema']['xs:element'].map(({ $ }) => $.name);
    expect(names).toEqual(['S05000000001V1.0.0', ...Object.keys(toJsonSchema(form)['$defs'] as object)]);
  });

  test.each([
    ['a missing answer', f(1, 'true') + f(7, '09:05')],
    ['a code that is none', f(1, 'true') + f(4, '03') + f(5, '1') + f(7, '09:05')],
    ['text that does not match', `${f(1, 'true')}<G05000000001V1.0.0>${f(2, 'x1234')}</G05000000001V1.0.0>${f(5, '1')}${f(7, '09:05')}`],
    ['an amount with three decimals', f(1, 'true') + f(5, '12.505') + f(7, '09:05')],
    [
      'a date before its bound',
      `${f(1, 'true')}<G05000000001V1.0.0>${f(2, '01234')}${f(3, '1999-12-31')}</G05000000001V1.0.0>${f(5, '1')}${f(7, '09:05')}`,
    ],
    ['a note', f(1, 'true') + f(5, '1') + f(6, 'x') + f(7, '09:05')],
  ])('refuses %s', async (_, content) => {
    expect(await errorsOf(content)).not.toEqual([]);
  });
});

test('an element that differs between its positions is described so that both fit', () => {
  const read = readGiven([
    { id: 'G05000000001', anzahl: '0:1', children: [{ id: 'G05000000003', children: [{ id: 'F05000000001' }] }] },
    { id: 'G05000000002', children: [{ id: 'G05000000003', children: [{ id: 'F05000000001', anzahl: '0:2' }, { id: 'F05000000002' }] }] },
  ]);
  const schema = toJsonSchema(compileFim(read, new Map(), 'a.xml').form);
  expect(schema['$defs']).toMatchObject({
    'G05000000003V1.0.0': { properties: { 'F05000000001V1.0.0': { type: 'array', minItems: 0, maxItems: 2 }, 'F05000000002V1.0.0': {} } },
  });
  expect(JSON.stringify((schema['$defs'] as Record<string, object>)['G05000000003V1.0.0'])).not.toContain('required');
});
