import { describe, expect, test } from '@jest/globals';
import type { Codeliste } from './codeliste.js';
import { codesOf } from './codes-of.js';
import { readCodelistText } from './read-codelist.js';

const ns = 'http://docs.oasis-open.org/codelist/ns/genericode/1.0/';

const body = (p: string): string => `
  <${p}Identification><${p}ShortName>staat</${p}ShortName><${p}Version>2024-08-01</${p}Version>
    <${p}CanonicalUri>urn:test:staat</${p}CanonicalUri><${p}CanonicalVersionUri>urn:test:staat_2024-08-01 </${p}CanonicalVersionUri></${p}Identification>
  <${p}ColumnSet>
    <${p}Column Id="suchbegriff"><${p}ShortName>suchbegriff</${p}ShortName></${p}Column>
    <${p}Column Id="schluessel-staat"><${p}ShortName>schluessel-staat</${p}ShortName></${p}Column>
    <${p}Column Id="staatenname-kurz"><${p}ShortName>staatenname-kurz</${p}ShortName></${p}Column>
    <${p}Key Id="k"><${p}ShortName>k</${p}ShortName><${p}ColumnRef Ref="schluessel-staat"/></${p}Key>
  </${p}ColumnSet>
  <${p}SimpleCodeList>
    <${p}Row><${p}Value ColumnRef="schluessel-staat"><${p}SimpleValue>000</${p}SimpleValue></${p}Value>
      <${p}Value ColumnRef="staatenname-kurz"><${p}SimpleValue> Deutschland
      </${p}SimpleValue></${p}Value></${p}Row>
    <${p}Row><${p}Value><${p}SimpleValue>Wien</${p}SimpleValue></${p}Value><${p}Value><${p}SimpleValue>151</${p}SimpleValue></${p}Value></${p}Row>
    <${p}Row><${p}Value ColumnRef="staatenname-kurz"><${p}SimpleValue>ohne Schlüssel</${p}SimpleValue></${p}Value></${p}Row>
  </${p}SimpleCodeList>`;

describe('readCodelistText', () => {
  test.each([
    ['prefix on all elements', `<gc:CodeList xmlns:gc="${ns}">${body('gc:')}</gc:CodeList>`],
    ['prefix on the root only', `<gc:CodeList xmlns:gc="${ns}">${body('')}</gc:CodeList>`],
    ['default namespace', `<CodeList xmlns="${ns}">${body('')}</CodeList>`],
  ])('%s', (_, xml) => {
    const list = readCodelistText(xml, 'list.xml');
    expect(list).toMatchObject({
      kennung: 'urn:test:staat',
      version: '2024-08-01',
      versionUri: 'urn:test:staat_2024-08-01',
      schluessel: 'schluessel-staat',
    });
    // A value without ColumnRef stands in the column after that of the value before it; the first one in the first column.
    expect(codesOf(list, {})).toEqual([
      { code: '000', label: 'Deutschland' },
      { code: '151', label: '151' },
    ]);
    expect(codesOf(list, { nameKey: 'suchbegriff' })?.[1]).toEqual({ code: '151', label: 'Wien' });
  });

  test('refuses what is no list', () => {
    expect(() => readCodelistText('<a/>', 'a.xml')).toThrow(expect.objectContaining({ code: 'fim-not-genericode' }));
    expect(() => readCodelistText(`<CodeList xmlns="${ns}"/>`, 'a.xml')).toThrow(
      expect.objectContaining({ code: 'fim-genericode-invalid' }),
    );
  });
});

describe('codesOf', () => {
  const list = (columns: readonly string[], kennung = 'urn:x'): Codeliste => ({
    kennung,
    schluessel: 'code',
    spalten: ['code', ...columns].map((id) => ({ id })),
    zeilen: [new Map(['code', ...columns].map((id) => [id, id]))],
  });

  test.each([
    [['hinweis', 'name'], 'urn:x', 'name'],
    [['Suchbegriff', 'Staatsangehoerigkeit'], 'urn:schluessel:staatsangehoerigkeit', 'Staatsangehoerigkeit'],
    [['description-en-GB', 'description-de-DE'], 'urn:x', 'description-de-DE'],
    [['Art', 'Bezeichnung-kurz-1', 'Bezeichnung-lang'], 'urn:x', 'Bezeichnung-lang'],
    [['iso-2', 'anders'], 'urn:x', 'iso-2'],
  ])('of %j people read %s: %s', (columns, kennung, expected) => {
    expect(codesOf(list(columns, kennung), {})?.[0]?.label).toBe(expected);
  });

  test('knows no codes of a list without key column', () => {
    expect(codesOf({ spalten: [{ id: 'a' }], zeilen: [] }, {})).toBeUndefined();
  });
});
