import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { compile } from './commands/compile.js';
import { convert } from './commands/convert.js';
import { evaluate } from './commands/evaluate.js';
import { explain } from './commands/explain.js';
import { inspect } from './commands/inspect.js';
import { pack } from './commands/pack.js';
import { runCommand } from './commands/run-command.js';
import { type Language, speak } from './language.js';
import { type Given, schemaXml } from './xdatenfelder/schema-xml.test-support.js';

const folder = mkdtempSync(join(tmpdir(), 'fim-english-'));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true }));

const printed: string[] = [];
beforeAll(() => {
  for (const way of ['log', 'error'] as const) jest.spyOn(console, way).mockImplementation((line: string) => void printed.push(line));
});
beforeEach(() => void (printed.length = 0));
afterEach(() => {
  speak('de');
  process.exitCode = 0;
});

async function printedIn(language: Language, command: () => Promise<void>): Promise<string> {
  speak(language);
  printed.length = 0;
  await runCommand(false, command);
  return printed.join('\n').replaceAll(folder, '');
}

/** German words that stand in nearly every German sentence. */
const german = /\b(?:der|die|das|den|dem|und|oder|ist|sind|nicht|eine?[nmrs]?|kein\w*|wird|werden|mit|Sie|zu|bei|Feld|Regel)\b|[äöüßÄÖÜ„]/g;

/** What the schema itself says stands in quotation marks; a rule is printed in the language of rules. */
const foreign = (text: string): readonly string[] =>
  text
    .replace(/^ *Understood as: .*$/gm, '')
    .replace(/“[^“”]*”/g, '')
    .match(german) ?? [];

const bounds = (attributes: string): string => `<xdf3:praezisierung ${attributes}/>`;
const troubled: readonly Given[] = [
  { id: 'F05000000001', label: 'A', feldart: 'select' },
  { id: 'F05000000002', label: 'B', xml: bounds('minLength="9" maxLength="1"') },
  { id: 'F05000000003', label: 'C', xml: bounds('pattern="(a|a)*b"') },
  { id: 'F05000000004', label: 'D', xml: bounds('pattern="[" minLength="x"') },
  { id: 'F05000000005', label: 'E', datentyp: 'num_int', xml: '<xdf3:inhalt>x</xdf3:inhalt>' },
  { id: 'F05000000006', label: 'F', feldart: 'hidden' },
  { id: 'F05000000007', label: 'G', feldart: 'locked' },
  { id: 'F05000000008', label: 'H', datentyp: 'file', xml: '<xdf3:maxSize>x</xdf3:maxSize><xdf3:mediaType>x</xdf3:mediaType>' },
  { id: 'F05000000009', label: 'I', datentyp: 'blau' },
  { id: 'F05000000010', label: 'J', anzahl: '0:0' },
  { id: 'F05000000011', label: 'K', anzahl: '3:2' },
  { id: 'G05000000001', label: 'L', children: [] },
  { id: 'F05000000001', label: 'A', feldart: 'select' },
];
const schema = file('schema.xml', schemaXml(troubled, ['Blau.', 'Wenn F05000000002 = 1, dann zeige F05000000003 an.', '']));
const v2 = schemaXml([{ id: 'F05000000001', feldart: 'locked', codes: { 1: 'x' }, xml: bounds('maxLength="3"') }]);
const converted = file('convert.xml', v2);
const answers = file('answers.json', '{"F05000000099": 1}');
const evaluated = { codelists: [], json: false, today: '2026-01-01' };
const xml = (text: string): string => `<?xml version="1.0"?>${text}`;
const namespace = 'urn:xoev-de:fim:standard:xdatenfelder_3.0.0';

const commands: Readonly<Record<string, () => Promise<void>>> = {
  'inspect of a schema with trouble': () => inspect(schema, { codelists: [], json: false }),
  'evaluate without answers': () => evaluate(schema, evaluated),
  'evaluate with answers that do not fit': () => evaluate(schema, { ...evaluated, answers }),
  'evaluate with answers that are no JSON': () => evaluate(schema, { ...evaluated, answers: schema }),
  'explain of a field with a rule': () => explain(schema, 'F05000000003', evaluated),
  'explain of a field without': () => explain(schema, 'F05000000002', evaluated),
  'explain of a path that is not there': () => explain(schema, 'F1', evaluated),
  compile: () => compile(schema, { out: join(folder, 'out'), codelists: [], json: false }),
  'compile into a folder that is something else': () => compile(schema, { out: folder, codelists: [], json: false }),
  'convert with losses': () =>
    convert(converted, { to: '2', out: join(folder, 'x', 'v2.xml'), codelists: [], relations: false, json: false }),
  'pack of a folder that is none': () => pack([folder], { out: join(folder, 'a.json'), json: false }),
  'pack of two folders into a file': () => pack([folder, folder], { out: join(folder, 'a.json'), json: false }),
  'code lists in a folder that is not there': () =>
    inspect(
      file(
        'list.xml',
        schemaXml([
          {
            id: 'F05000000001',
            feldart: 'select',
            xml: '<xdf3:codelisteReferenz><xdf3:canonicalIdentification>urn:a</xdf3:canonicalIdentification></xdf3:codelisteReferenz>',
          },
        ]),
      ),
      { codelists: [join(folder, 'nothing')], json: false },
    ),
};

const broken: Readonly<Record<string, string>> = {
  empty: '',
  'not XML': 'Guten Tag',
  truncated: schemaXml(troubled).slice(0, 900),
  'with a DOCTYPE': xml('<!DOCTYPE a><a/>'),
  'not XDatenfelder': xml('<a/>'),
  'XDatenfelder of another version': xml('<a xmlns="urn:xoev-de:fim:standard:xdatenfelder_9"/>'),
  'another message': xml(`<xdatenfelder.codeliste.0105 xmlns="${namespace}"/>`),
  'without a schema': xml(`<xdatenfelder.stammdatenschema.0102 xmlns="${namespace}"/>`),
  'with a wrong id': schemaXml([{ id: 'eins' }]),
  'with a wrong count': schemaXml([{ id: 'F05000000001', anzahl: 'oft' }]),
  'nested too deeply': xml('<a>'.repeat(300)),
  'in an unknown encoding': '<?xml version="1.0" encoding="klingon"?><a/>',
};

describe('in English nothing but what the schema says is German', () => {
  test.each(Object.entries(commands))('%s', async (_, command) => {
    const text = await printedIn('en', command);
    expect(text).not.toBe('');
    expect(foreign(text)).toEqual([]);
    expect(await printedIn('de', command)).not.toBe(text);
  });

  test.each(Object.entries(broken))('a file %s', async (name, content) => {
    const path = file(`${name.replaceAll(' ', '-')}.xml`, content);
    const command = () => inspect(path, { codelists: [], json: false });
    const text = await printedIn('en', command);
    expect(text).toMatch(/^Error fim-/);
    expect(foreign(text)).toEqual([]);
    expect(await printedIn('de', command)).toMatch(/^Fehler fim-/);
  });
});

describe('mistakes in the files of a service package are said in English, too', () => {
  const wrong: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'broken YAML': { 'form.yaml': 'labels: [' },
    'a file that is none': { 'fees.yaml': 'a: b\n' },
    'wrong shapes': {
      'service.yaml': 'key: Gross\nversion: 1.0\naudience: alle\n',
      'form.yaml': 'labels: { F1: 3 }\nwidgets: { F1: rund }\npages: [{ slug: a, title: a, elements: [] }]\nseiten: []\n',
      'workflow.yaml': 'declarations: [{ key: a, text: a, withdrawal: a }]\n',
      'rules.yaml': 'rules: [{ id: R1, statements: [{ effect: require, condition: { not: true, and: [true] } }] }]\n',
    },
    'an overlay that would break the service': {
      'form.yaml':
        'pages: [{ slug: a, title: a, elements: [F05000000001] }, { slug: a, title: a, elements: [F05000000001] }]\nhide: [F05000000002]\ninitial: { F05000000003: x }\n' +
        'prefill: { F05000000001: applicant, G05000000001: family-name }\nadd: [{ element: { id: F05999000001, label: a, type: select } }, { element: { id: F05999000001, label: a } }]\n',
    },
    'references to nothing': {
      'rules.yaml':
        'rules: [{ id: R1, owner: G9, statements: [{ effect: require, condition: true }] }, { id: R2, statements: [{ effect: prefill, condition: { is_empty: { identifier: self.F9 } } }, { effect: restrict, condition: true }] }]\n' +
        "fees: [{ key: a, label: a, period: once, count: G9, rows: [{ label: a, amounts: ['1,00'] }] }, { key: a, label: a, period: once, rows: [{ label: a, amounts: ['1,00'] }] }]\n",
      'outputs.yaml':
        'outputs: [{ key: a, format: mapped-csv, fileName: a.csv, columns: [{ name: a, from: F9 }, { name: b, from: self/F1 }, { name: c, fee: b }, { name: d, declaration: x }, { name: e, fee: a, meta: reference }] }, ' +
        '{ key: a, format: mapped-csv, fileName: a.csv, forEach: G9, columns: [{ name: a, constant: x }] }]\n',
      'workflow.yaml': 'declarations: [{ key: a, text: a }, { key: a, text: b }]\n',
    },
  };

  test.each(Object.entries(wrong))('%s', async (name, files) => {
    const service = join(folder, `wrong-${name.replaceAll(' ', '-')}`);
    const plain = file(
      'plain.xml',
      schemaXml([
        { id: 'F05000000001' },
        { id: 'F05000000002' },
        { id: 'F05000000003', datentyp: 'date' },
        { id: 'G05000000001', children: [{ id: 'F05000000004' }] },
      ]),
    );
    await compile(plain, { out: service, codelists: [], json: true });
    for (const [path, content] of Object.entries(files)) writeFileSync(join(service, path), content);
    const command = () => pack([service], { out: join(folder, 'wrong.json'), json: false });
    const text = await printedIn('en', command);
    expect(text).toMatch(/^Error package-/);
    expect(foreign(text)).toEqual([]);
    const german = await printedIn('de', command);
    expect(german).toMatch(/^Fehler package-/);
    expect(german.split('\n').length).toBe(text.split('\n').length);
    expect(german).not.toBe(text);
  });
});

test('an archive is the same whoever packs it', async () => {
  const service = join(folder, 'service');
  await compile(schema, { out: service, codelists: [], json: true });
  const digests: string[] = [];
  for (const language of ['de', 'en'] as const) {
    const line = await printedIn(language, () => pack([service], { out: join(folder, 'archives'), json: true }));
    digests.push((JSON.parse(line) as { digest: string }).digest);
  }
  expect(digests[0]).toBe(digests[1]);
});
