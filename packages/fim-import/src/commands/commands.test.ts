import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readArchive } from '@serviceportal/form-engine';
import { schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { compile } from './compile.js';
import { inspect } from './inspect.js';
import { pack } from './pack.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'fim-'));
afterAll(() => rmSync(folder, { recursive: true }));

const schema = join(folder, 'S05000000001.xml');
const reference =
  '<xdf3:codelisteReferenz><xdf3:canonicalIdentification>urn:art</xdf3:canonicalIdentification><xdf3:version>1</xdf3:version></xdf3:codelisteReferenz>';
const xml = schemaXml(
  [
    { id: 'G05000000001', anzahl: '0:*', children: [{ id: 'F05000000001', feldart: 'select', xml: reference }] },
    { id: 'F05000000002', datentyp: 'bool' },
    { id: 'F05000000003', feldart: 'label' },
  ],
  ['Wenn F05000000002 = Ja, dann zeige F05000000003 an.', 'Unverständlich.'],
);
writeFileSync(schema, xml);

const lists = join(folder, 'lists');
mkdirSync(lists);
writeFileSync(
  join(lists, 'art.xml'),
  `<CodeList xmlns="http://docs.oasis-open.org/codelist/ns/genericode/1.0/"><Identification><Version>1</Version><CanonicalUri>urn:art</CanonicalUri></Identification>
   <ColumnSet><Column Id="c"/><Column Id="name"/><Key><ColumnRef Ref="c"/></Key></ColumnSet>
   <SimpleCodeList><Row><Value><SimpleValue>007</SimpleValue></Value><Value><SimpleValue>Agent</SimpleValue></Value></Row></SimpleCodeList></CodeList>`,
);

const printed: string[] = [];
const errors: string[] = [];
jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
jest.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line));
beforeEach(() => {
  printed.length = 0;
  errors.length = 0;
});

describe('fim inspect', () => {
  test('--json counts what there is', async () => {
    await inspect(schema, { codelists: [], json: true });
    const { counts, openItems } = JSON.parse(printed.join('')) as { counts: object; openItems: { kind: string }[] };
    expect(counts).toMatchObject({
      positions: 4,
      fields: 2,
      groups: 1,
      notes: 1,
      depth: 2,
      rules: 2,
      rulesUsed: 1,
      codeLists: 0,
      codeListsMissing: 1,
      openItems: 2,
    });
    expect(openItems.map(({ kind }) => kind).sort()).toEqual(['code-list', 'rule']);
  });

  test('counts in words that fit the number', async () => {
    await inspect(schema, { codelists: [lists], json: false });
    expect(printed.join('\n')).toContain('1 Gruppe, 1 Hinweis an 4 Stellen');
    expect(printed.join('\n')).toContain('1 Codeliste, 0 fehlen; 2 Regeln, 1 verstanden; 1 offener Punkt, 0 Warnungen');
    expect(printed.join('\n')).not.toMatch(/\b1 (?:Regeln|Gruppen|Hinweise|Codelisten|offene Punkte|fehlen)/);
  });

  test('prints a tree', async () => {
    await inspect(schema, { codelists: [lists], json: false });
    expect(printed.join('\n')).toContain(
      '├─ 0:*  G05000000001 1.0.0  G05000000001  [Gruppe]\n│  └─ 1:1  F05000000001 1.0.0  F05000000001  [Auswahl, 1 Code]',
    );
  });
});

describe('fim compile and fim pack', () => {
  const out = join(folder, 'service');

  test('write a package folder with its sources, and its archive', async () => {
    await compile(schema, { out, codelists: [lists], json: true });
    expect(readdirSync(out).sort()).toEqual(['fim', 'form.yaml', 'outputs.yaml', 'rules.yaml', 'service.yaml', 'texts', 'workflow.yaml']);
    expect(readdirSync(join(out, 'fim')).sort()).toEqual(['S05000000001.xml', 'art.xml']);
    expect(readFileSync(join(out, 'fim', 'S05000000001.xml'), 'utf8')).toBe(xml);

    const archive = join(folder, 'service.json');
    await pack([out], { out: archive, json: false });
    const { key, version, form, openItems } = readArchive(readFileSync(archive, 'utf8'));
    expect([key, version, form.children.length, openItems.length]).toEqual(['s05000000001', '1.0.0', 3, 1]);
    expect(form.codeLists['urn:art_1']?.codes).toEqual([{ code: '007', label: 'Agent' }]);
  });

  test('an update replaces the schema and keeps what the author wrote', async () => {
    writeFileSync(join(out, 'form.yaml'), 'labels:\n  F05000000002: Ja oder nein?\n');
    const written = ['service.yaml', 'rules.yaml', 'workflow.yaml', 'outputs.yaml', join('texts', 'de.yaml')];
    for (const name of written) writeFileSync(join(out, name), `${readFileSync(join(out, name), 'utf8')}# Meins\n`);
    const next = join(folder, 'S05000000001V2.xml');
    copyFileSync(schema, next);
    await compile(next, { out, codelists: [lists], json: true });
    expect(readdirSync(join(out, 'fim')).sort()).toEqual(['S05000000001V2.xml', 'art.xml']);
    expect(readFileSync(join(out, 'form.yaml'), 'utf8')).toBe('labels:\n  F05000000002: Ja oder nein?\n');
    expect(written.filter((name) => !readFileSync(join(out, name), 'utf8').endsWith('# Meins\n'))).toEqual([]);
    await pack([out], { out: join(folder, 'archives'), json: true });
    expect(readdirSync(join(folder, 'archives'))).toEqual(['s05000000001-1.0.0.json']);
  });

  test('find the code lists that lie in the package already', async () => {
    await compile(join(out, 'fim', 'S05000000001V2.xml'), { out, codelists: [], json: true });
    expect(printed.join('')).not.toContain('"kind":"code-list"');
  });

  test('say when another archive of the same version is replaced, and what is open', async () => {
    const archives = join(folder, 'same-version');
    await pack([out], { out: archives, json: false });
    await pack([out], { out: archives, json: false });
    expect(printed.join('\n')).toContain('Offen    fim/S05000000001V2.xml');
    expect(printed.join('\n')).not.toContain('gab es schon');
    writeFileSync(join(out, 'form.yaml'), 'labels:\n  F05000000002: Anders\n');
    await pack([out], { out: archives, json: false });
    expect(printed.join('\n')).toContain('Version 1.0.0 gab es schon');
  });

  test('do not put another schema into a service', async () => {
    const other = join(folder, 'S05000000002.xml');
    writeFileSync(other, xml.replace('S05000000001', 'S05000000002'));
    await expect(compile(other, { out, codelists: [], json: true })).rejects.toMatchObject({
      code: 'fim-package-folder',
      message: expect.stringContaining('beruht auf S05000000001, nicht auf S05000000002'),
    });
    expect(readdirSync(join(out, 'fim'))).toContain('S05000000001V2.xml');
  });

  test('do not write into a folder that is something else', async () => {
    await expect(compile(schema, { out: lists, codelists: [], json: true })).rejects.toMatchObject({ code: 'fim-package-folder' });
    await expect(pack([lists], { out: join(folder, 'x.json'), json: true })).rejects.toMatchObject({ code: 'fim-package-folder' });
    await expect(pack([out, out], { out: join(folder, 'x.json'), json: true })).rejects.toMatchObject({ code: 'fim-pack-out' });
  });
});

describe('runCommand', () => {
  test('says in words why something cannot be written', async () => {
    await runCommand(false, () => compile(schema, { out: join(schema, 'service'), codelists: [], json: true }));
    expect(errors).toEqual([expect.stringMatching(/^Fehler fim-cannot-write: .*Ein Teil des Pfads ist eine Datei/)]);
  });

  test('prints one error a person can act on', async () => {
    await runCommand(false, () => inspect(join(folder, 'nothing.xml'), { codelists: [], json: false }));
    expect(errors).toEqual([expect.stringMatching(/^Fehler fim-file-unreadable: .*nothing\.xml: Diese Datei gibt es nicht/)]);
    expect(process.exitCode).toBe(1);
    process.exitCode = 0;
  });

  test('--json prints it as JSON, with its place', async () => {
    const broken = join(folder, 'broken.xml');
    writeFileSync(broken, xml.slice(0, 500));
    await runCommand(true, () => inspect(broken, { codelists: [], json: true }));
    expect(JSON.parse(printed.join(''))).toMatchObject({ error: { code: 'fim-xml-truncated', file: broken, line: 3 } });
    process.exitCode = 0;
  });
});
