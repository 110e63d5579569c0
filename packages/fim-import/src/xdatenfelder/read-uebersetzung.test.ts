import { describe, expect, test } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { namespace, sprache, uebersetzungXml } from '../translations/uebersetzung-xml.test-support.js';
import { xsdErrors } from '../write/official-xsd.test-support.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { readUebersetzungText } from './read-uebersetzung.js';
import { schemaXml } from './schema-xml.test-support.js';

// No published message was at hand: this one holds everything that the XSD allows.
const complete = uebersetzungXml(
  'S05000000001V1.0.0',
  sprache('lang="en" region="GB" version="2"', [
    {
      key: 'F05000000001V1.0.0',
      label: 'Kind of\n application',
      help: ' First line\r\n\r\n\r\n- second ',
      text: 'Text',
      codes: { '001': ['New', 'For the first time'], '002': 'Change' },
      rules: { 'R05000000001V1.0.0': ['One.', 'Two.'] },
    },
  ]),
  sprache('lang="de" variant="simple" version="1"', [{ key: 'F05000000001', label: 'Was möchten Sie?' }]),
);

const read = (text: string) => readUebersetzungText(text, 'a.xml');

function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof FimInputError) return `${error.code} ${error.line}:${error.column} ${error.message}`;
    throw error;
  }
  return 'read';
}

describeWith('shared', 'the message of these tests', () => {
  test('is one, says the official XSD', async () => {
    expect(await xsdErrors([complete], '3.0.0')).toEqual([]);
  });
});

describe('reading uebersetzung.0106', () => {
  test('gives every language with its elements, codes and messages', () => {
    const { uebersetzt, sprachen } = read(complete);
    expect(uebersetzt).toEqual({ id: 'S05000000001', version: '1.0.0' });
    expect(sprachen).toMatchObject([
      {
        lang: 'en',
        region: 'GB',
        version: 2,
        elemente: [
          {
            uebersetzt: { id: 'F05000000001', version: '1.0.0' },
            bezeichnungEingabe: 'Kind of\napplication',
            hilfetextEingabe: 'First line\n\n- second',
            inhalt: 'Text',
            werte: [
              { code: '001', name: 'New', hilfe: 'For the first time' },
              { code: '002', name: 'Change' },
            ],
            regeln: [{ uebersetzt: { id: 'R05000000001', version: '1.0.0' }, fehler: [{ code: '1', text: 'One.' }, { text: 'Two.' }] }],
          },
        ],
      },
      { lang: 'de', variant: 'simple', version: 1, elemente: [{ uebersetzt: { id: 'F05000000001' } }] },
    ]);
  });

  test('takes letters of every script, and any prefix', () => {
    const text = uebersetzungXml('S1', sprache('lang="uk" version="1"', [{ key: 'F1', label: 'Ім’я та прізвище' }]));
    const other = text.replaceAll('<x:', '<q:').replaceAll('</x:', '</q:').replace('xmlns:x', 'xmlns:q');
    expect(read(other).sprachen[0]?.elemente[0]?.bezeichnungEingabe).toBe('Ім’я та прізвище');
  });

  const one = sprache('lang="en" version="1"', [{ key: 'F1', label: 'x' }]);
  test.each([
    ['a schema', schemaXml([{ id: 'F1' }]), /^fim-not-a-translation 2:/],
    ['another namespace', uebersetzungXml('S1', one).replace(namespace, `${namespace}.9`), /^fim-not-a-translation/],
    [
      'a message that names no schema',
      uebersetzungXml('S1', one).replace(/<x:uebersetzt>.*S1.*\n/, ''),
      /^fim-element-missing .*uebersetzt/,
    ],
    ['two schemas', uebersetzungXml('S1', one).replace(/(<x:uebersetzt>.*S1.*\n)/, '$1$1'), /^fim-element-duplicate 4:/],
    ['no language', uebersetzungXml('S1'), /^fim-element-missing .*sprache/],
    ['a language that is none', uebersetzungXml('S1', one.replace('"en"', '"English"')), /^fim-element-invalid 4:.*English/],
    ['a version that is none', uebersetzungXml('S1', one.replace('"1"', '"1.0"')), /^fim-element-invalid 4:.*1\.0/],
    ['an element without an id', uebersetzungXml('S1', one.replace('<x:id>F1</x:id>', '')), /^fim-element-missing 5:/],
    ['an id that is none', uebersetzungXml('S1', one.replace('F1', '__proto__')), /^fim-element-invalid 5:/],
    ['half a message', uebersetzungXml('S1', one).slice(0, 400), /^fim-xml-truncated/],
  ])('refuses %s, with its place', (_, text, says) => {
    expect(refusal(text)).toMatch(says);
  });
});
