import { describe, expect, test } from '@jest/globals';
import { readPraezisierung2 } from './read-praezisierung.js';
import { readSchemaText } from './read-schema.js';

const angaben = (id: string, name: string) => `
  <identifikation><id>${id}</id></identifikation><name>${name}</name>
  <bezeichnungEingabe>${name}</bezeichnungEingabe><beschreibung/><definition/>`;

const xml = `<xdatenfelder.stammdatenschema.0102 xmlns="urn:xoev-de:fim:standard:xdatenfelder_2"><header/><stammdatenschema>
  ${angaben('S05000001', 'Bewohnerparken')}
  <bezug>§ 45 StVO; § 46 Straßenverkehrs-Ordnung&#xD;
      (StVO), § 3 und § 4&#xD;
§ 7 Satzung</bezug><status><code xmlns="">aktiv</code></status><freigabedatum>2021-08-31</freigabedatum>
  <regel><identifikation><id>R05000001</id></identifikation><name>R</name><definition>Wenn F05000001 nicht leer, dann …</definition>
    <script>function script() {&#xD;

}</script></regel>
  <struktur><anzahl>0:1</anzahl><bezug/><enthaelt><datenfeld>
    ${angaben('F05000001', 'Grund')}<bezug/><hilfetextEingabe/><hilfetextAusgabe/>
    <feldart><code xmlns="">select</code></feldart><datentyp><code xmlns="">text</code></datentyp>
    <praezisierung>{"minLength":"1"}</praezisierung><inhalt/>
    <codelisteReferenz><identifikation><id>C05000001</id></identifikation><genericodeIdentification>
      <canonicalIdentification>Art des Antrags (kurz)</canonicalIdentification><version>0.1</version>
      <canonicalVersionUri>Art des Antrags (kurz)_0.1
      </canonicalVersionUri></genericodeIdentification></codelisteReferenz>
  </datenfeld></enthaelt></struktur></stammdatenschema></xdatenfelder.stammdatenschema.0102>`;

describe('readSchemaText, XDatenfelder 2.0', () => {
  const { schema } = readSchemaText(xml, 'a.xml');

  test('keeps ids as they are; a draft has no version', () => {
    expect(schema).toMatchObject({ id: 'S05000001', fassung: '2.0', bezeichnung: 'Bewohnerparken', freigabestatus: 'aktiv' });
    expect(schema.version).toBeUndefined();
    expect(schema.statusGesetztAm).toBe('2021-08-31');
  });

  test('splits norms that are joined in one string, but not at a line that was only broken', () => {
    expect(schema.bezug.map(({ text }) => text)).toEqual(['§ 45 StVO', '§ 46 Straßenverkehrs-Ordnung (StVO), § 3 und § 4', '§ 7 Satzung']);
  });

  test('takes the rule text from the definition and no script from the empty stub', () => {
    expect(schema.regeln[0]).toMatchObject({ id: 'R05000001', text: 'Wenn F05000001 nicht leer, dann …' });
    expect(schema.regeln[0]).not.toHaveProperty('skript');
  });

  test('reads references to lists that are no URNs', () => {
    const field = schema.struktur[0]?.enthaelt;
    expect(field?.art === 'datenfeld' && field.codelisteReferenz).toEqual({
      id: 'C05000001',
      kennung: 'Art des Antrags (kurz)',
      version: '0.1',
      versionUri: 'Art des Antrags (kurz)_0.1',
    });
  });
});

describe('readPraezisierung2', () => {
  test.each([
    ['', false, {}],
    ['{"minLength":"1","maxLength":"120"}', false, { minLength: '1', maxLength: '120' }],
    ['{"minValue":"1","maxValue":12}', true, { minValue: '1', maxValue: '12' }],
    [String.raw`{"pattern":"[a-z]+\.[a-z]"}`, false, { pattern: String.raw`[a-z]+\.[a-z]` }],
    [String.raw`{"pattern":"[\\p{L}]*"}`, false, { pattern: String.raw`[\p{L}]*` }],
    ['5', false, { maxLength: '5' }],
    ['1..31', true, { minValue: '1', maxValue: '31' }],
    ['1..31', false, { minLength: '1', maxLength: '31' }],
    ['etwa fünf', false, { unverstanden: 'etwa fünf' }],
    ['{kaputt', false, { unverstanden: '{kaputt' }],
  ])('%s', (source, numeric, expected) => {
    expect(readPraezisierung2(source, numeric)).toEqual(expected);
  });
});
