import { describe, expect, test } from '@jest/globals';
import { compileFim } from '../compile/compile-fim.js';
import { type Given, readGiven } from '../xdatenfelder/schema-xml.test-support.js';
import type { Condition, OpenItem, Statement } from '@serviceportal/form-engine';

const truth: Given = { id: 'F05000000001', name: 'Abfrage (Kurz)', datentyp: 'bool' };
const choice: Given = { id: 'F05000000002', name: 'Ort', codes: { '001': 'in Deutschland', '002': 'außerhalb', '003': 'AG & Co. KG' } };
const text: Given = { id: 'F05000000003', name: 'Telefon' };
const number: Given = { id: 'F05000000004', name: 'Anzahl', datentyp: 'num_int' };
const group: Given = { id: 'G05000000001', name: 'Anschrift', anzahl: '0:1', children: [{ id: 'F05000000005', name: 'Straße' }] };
const other: Given = { id: 'G05000000002', name: 'Postfach', anzahl: '0:1', children: [{ id: 'F05000000006' }] };
const note: Given = { id: 'F05000000007', name: 'Hinweis', feldart: 'label' };
const entries: Given = { id: 'G05000000003', anzahl: '0:*', children: [{ id: 'F05000000008', datentyp: 'bool' }] };

function compile(rule: string): { readonly statements: readonly Statement[]; readonly openItems: readonly OpenItem[] } {
  const { form, openItems } = compileFim(
    readGiven([truth, choice, text, number, group, other, note, entries], [rule]),
    new Map(),
    'schema.xml',
  );
  return { statements: form.rules.flatMap(({ statements }) => statements), openItems };
}

const field = (digit: number) => ({ identifier: `self.F0500000000${digit}` });
const g1 = 'self.G05000000001';
const is = (digit: number, value: string | number | boolean): Condition => ({ equal: [field(digit), value] });
const isNot = (digit: number, value: string | number | boolean): Condition => ({ not_equal: [field(digit), value] });

describe('a rule is understood', () => {
  test.each<[string, readonly Statement[]]>([
    [
      'Wenn das Feld F05000000002 "Ort" = 001 "in Deutschland", dann muss die Feldgruppe G05000000001 "Anschrift" befüllt sein. Wenn das Feld F05000000002 "Ort" <> 001 "in Deutschland", dann darf die Feldgruppe G05000000001 "Anschrift" nicht befüllt sein.',
      [
        { effect: 'require', target: g1, condition: is(2, '001') },
        { effect: 'forbid', target: g1, condition: isNot(2, '001') },
      ],
    ],
    [
      'WENN F05000000001 Abfrage (Kurz) = FALSCH, DANN zeige als Pflicht G05000000001 Anschrift an, SONST zeige G05000000001 Anschrift nicht an.',
      [
        { effect: 'activate', target: g1, condition: is(1, false) },
        { effect: 'require', target: g1, condition: is(1, false) },
        { effect: 'forbid', target: g1, condition: { not: is(1, false) } },
      ],
    ],
    [
      'WENN F05000000001 = JA, DANN aktiviere G05000000001. \n\nWENN F05000000001 = NEIN, DANN deaktiviere G05000000001.',
      [
        { effect: 'activate', target: g1, condition: is(1, true) },
        { effect: 'forbid', target: g1, condition: is(1, false) },
      ],
    ],
    [
      'Wenn F05000000002 === "AG & Co. KG", dann zeige G05000000001 an, wenn F05000000002 !== "AG & Co. KG", dann blende G05000000001 aus',
      [
        { effect: 'activate', target: g1, condition: is(2, '003') },
        { effect: 'forbid', target: g1, condition: isNot(2, '003') },
      ],
    ],
    [
      'Wenn F05000000002 = 001 ODER = 003 "AG & Co. KG", dann muss Feld F05000000003 "Telefon" befüllt werden.',
      [{ effect: 'require', target: field(3).identifier, condition: { or: [is(2, '001'), is(2, '003')] } }],
    ],
    [
      'Wenn F05000000002 <> (001 UND 002), dann muss F05000000003 befüllt werden.',
      [{ effect: 'require', target: field(3).identifier, condition: { and: [isNot(2, '001'), isNot(2, '002')] } }],
    ],
    [
      'Wenn F05000000001 = ja UND F05000000002 = 001, dann muss F05000000003 befüllt werden.',
      [{ effect: 'require', target: field(3).identifier, condition: { and: [is(1, true), is(2, '001')] } }],
    ],
    [
      'Wenn F05000000003 "Telefon" nicht leer, dann darf F05000000004 "Anzahl" nicht leer sein.',
      [{ effect: 'require', target: field(4).identifier, condition: { not: { is_empty: field(3) } } }],
    ],
    [
      'Wenn F05000000004 > 3, dann ist F05000000003 als Pflichtfeld anzuzeigen',
      [
        { effect: 'activate', target: field(3).identifier, condition: { greater: [field(4), 3] } },
        { effect: 'require', target: field(3).identifier, condition: { greater: [field(4), 3] } },
      ],
    ],
    [
      'Für die Länder NW, SL gilt: Das Datenfeld F05000000003 muss befüllt werden. Für alle anderen Länder gilt: Das Datenfeld F05000000003 darf nicht angezeigt werden.',
      [
        { effect: 'require', target: field(3).identifier, condition: { land: ['NW', 'SL'] } },
        { effect: 'forbid', target: field(3).identifier, condition: { not: { land: ['NW', 'SL'] } } },
      ],
    ],
    [
      'Wenn F05000000001 = "Ja", dann zeige F05000000007 Hinweis als Pflicht an.',
      [{ effect: 'activate', target: field(7).identifier, condition: is(1, true) }],
    ],
    [
      // The only element with that id further below.
      'Wenn F05000000001 = wahr, dann muss F05000000005 befüllt werden.',
      [{ effect: 'require', target: `${g1}.F05000000005`, condition: is(1, true) }],
    ],
    [
      'Wenn im Datenfeld F05000000002 der Wert 002 angegeben wurde, dann soll G05000000001 zum Pflichtfeld werden.',
      [{ effect: 'require', target: g1, condition: is(2, '002') }],
    ],
    [
      'Wenn bei F05000000002 "002 außerhalb" angegeben wird, dann wird G05000000001 eine Pflichtangabe.',
      [{ effect: 'require', target: g1, condition: is(2, '002') }],
    ],
  ])('%s', (rule, expected) => {
    const { statements, openItems } = compile(rule);
    expect(openItems).toEqual([]);
    expect(statements).toEqual(expected);
  });

  test('entweder – oder, mindestens eines', () => {
    const filled = (identifier: string): Condition => ({ not: { is_empty: { identifier } } });
    expect(
      compile('Es muss entweder Feldgruppe G05000000001 "Anschrift" oder Feldgruppe G05000000002 "Postfach" befüllt werden.').statements,
    ).toEqual([
      {
        effect: 'valid',
        condition: { xor: [filled(g1), filled('self.G05000000002')] },
        message: 'Bitte füllen Sie nur eines davon aus: „Anschrift“ oder „Postfach“.',
      },
    ]);
    expect(compile('Es muss mindestens eines der Felder F05000000003 "Telefon", F05000000004 befüllt sein.').statements).toMatchObject([
      { effect: 'valid', condition: { or: [filled(field(3).identifier), filled(field(4).identifier)] } },
    ]);
  });

  test('a value that is given makes the field hidden', () => {
    const rule = 'Das Feld F05000000002 "Ort" ist mit 002 "außerhalb" vorzubefüllen und in der Antragsstrecke auszublenden.';
    const { form, openItems } = compileFim(readGiven([choice], [rule]), new Map(), 'schema.xml');
    expect(openItems).toEqual([]);
    expect(form.rules[0]?.statements).toEqual([
      { effect: 'prefill', target: 'self.F05000000002', condition: true, value: '002' },
      { effect: 'forbid', target: 'self.F05000000002', condition: true },
    ]);
  });
});

describe('a rule is left as an open item', () => {
  test.each([
    ['an id that is not there', 'Wenn F05000000099 = Ja, dann muss F05000000003 befüllt werden.', 'F05000000099'],
    ['a code that is not in the list', 'Wenn F05000000002 = 77, dann muss F05000000003 befüllt werden.', '77, dann'],
    ['the label of another code', 'Wenn F05000000002 = 001 "außerhalb", dann muss F05000000003 befüllt werden.', '"außerhalb"'],
    ['a value of no known kind', 'Wenn F05000000003 = 18 Jahre, dann muss G05000000001 befüllt werden.', '18 Jahre'],
    ['an unknown effect', 'Wenn F05000000001 = Ja, dann tanze F05000000003.', 'tanze'],
    ['a rest that is not understood', 'Wenn F05000000001 = Ja, dann zeige F05000000003 an. Außer sonntags.', 'Außer sonntags'],
    [
      'UND and ODER without brackets',
      'Wenn F05000000001 = Ja UND F05000000004 > 1 ODER F05000000004 < 9, dann zeige F05000000003 an.',
      ', dann',
    ],
    ['two codes at once', 'Wenn F05000000002 = 001 UND 002, dann zeige F05000000003 an.', ', dann'],
    ['no rule at all', 'Bitte beachten.', 'beachten'],
  ])('%s', (_, rule, from) => {
    const { statements, openItems } = compile(rule);
    expect(statements).toEqual([]);
    expect(openItems[0]).toMatchObject({ kind: 'rule', source: rule, ruleId: 'R05000010000', line: 4 });
    expect(openItems[0]?.message).toContain(`(ab „${from}`);
  });

  test('with the place where understanding ended, escapes in the file counted', () => {
    const before = 'Wenn F05000000002 <> 001, dann ';
    const begin = compile('Tanze.').openItems[0]?.column ?? 0;
    expect(compile(`${before}tanze F05000000003.`).openItems[0]?.column).toBe(begin + before.length + '&lt;&gt;'.length - 2);
  });

  test('that does not say which entry it means', () => {
    const rule = 'Wenn G05000000003.F05000000008 = Ja, dann muss F05000000003 befüllt werden.';
    expect(compile(rule).openItems[0]?.message).toContain('mehrere');
  });
});

test('a calendar date of three fields must exist', () => {
  const fields: readonly Given[] = [
    { id: 'F05000000001', name: 'Tag', datentyp: 'num_int', xml: '<xdf3:praezisierung minValue="1" maxValue="31"/>' },
    { id: 'F05000000002', name: 'Monat', datentyp: 'num_int', xml: '<xdf3:praezisierung minValue="1" maxValue="12"/>' },
    { id: 'F05000000003', name: 'Jahr', datentyp: 'num_int', xml: '<xdf3:praezisierung minValue="1999" maxValue="2004"/>' },
  ];
  const rule =
    'Wenn alle drei Felder F05000000001 "Tag", F05000000002 "Monat" und F05000000003 "Jahr" befüllt sind, muss die Validität des sich ergebenden Kalenderdatums sichergestellt werden. D.h. es muss z.B. 30.02.2019 oder der 31.11.1968 verhindert werden, da diese keine korrekten Datumsangaben sind.';
  const { form, openItems } = compileFim(readGiven(fields, [rule]), new Map(), 'schema.xml');
  expect(openItems).toEqual([]);
  expect(form.rules[0]?.statements).toMatchObject([
    { effect: 'valid', condition: { valid_date: { day: 'self.F05000000001', month: 'self.F05000000002', year: 'self.F05000000003' } } },
  ]);
});

describe('a rule is understood with a note', () => {
  test.each<[string, string, string, readonly Statement[]]>([
    [
      'a missing quotation mark',
      'Wenn F05000000002 <> "in Deutschland zeige F05000000003 an.',
      'Anführungszeichen',
      [{ effect: 'activate', target: field(3).identifier, condition: isNot(2, '001') }],
    ],
    [
      'a code without its zeros',
      'Wenn F05000000002 = 1, dann zeige F05000000003 an.',
      '„001“',
      [{ effect: 'activate', target: field(3).identifier, condition: is(2, '001') }],
    ],
    [
      'an id that lost a digit',
      'Wenn F0500000002 = 001, dann zeige F05000000003 an.',
      '„F0500000002“ gibt es nicht',
      [{ effect: 'activate', target: field(3).identifier, condition: is(2, '001') }],
    ],
    [
      'an id of another element whose label fits',
      'Wenn F05000000012 "Ort" = 001, dann zeige F05000000003 an.',
      '„F05000000012“ gibt es nicht',
      [{ effect: 'activate', target: field(3).identifier, condition: is(2, '001') }],
    ],
    [
      'a contradiction: what hides is limited to where nothing asks',
      'Wenn F05000000001 = "Ja", dann zeige G05000000001, bei <> "Nein" blende G05000000001 aus.',
      'widerspricht sich',
      [
        { effect: 'activate', target: g1, condition: is(1, true) },
        { effect: 'forbid', target: g1, condition: { and: [isNot(1, false), { not: is(1, true) }] } },
      ],
    ],
  ])('%s', (_, rule, message, expected) => {
    const { statements, openItems } = compile(rule);
    expect(statements).toEqual(expected);
    expect(openItems.map(({ severity }) => severity)).toEqual(['note']);
    expect(openItems[0]?.message).toContain(message);
  });

  test('both branches with one condition: neither is used', () => {
    const rule =
      'Wenn F05000000002 = 002, dann muss F05000000003 befüllt werden. Wenn F05000000002 = 002, dann darf F05000000003 nicht befüllt werden.';
    expect(compile(rule)).toMatchObject({ statements: [], openItems: [{ severity: 'note' }] });
  });
});

describe('a sentence that is not understood', () => {
  const known = 'Wenn F05000000001 = Ja, dann muss F05000000003 befüllt werden. ';
  test('leaves those about other elements in force', () => {
    const { statements, openItems } = compile(`${known}Wenn F05000000001 = Nein, dann tanze F05000000004.`);
    expect(statements).toEqual([{ effect: 'require', target: field(3).identifier, condition: is(1, true) }]);
    expect(openItems).toMatchObject([{ message: expect.stringContaining('nur zum Teil') }]);
  });

  test.each([
    ['one about the same element', 'Wenn F05000000001 = Nein, dann tanze F05000000003.'],
    ['one about no element at all', 'Außer sonntags.'],
    ['one about an element that is not there', 'Wenn F05000000099 = 1, dann tanze.'],
  ])('takes others with it: %s', (_, sentence) => {
    expect(compile(known + sentence).statements).toEqual([]);
  });
});
