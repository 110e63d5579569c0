import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readCodelistText } from '../codelists/read-codelist.js';
import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { lint } from './lint.js';
import { meldungen } from './meldungen.js';
import { readTextForLint } from './read-lint.js';
import { checks, undecidable } from './registry.js';
import { at, coded, dokument, field, group, schema, text, withField } from './sample-xml.test-support.js';
import { samples } from './samples.test-support.js';

const codesIn = (xml: string, lists?: ResolvedCodelists): readonly string[] =>
  lint(readTextForLint(xml, 'a.xml'), lists).map(({ code }) => code);

const urn = 'urn:de:fim:codeliste:art';
const list = readCodelistText(
  `<CodeList xmlns="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><Identification><Version>1</Version><CanonicalUri>${urn}</CanonicalUri></Identification>
   <ColumnSet><Column Id="code"/><Column Id="name"/><Key><ColumnRef Ref="code"/></Key></ColumnSet>
   <SimpleCodeList>${['1', '2', '2'].map((code) => `<Row><Value><SimpleValue>${code}</SimpleValue></Value><Value><SimpleValue>Wert</SimpleValue></Value></Row>`).join('')}</SimpleCodeList></CodeList>`,
  'art.xml',
);
const atHand: ResolvedCodelists = new Map([[`${urn}_1`, { list, path: 'art.xml' }]]);
const ofList = (content: string, nameKey: string): string =>
  withField({
    feldart: coded('feldart', 'select'),
    inhalt: text('inhalt', content),
    codelisteReferenz: text('codelisteReferenz', text('canonicalIdentification', urn) + text('version', '1')),
    nameKey: text('nameKey', nameKey),
  });

describe('FIM quality checks', () => {
  test('each of the 142 official codes is implemented or said to be undecidable, never both', () => {
    expect(meldungen.size).toBe(142);
    expect([...checks.keys(), ...undecidable.keys()].sort()).toEqual([...meldungen.keys()].sort());
  });

  test('each implemented check has a sample', () => {
    const shown = new Set([...samples.map(([code]) => code), '1076', '1122']);
    expect([...checks.keys()].filter((code) => !shown.has(code))).toEqual([]);
  });

  test.each(samples)('%s reports what is wrong and lets pass what is right', (code, wrong, right) => {
    expect(codesIn(wrong)).toContain(code);
    expect(codesIn(right)).not.toContain(code);
  });

  test.each(['1076', '1122', '1045', '1093'])('%s looks into lists at hand', (code) => {
    expect(codesIn(ofList('Wert', 'label'), atHand)).toContain(code);
    expect(codesIn(ofList('Wert', 'label'))).not.toContain(code);
  });

  test.each(['1076', '1122'])('%s lets pass what the list has', (code) => {
    expect(codesIn(ofList('2', 'name'), atHand)).not.toContain(code);
  });

  test('nothing is found in a clean schema and a clean Dokumentsteckbrief', () => {
    expect(codesIn(schema())).toEqual([]);
    expect(codesIn(dokument())).toEqual([]);
  });
});

describe('a finding', () => {
  const xml = schema({}, [at(group({}, [at(field({ feldart: coded('feldart', 'text') })), at(group({ identifikation: '' }))]))]);

  test('names code, severity, place, element and a way out', () => {
    const [finding] = lint(readTextForLint(xml, 'a.xml')).filter(({ code }) => code === '1027');
    const lines = xml.split('\n');
    const line = lines.findIndex((one) => one.includes('<x:feldart><code>text')) + 1;
    expect(finding).toMatchObject({
      severity: 'FehlerKritisch',
      text: 'Es ist keine oder eine unbekannte Feldart angegeben.',
      message: '„text“ ist kein Wert für „Feldart“ in XDatenfelder 3.0.0.',
      fix: expect.stringContaining('input'),
      line,
      column: (lines[line - 1]?.indexOf('<code>') ?? 0) + 1,
      id: 'F05000000001',
      version: '1.0.0',
      path: 'G05000000001/F05000000001',
      times: 1,
    });
  });

  test('of an element without id shows where it would stand', () => {
    expect(lint(readTextForLint(xml, 'a.xml')).find(({ code }) => code === '1038')).toMatchObject({ id: '', path: 'G05000000001/?' });
  });

  test('that recurs with an element at several positions is one', () => {
    const twice = ['1', '2'].map((last) =>
      at(group({ identifikation: `<x:identifikation><x:id>G0500000000${last}</x:id></x:identifikation>` }, [at(field({ name: '' }))])),
    );
    const found = lint(readTextForLint(schema({}, twice), 'a.xml')).filter(({ code }) => code === '1002');
    expect(found.map(({ times, path }) => [times, path])).toEqual([[2, 'G05000000001/F05000000001']]);
  });

  test.each([
    ['<a/>', 'fim-not-xdatenfelder'],
    ['<a', 'fim-xml-invalid'],
    ['<x:xdatenfelder.uebersetzung.0106 xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_3.0.0"/>', 'fim-not-a-schema'],
  ])('%s is refused', (text, code) => {
    expect(() => readTextForLint(text, 'a.xml')).toThrow(expect.objectContaining({ code }));
  });
});

describe('damaged input', () => {
  const xml = samples.slice(0, 20).map(([, wrong]) => wrong);
  const names = [...new Set(xml.join('').match(/x:[a-zA-Z]+/g))];

  /** Findings or the error for people; nothing else may come out. */
  function survives(text: string): boolean {
    try {
      return codesIn(text).length >= 0;
    } catch (error) {
      if (error instanceof FimInputError) return true;
      throw error;
    }
  }

  test('is checked or refused when a piece is missing', () => {
    const piece = fc.tuple(fc.constantFrom(...xml), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(piece, ([text, a, b]) =>
        survives(text.slice(0, Math.min(a, b) * text.length) + text.slice(Math.max(a, b) * text.length)),
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  test('is checked or refused when elements have other names', () => {
    fc.assert(
      fc.property(fc.constantFrom(...xml), fc.constantFrom(...names), fc.constantFrom(...names, 'code'), (text, name, other) =>
        survives(text.replaceAll(new RegExp(`${name}(?=[ >/])`, 'g'), other)),
      ),
      { numRuns: 300, seed: 2 },
    );
  });
});
