import { describe, expect, test } from '@jest/globals';
import type { Given } from '../xdatenfelder/schema-xml.test-support.js';
import { compareForms } from './compare-forms.js';
import { compareGiven, kinds, said, sideOf } from './compare.test-support.js';

const [F1, F2, F3, G1, G2] = ['F05000000001', 'F05000000002', 'F05000000003', 'G05000000001', 'G05000000002'] as const;

const hund: Given = { id: F1, label: 'Name des Hundes' };
const halter = (...children: Given[]): Given => ({ id: G1, label: 'Halter', children });
const bezug = (text: string): string => `<xdf3:bezug>${text}</xdf3:bezug>`;

/** A field with XML of its own before the label. */
const withXml =
  (xml: string): ((text: string) => string) =>
  (text) =>
    text.replace('<xdf3:bezeichnungEingabe>', `${xml}<xdf3:bezeichnungEingabe>`);

describe('what becomes of elements', () => {
  test('two that say the same differ in nothing', () => {
    expect(compareGiven([hund, halter({ id: F2 })], [hund, halter({ id: F2 })])).toEqual({
      changes: [],
      draft: { lost: [], toAnswer: [], toCheck: [], ruledAnew: [] },
      arrives: { added: [], removed: [] },
    });
  });

  test('added and removed: a group is one change, and says how many fields it brings', () => {
    const found = compareGiven([hund, halter({ id: F2 })], [hund, { id: G2, label: 'Hund', children: [{ id: F3, label: 'Rasse' }] }]);
    expect(said(found, 'removed')).toEqual(['„Halter“ (mit 1 Feld) entfällt; es war eine Gruppe.']);
    expect(said(found, 'added')).toEqual(['„Hund“ (mit 1 Feld) kommt hinzu: eine Gruppe, Pflicht.']);
    expect(found.arrives).toEqual({ added: ['„Rasse“ in „Hund“'], removed: [`„${F2}“ in „Halter“`] });
  });

  test('moved: the id stands once, in another group', () => {
    const found = compareGiven([hund, halter({ id: F2 })], [halter({ id: F2 }, hund)]);
    expect(said(found, 'moved')).toEqual(['„Name des Hundes“ steht jetzt in „Halter“, bisher auf der obersten Ebene.']);
    expect(found.changes[0]?.places).toEqual([{ before: F1, after: `${G1}/${F1}` }]);
    expect(kinds(found)).not.toContain('removed');
  });

  test('an id that stands at several places has not moved from one to another', () => {
    const found = compareGiven([hund, halter(hund)], [halter(hund), { id: G2, label: 'Hund', children: [hund] }]);
    expect(kinds(found)).toEqual(['removed', 'added']);
  });

  test('replaced: another id with the same label in its place; what is inside has stayed', () => {
    const found = compareGiven([halter({ id: F2 })], [{ ...halter({ id: F2 }), id: G2 }]);
    expect(said(found, 'replaced')).toEqual([`„Halter“ ist jetzt ein anderes Element: ${G2} statt ${G1}.`]);
    expect(kinds(found)).toEqual(['replaced']);
  });

  test('order', () => {
    expect(said(compareGiven([halter({ id: F2 }, { id: F3 })], [halter({ id: F3 }, { id: F2 })]), 'order')).toEqual([
      'In „Halter“ kommen die Fragen in anderer Reihenfolge.',
    ]);
    expect(kinds(compareGiven([hund, { id: F2 }], [{ id: F3 }, hund, { id: F2 }]))).toEqual(['added']);
  });
});

describe('what an element says', () => {
  const between = (old: Partial<Given>, now: Partial<Given>) => compareGiven([{ ...hund, ...old }], [{ ...hund, ...now }]);

  test('renamed', () => {
    expect(said(between({}, { label: 'Rufname' }), 'renamed')).toEqual(['„Name des Hundes“ heißt jetzt „Rufname“.']);
  });

  test('retyped', () => {
    expect(said(between({}, { datentyp: 'date' }), 'retyped')).toEqual(['„Name des Hundes“ ist jetzt ein Datum, bisher ein Text.']);
    expect(said(between({}, { feldart: 'label', xml: '<xdf3:inhalt>x</xdf3:inhalt>' }), 'retyped')).toEqual([
      '„Name des Hundes“ ist jetzt ein Hinweis, bisher ein Text.',
    ]);
  });

  test.each([
    ['0:1', '1:1', 'ist jetzt Pflicht, solange keine Regel es ausblendet (1:1 statt 0:1).'],
    ['1:1', '0:1', 'ist nur noch Pflicht, wenn eine Regel es verlangt (0:1 statt 1:1).'],
    ['1:1', '1:*', 'darf jetzt beliebig oft angegeben werden (1:* statt 1:1).'],
    ['0:*', '1:3', 'ist jetzt Pflicht, solange keine Regel es ausblendet und darf nur noch 3-mal angegeben werden (1:3 statt 0:*).'],
    ['1:5', '2:5', 'muss jetzt mindestens 2-mal angegeben werden (2:5 statt 1:5).'],
    ['2:5', '1:5', 'muss nur noch einmal angegeben werden (1:5 statt 2:5).'],
    ['1:5', '1:1', 'darf nur noch einmal angegeben werden (1:1 statt 1:5).'],
    ['1:2', '1:5', 'darf jetzt bis zu 5-mal angegeben werden (1:5 statt 1:2).'],
  ])('cardinality %s → %s', (old, now, sentence) => {
    expect(said(between({ anzahl: old }, { anzahl: now }), 'cardinality')).toEqual([`„Name des Hundes“ ${sentence}`]);
  });

  test('codes added, removed, relabelled', () => {
    const found = between({ codes: { 1: 'Rüde', 2: 'Hündin', 3: 'weiß nicht' } }, { codes: { 1: 'Rüde', 2: 'weiblich', 4: 'unbekannt' } });
    expect(said(found, 'codes')).toEqual([
      '„Name des Hundes“: 1 Möglichkeit entfällt: „weiß nicht“ (3); 1 Möglichkeit kommt hinzu: „unbekannt“ (4); 1 Möglichkeit heißt anders: 2 „weiblich“ statt „Hündin“.',
    ]);
  });

  test('help texts and order of codes', () => {
    const werte = (...codes: readonly (readonly [string, string])[]): Partial<Given> => ({
      feldart: 'select',
      xml: `<xdf3:werte>${codes.map(([code, hilfe]) => `<xdf3:wert><xdf3:code>${code}</xdf3:code><xdf3:name>Name ${code}</xdf3:name><xdf3:hilfe>${hilfe}</xdf3:hilfe></xdf3:wert>`).join('')}</xdf3:werte>`,
    });
    expect(said(between(werte(['1', 'a'], ['2', 'b']), werte(['1', 'a'], ['2', 'c'])), 'codes')).toEqual([
      '„Name des Hundes“: 1 Möglichkeit hat einen anderen Hilfetext: „Name 2“ (2).',
    ]);
    expect(said(between(werte(['1', 'a'], ['2', 'b']), werte(['2', 'b'], ['1', 'a'])), 'codes')).toEqual([
      '„Name des Hundes“: die Möglichkeiten stehen in anderer Reihenfolge.',
    ]);
  });

  test('a list that is at hand on one side only', () => {
    const reference =
      '<xdf3:codelisteReferenz><xdf3:canonicalIdentification>urn:art</xdf3:canonicalIdentification></xdf3:codelisteReferenz>';
    const found = between({ feldart: 'select', xml: reference }, { codes: { 1: 'Rüde' } });
    expect(kinds(found)).toEqual(['code-list']);
    expect(said(found, 'code-list')[0]).toContain('nur zum alten Schema nicht vor');
  });

  test.each([
    ['maxLength="50"', 'maxLength="20"', 'jetzt höchstens 20 Zeichen, bisher höchstens 50 Zeichen.', true],
    ['maxLength="20"', '', 'jetzt ohne Grenze, bisher höchstens 20 Zeichen.', false],
    ['maxLength="1000"', 'maxLength="2000"', 'jetzt höchstens 2.000 Zeichen, bisher höchstens 1.000 Zeichen.', false],
    ['', 'minLength="2"', 'jetzt mindestens 2 Zeichen, bisher ohne Grenze.', true],
    ['pattern="[0-9]{3}"', 'pattern="[0-9]{4}"', 'jetzt Muster „[0-9]{4}“, bisher Muster „[0-9]{3}“.', true],
  ])('bounds %s → %s', (old, now, sentence, stricter) => {
    const bounds = (attributes: string): string => `<xdf3:praezisierung ${attributes}/>`;
    const found = between({ xml: bounds(old) }, { xml: bounds(now) });
    expect(said(found, 'bounds')).toEqual([`„Name des Hundes“: ${sentence}`]);
    expect(found.draft.toCheck.map(({ path }) => path)).toEqual(stricter ? [F1] : []);
  });

  test('bounds of numbers and of files', () => {
    const number = (bounds: string): Partial<Given> => ({ datentyp: 'num_int', xml: `<xdf3:praezisierung ${bounds}/>` });
    expect(said(between(number('minValue="1" maxValue="10"'), number('minValue="0" maxValue="12"')), 'bounds')).toEqual([
      '„Name des Hundes“: jetzt mindestens 0, bisher mindestens 1.',
      '„Name des Hundes“: jetzt höchstens 12, bisher höchstens 10.',
    ]);
    const file = (xml: string): Partial<Given> => ({ datentyp: 'file', xml });
    const found = between(
      file(
        '<xdf3:maxSize>20000000</xdf3:maxSize><xdf3:mediaType>application/pdf</xdf3:mediaType><xdf3:mediaType>image/png</xdf3:mediaType>',
      ),
      file('<xdf3:maxSize>10000000</xdf3:maxSize><xdf3:mediaType>application/pdf</xdf3:mediaType>'),
    );
    expect(said(found, 'bounds')).toEqual([
      '„Name des Hundes“: jetzt Dateien bis 10 MB, bisher Dateien bis 20 MB.',
      '„Name des Hundes“: erlaubte Dateiformate sind jetzt PDF, bisher PDF, PNG.',
    ]);
  });

  test('what a field starts with', () => {
    const inhalt = (text: string): Partial<Given> => ({ xml: `<xdf3:inhalt>${text}</xdf3:inhalt>` });
    expect(said(between({}, inhalt('Bello')), 'behaviour')).toEqual(['„Name des Hundes“ beginnt jetzt mit „Bello“, bisher mit leer.']);
    expect(said(between(inhalt('Bello'), { ...inhalt('Bello'), feldart: 'locked' }), 'behaviour')).toEqual([
      '„Name des Hundes“ kann nicht mehr geändert werden.',
    ]);
    expect(said(between(inhalt('Bello'), { ...inhalt('Bello'), feldart: 'hidden' }), 'behaviour')).toEqual([
      '„Name des Hundes“ wird nicht mehr gezeigt.',
    ]);
  });

  test('a long text is shown where it differs', () => {
    const note = (end: string): Partial<Given> => ({
      feldart: 'label',
      xml: `<xdf3:inhalt>${'Lange Vorrede. '.repeat(30)}Kosten: ${end}.</xdf3:inhalt>`,
    });
    const [sentence = ''] = said(between(note('10 Euro'), note('12 Euro')), 'text');
    expect(sentence).toMatch(/jetzt „… .{10,60}Kosten: 12 Euro\.“, bisher „… .{10,60}Kosten: 10 Euro\.“\.$/);
  });

  test('texts of notes', () => {
    const note = (text: string): Partial<Given> => ({ feldart: 'label', xml: `<xdf3:inhalt>${text}</xdf3:inhalt>` });
    expect(said(between(note('Kostet 10 €.'), note('Kostet 12 €.')), 'text')).toEqual([
      'Der Hinweis „Name des Hundes“ lautet jetzt „Kostet 12 €.“, bisher „Kostet 10 €.“.',
    ]);
  });

  test('help texts, output labels and versions', () => {
    const side = (help: string, output: string): ReturnType<typeof sideOf> =>
      sideOf(
        [hund],
        [],
        withXml(`<xdf3:hilfetextEingabe>${help}</xdf3:hilfetextEingabe><xdf3:bezeichnungAusgabe>${output}</xdf3:bezeichnungAusgabe>`),
      );
    const found = compareForms(side('Wie er gerufen wird.', 'Name'), side('Wie er heißt.', 'Rufname'));
    expect(said(found, 'text')).toEqual([
      '„Name des Hundes“: Der Hilfetext lautet jetzt „Wie er heißt.“, bisher „Wie er gerufen wird.“.',
      '„Name des Hundes“: Die Bezeichnung in Ausdrucken lautet jetzt „Rufname“, bisher „Name“.',
    ]);
    expect(said(between({}, { version: '1.1.0' }), 'version')).toEqual([`„Name des Hundes“ (${F1}) hat die Version 1.1.0 statt 1.0.0.`]);
  });

  test('where a norm can be read is no other norm; version 2 has the address in its text', () => {
    const side = (xml: string): ReturnType<typeof sideOf> =>
      sideOf([hund], [], (text) => text.replace('<xdf3:bezeichnungEingabe>', `${xml}<xdf3:bezeichnungEingabe>`));
    const linked = (address: string): string => `<xdf3:bezug link="${address}">§ 1 HundStG</xdf3:bezug>`;
    const norms = (old: string, now: string): readonly string[] => said(compareForms(side(old), side(now)), 'legal-basis');
    expect(norms(linked('https://a.de/1'), bezug('§ 1 HundStG (https://a.de/1)'))).toEqual([]);
    expect(norms(linked('https://a.de/1'), bezug('§ 1 HundStG'))).toEqual([]);
    expect(norms(linked('https://a.de/1'), linked('https://a.de/2'))).toEqual([
      '„Name des Hundes“: die Adresse von „§ 1 HundStG“ ist jetzt https://a.de/2.',
    ]);
  });

  test('legal bases of elements and of the schema', () => {
    const side = (norm: string): ReturnType<typeof sideOf> =>
      sideOf([hund], [], (xml) => xml.replaceAll('<xdf3:name>', `${bezug(norm)}<xdf3:name>`));
    expect(said(compareForms(side('§ 1 HundStG'), side('§ 2 HundStG')), 'legal-basis')).toEqual([
      'Das Schema: Handlungsgrundlage neu „§ 2 HundStG“, entfallen „§ 1 HundStG“.',
      '„Name des Hundes“: Handlungsgrundlage neu „§ 2 HundStG“, entfallen „§ 1 HundStG“.',
    ]);
    expect(kinds(compareForms(side('§ 1 A; § 2 B'), side('§ 1 A; § 2 B')))).toEqual([]);
  });

  test('prefilled values', () => {
    const found = between({}, { xml: '<xdf3:inhalt>Bello</xdf3:inhalt>' });
    expect(said(found, 'behaviour')).toEqual(['„Name des Hundes“ beginnt jetzt mit „Bello“, bisher mit leer.']);
  });

  test('the same change at several places is one', () => {
    const at = (label: string): readonly Given[] => [halter({ ...hund, label }), { id: G2, label: 'Hund', children: [{ ...hund, label }] }];
    const found = compareGiven(at('Name'), at('Rufname'));
    expect(found.changes).toHaveLength(1);
    expect(found.changes[0]?.places).toHaveLength(2);
  });
});
