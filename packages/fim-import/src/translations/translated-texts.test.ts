import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { packFolder } from '../compile/pack-folder.js';
import { compile } from '../commands/compile.js';
import { schemaXml, type Given } from '../xdatenfelder/schema-xml.test-support.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { sprache, uebersetzungXml, type GivenTranslation } from './uebersetzung-xml.test-support.js';

const children: readonly Given[] = [
  { id: 'F05000000001', label: 'Anliegen', codes: { '001': 'Neu', '002': 'Änderung' } },
  { id: 'F05000000002', label: 'Name' },
  { id: 'G05000000001', label: 'Anschrift', children: [{ id: 'F05000000002', version: '2.0.0', label: 'Name auf dem Schild' }] },
  { id: 'F05000000003', label: 'Hinweis', feldart: 'label', xml: '<xdf3:inhalt>Bitte lesen.</xdf3:inhalt>' },
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fim-translations-'));
  mkdirSync(join(folder, 'fim'));
  writeFileSync(join(folder, 'service.yaml'), 'key: probe\nversion: "1.0.0"\ntitle: Ein Schema\n');
  writeFileSync(join(folder, 'fim', 'S05000000001V1.0.0_xdf3.xml'), schemaXml(children));
});
afterEach(() => rmSync(folder, { recursive: true }));

const translation = (elements: readonly GivenTranslation[], attributes = 'lang="en" version="1"', schema = 'S05000000001V1.0.0') =>
  uebersetzungXml(schema, sprache(attributes, elements));

const put = (name: string, content: string): void => writeFileSync(join(folder, name), content);

describe('texts that FIM has translated', () => {
  test('go into the package, by id where it means one version, else by place', async () => {
    const elements = [
      { key: 'S05000000001V1.0.0', label: 'A schema' },
      { key: 'F05000000001V1.0.0', label: 'Request', help: 'Choose.', codes: { '001': ['New', 'Never before'] as const, '002': 'Change' } },
      { key: 'F05000000002V2.0.0', label: 'Name on the bell' },
      { key: 'F05000000003V1.0.0', label: 'Note', text: 'Please read.' },
    ];
    put('fim/uebersetzung.xml', translation(elements));
    const pkg = await packFolder(folder);
    const list = pkg.form.children.flatMap((node) => (node.kind === 'field' ? (node.codeList ?? []) : []))[0] ?? '';
    expect(pkg.texts.en).toEqual({
      'service.title': 'A schema',
      'F05000000001.label': 'Request',
      'F05000000001.help': 'Choose.',
      [`codes.${list}.001`]: 'New',
      [`codeHelp.${list}.001`]: 'Never before',
      [`codes.${list}.002`]: 'Change',
      'G05000000001/F05000000002.label': 'Name on the bell',
      'F05000000003.label': 'Note',
      'F05000000003.text': 'Please read.',
    });
    expect(pkg.openItems).toEqual([]);
  });

  test("the package's own texts win; a title of its own is not FIM's", async () => {
    put('service.yaml', 'key: probe\nversion: "1.0.0"\ntitle: Eigener Titel\n');
    mkdirSync(join(folder, 'texts'));
    put('texts/en.yaml', 'elements: { F05000000001: { label: Our words } }\n');
    put(
      'fim/uebersetzung.xml',
      translation([
        { key: 'S05000000001', label: 'A schema' },
        { key: 'F05000000001', label: 'Request' },
        { key: 'F05000000003', label: 'Note' },
      ]),
    );
    expect((await packFolder(folder)).texts.en).toEqual({ 'F05000000001.label': 'Our words', 'F05000000003.label': 'Note' });
  });

  test('simple German is a language of its own; the highest version of a language wins', async () => {
    const of = (label: string): GivenTranslation[] => [{ key: 'F05000000001', label }];
    const all = [sprache('lang="en" version="2"', of('Second')), sprache('lang="en" region="GB" version="1"', of('First'))];
    put('fim/a.xml', uebersetzungXml('S05000000001', ...all, sprache('lang="de" variant="simple" version="1"', of('Was möchten Sie?'))));
    const { texts } = await packFolder(folder);
    expect(texts).toMatchObject({ en: { 'F05000000001.label': 'Second' }, 'de-simple': { 'F05000000001.label': 'Was möchten Sie?' } });
  });

  test('what does not fit is not used and is said, with its file', async () => {
    const elements = [
      { key: 'F05000000001V1.0.1', label: 'Other version' },
      { key: 'F05999999999V1.0.0', label: 'Unknown' },
      { key: 'F05000000001V1.0.0', label: 'Request', codes: { '003': 'Third' }, rules: { 'R05000099999V1.0.0': ['Wrong.'] } },
    ];
    put(
      'fim/uebersetzung.xml',
      uebersetzungXml('S05000000001', sprache('lang="en" version="1"', elements), sprache('lang="uk" version="1"', elements)),
    );
    const { openItems, texts } = await packFolder(folder);
    expect(texts.en).toEqual({ 'F05000000001.label': 'Request' });
    expect(openItems.map(({ kind, severity, file }) => [kind, severity, file])).toEqual(
      Array.from({ length: 5 }, () => ['translation', 'note', 'uebersetzung.xml']),
    );
    const said = openItems.map(({ message }) => message).join('\n');
    for (const part of ['F05000000001V1.0.1', 'F05999999999V1.0.0', 'F05000000001: 003', 'R05000099999V1.0.0', 'Die Sprache uk'])
      expect(said).toContain(part);
  });

  test('a translation beside the schema that belongs to another is left alone; one that is named says so', async () => {
    put('fim/uebersetzung.xml', translation([{ key: 'F05000000001', label: 'x' }], 'lang="en" version="1"', 'S05000000002'));
    expect((await packFolder(folder)).openItems).toEqual([]);
    const out = join(folder, 'out');
    const schema = join(folder, 'fim', 'S05000000001V1.0.0_xdf3.xml');
    await quietly(() => compile(schema, { out, codelists: [], translations: [join(folder, 'fim', 'uebersetzung.xml')], json: true }));
    expect((await packFolder(out)).texts.en).toBeUndefined();
  });

  test('fim compile --translations puts them into the package folder, where the next compile leaves them', async () => {
    const file = join(folder, 'en.xml');
    put('en.xml', translation([{ key: 'F05000000001', label: 'Request' }]));
    const out = join(folder, 'out');
    const schema = join(folder, 'fim', 'S05000000001V1.0.0_xdf3.xml');
    await quietly(() => compile(schema, { out, codelists: [], translations: [file], json: true }));
    await quietly(() => compile(schema, { out, codelists: [], json: true }));
    expect(readdirSync(join(out, 'fim')).sort()).toEqual(['S05000000001V1.0.0_xdf3.xml', 'en.xml']);
    expect(readFileSync(join(out, 'fim', 'en.xml'), 'utf8')).toBe(readFileSync(file, 'utf8'));
    expect((await packFolder(out)).texts.en).toEqual({ 'F05000000001.label': 'Request' });
  });

  test('a file that is named and is none is refused', async () => {
    const schema = join(folder, 'fim', 'S05000000001V1.0.0_xdf3.xml');
    const options = { out: join(folder, 'out'), codelists: [], translations: [schema], json: true };
    await expect(compile(schema, options)).rejects.toThrow(FimInputError);
  });
});

async function quietly(run: () => Promise<void>): Promise<void> {
  const spy = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  await run().finally(() => spy.mockRestore());
}
