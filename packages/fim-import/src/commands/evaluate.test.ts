import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { evaluate, type EvaluateOptions } from './evaluate.js';
import { explain } from './explain.js';

const folder = mkdtempSync(join(tmpdir(), 'fim-evaluate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const schema = join(folder, 'S05000000001.xml');
const rules = [
  'Wenn F05000000001 "Auswahl" = 001 "Verein", dann muss F05000000002 "Name" befüllt werden, sonst darf F05000000002 nicht angezeigt werden.',
  'Das Feld F05000000003 ist mit 002 vorzubefüllen und auszublenden.',
  'Für das Land NW gilt: Im Feld F05000000001 darf nur der Code 002 ausgewählt werden.',
  'Es muss mindestens eines der Felder F05000000002, F05000000004 befüllt sein.',
  'Unverständlich.',
];
const codes = { '001': 'Verein', '002': 'Person' };
writeFileSync(
  schema,
  schemaXml(
    [
      { id: 'F05000000001', name: 'Auswahl', codes },
      { id: 'F05000000002', name: 'Name', anzahl: '0:1', xml: '' },
      { id: 'F05000000003', codes },
      { id: 'F05000000004', datentyp: 'date', anzahl: '0:1' },
      {
        id: 'G05000000001',
        anzahl: '0:*',
        children: [
          { id: 'F05000000005', datentyp: 'bool' },
          { id: 'F05000000006', anzahl: '0:2' },
        ],
        rules: ['Wenn F05000000005 = Ja, dann muss F05000000006 befüllt werden.'],
      },
    ],
    rules,
  ),
);

const answersFile = join(folder, 'answers.json');
const printed: string[] = [];
jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
beforeEach(() => {
  printed.length = 0;
});

const options = (given: unknown, more: Partial<EvaluateOptions> = {}): EvaluateOptions => {
  writeFileSync(answersFile, JSON.stringify(given));
  return { codelists: [], json: true, today: '2026-06-15', answers: answersFile, ...more };
};

async function states(given: unknown, more: Partial<EvaluateOptions> = {}) {
  printed.length = 0;
  await evaluate(schema, options(given, more));
  return JSON.parse(printed.join('')) as {
    readonly elements: Readonly<Record<string, unknown>>;
    readonly violations: readonly unknown[];
    readonly openItems: readonly unknown[];
  };
}

describe('fim evaluate', () => {
  test('prints the state of every element by its path, what is broken, and what is open', async () => {
    const { elements, violations, openItems } = await states({ F05000000001: '002', G05000000001: [{ F05000000005: true }, {}] });
    expect(elements).toEqual({
      F05000000001: { relevant: true, required: true },
      F05000000002: { relevant: false, required: false },
      F05000000003: { relevant: false, required: false, value: '002' },
      F05000000004: { relevant: true, required: false },
      'G05000000001[0]': { relevant: true, required: false },
      'G05000000001[0]/F05000000005': { relevant: true, required: true },
      'G05000000001[0]/F05000000006[0]': { relevant: true, required: true },
      'G05000000001[1]': { relevant: true, required: false },
      'G05000000001[1]/F05000000005': { relevant: true, required: true },
      'G05000000001[1]/F05000000006[0]': { relevant: true, required: false },
    });
    expect(violations).toMatchObject([
      { rule: 'R05000010003', path: 'F05000000004', label: 'F05000000004', message: expect.stringContaining('mindestens eines') },
    ]);
    expect(openItems).toMatchObject([
      { severity: 'note', message: expect.stringContaining('--land') },
      { kind: 'rule', ruleId: 'R05000010004' },
    ]);
  });

  test('knows the Land', async () => {
    expect((await states({}, { land: 'NW' })).elements).toMatchObject({ F05000000001: { allowed: ['002'] } });
    expect((await states({}, { land: 'SN' })).elements).toMatchObject({ F05000000001: { relevant: true, required: true } });
  });

  test('takes values as they are handed over, and as a person types them', async () => {
    expect((await states({ F05000000004: '2026-01-31' })).violations).toEqual([]);
    expect((await states({ F05000000004: '31.01.2026' })).violations).toEqual([]);
  });

  test.each([
    ['no object', [1]],
    ['an unknown element', { F05000000099: 'x' }],
    ['a value of another kind', { F05000000004: 3 }],
    ['a date that does not exist', { F05000000004: '31.02.2026' }],
    ['one as it is handed over', { F05000000004: '2026-02-30' }],
  ])('refuses %s', async (_, given) => {
    await expect(evaluate(schema, options(given))).rejects.toMatchObject({ code: 'fim-answers-invalid' });
  });

  test('says where answers cease to be JSON', async () => {
    const given = options({});
    writeFileSync(answersFile, '{\n  "F05000000001": 001\n}');
    await expect(evaluate(schema, given)).rejects.toMatchObject({ code: 'fim-answers-invalid', file: answersFile, line: 2, column: 20 });
  });

  test('prints lines for people', async () => {
    await evaluate(schema, options({ F05000000001: '001' }, { json: false }));
    expect(printed).toContainEqual(expect.stringMatching(/^Pflicht {2}„Name“ +F05000000002$/));
    expect(printed).toContainEqual(expect.stringMatching(/^möglich {2}„G05000000001“ +G05000000001\[0\]$/));
    expect(printed).toContainEqual('möglich    „F05000000005“  G05000000001[0]/F05000000005');
    const text = printed.join('\n');
    expect(text).toMatch(/– +„F05000000003“ +F05000000003\n += 002 „Person“\n/);
    const columns = printed.filter((line) => /^(Pflicht|möglich|–)/.test(line)).map((line) => line.search(/[FG]\d{11}(\[|\/|$)/));
    expect(new Set(columns).size).toBe(1);
  });

  test('names the codes that rules leave, and what is broken, in words', async () => {
    await evaluate(schema, options({ F05000000001: '002' }, { json: false, land: 'NW' }));
    expect(printed.join('\n')).toMatch(/„Auswahl“ +F05000000001\n +nur 002 „Person“\n/);
    expect(printed).toContainEqual(
      expect.stringMatching(/^Verletzt {2}R05000010003 „.+“ {2}„F05000000004“ F05000000004 {2}.*mindestens eines/),
    );
  });
});

describe('fim explain', () => {
  test('says why an element is asked, with the rule and how it was understood', async () => {
    await explain(schema, 'F05000000002', options({ F05000000001: '001' }, { json: false }));
    const text = printed.join('\n');
    expect(text).toContain('Diese Frage wird mit diesen Antworten gestellt und muss beantwortet werden.');
    expect(text).toContain('Regel R05000010000, entscheidet gerade');
    expect(text).toContain('Wenn F05000000001 „Auswahl“ = "001", dann muss F05000000002 „Name“ befüllt werden.');
  });

  test('says what an element carries that is not asked', async () => {
    await explain(schema, 'F05000000003', options({}, { json: false }));
    expect(printed.join('\n')).toContain('nicht gestellt. Sie trägt den Wert „002“.');
  });

  test('finds an element by its id alone', async () => {
    await explain(schema, 'F05000000006', options({}, { json: false }));
    expect(printed[0]).toContain('G05000000001/F05000000006');
  });

  test('at the place that a note names: the rule that stands there, about what it decides, and the note', async () => {
    const contradicting = join(folder, 'contradicting.xml');
    writeFileSync(
      contradicting,
      schemaXml([
        {
          id: 'G05000000001',
          children: [
            { id: 'F05000000001', datentyp: 'bool' },
            { id: 'F05000000002', anzahl: '0:1' },
          ],
          rules: ['Wenn F05000000001 = Ja, dann zeige F05000000002 an, bei <> Nein blende F05000000002 aus.'],
        },
      ]),
    );
    await evaluate(contradicting, { codelists: [], json: false, today: '2026-06-15' });
    const path = printed.flatMap((line) => /:\d+ (\S+) .*widerspricht sich/.exec(line)?.[1] ?? []);
    expect(path).toEqual(['G05000000001']);
    for (const named of ['G05000000001', 'F05000000002']) {
      printed.length = 0;
      await explain(contradicting, named, { codelists: [], json: false, today: '2026-06-15' });
      const text = printed.join('\n');
      expect([named, text]).toEqual([named, expect.stringContaining('R05000010000')]);
      expect([named, text]).toEqual([named, expect.stringContaining('G05000000001/F05000000002')]);
      expect([named, text]).toEqual([named, expect.stringContaining('widerspricht sich')]);
    }
  });

  test('names a path that is not there', async () => {
    await expect(explain(schema, 'F1', options({}))).rejects.toMatchObject({ code: 'fim-path-unknown' });
  });
});
