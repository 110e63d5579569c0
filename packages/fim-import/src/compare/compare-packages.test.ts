import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { describeWith, repository, shared } from '@serviceportal/test-support';
import { compare } from '../commands/compare.js';
import type { Comparison } from './compare-forms.js';

const folder = mkdtempSync(join(tmpdir(), 'fim-compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

const printed: string[] = [];
jest.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
beforeEach(() => {
  printed.length = 0;
  process.exitCode = 0;
});
afterAll(() => void (process.exitCode = 0));

async function compared(
  old: string,
  now: string,
  options: { readonly package?: string; readonly codelists?: readonly string[] } = {},
): Promise<Comparison> {
  await compare(old, now, { codelists: [], json: true, ...options });
  return JSON.parse(printed.join('')) as Comparison;
}

const hundesteuer = join(repository, 'services', 'hundesteuer');
const schema = join(hundesteuer, 'fim', readdirSync(join(hundesteuer, 'fim'))[0] ?? '');

/** The dog tax without the question for the breed. */
const withoutBreed = join(folder, 'without-breed.xml');
const xml = readFileSync(schema, 'utf8');
const start = xml.lastIndexOf('<xdf3:struktur>', xml.indexOf('<xdf3:id>F05999000022</xdf3:id>'));
const end = xml.indexOf('</xdf3:struktur>', start) + '</xdf3:struktur>'.length;
writeFileSync(withoutBreed, xml.slice(0, start) + xml.slice(end));

describe('comparing packages', () => {
  test('says which entries of the package no longer fit, and which stop it', async () => {
    const { misfits = [] } = await compared(hundesteuer, withoutBreed);
    const named = misfits.map(({ file, path, blocks }) => `${file} ${path}${blocks ? ' !' : ''}`);
    expect(named).toEqual(
      expect.arrayContaining([
        'rules.yaml R05999000101 !',
        'rules.yaml R05999000102 !',
        'rules.yaml hundesteuer !',
        'outputs.yaml finanz-anmeldung/Rasse !',
        'form.yaml F05999000022',
        'texts/en.yaml F05999000022',
      ]),
    );
    expect(named.filter((entry) => entry.includes('abmeldung'))).toEqual([]);
  });

  test('a package that fits has nothing to report; --package names it', async () => {
    expect((await compared(schema, schema, { package: hundesteuer })).misfits).toEqual([]);
    printed.length = 0;
    expect(await compared(schema, withoutBreed)).not.toHaveProperty('misfits');
  });

  test('exit code 2 where there are differences, 0 where there are none', async () => {
    await compared(schema, schema);
    expect(process.exitCode).toBe(0);
    printed.length = 0;
    await compared(schema, withoutBreed);
    expect(process.exitCode).toBe(2);
  });

  test('two package folders are compared as citizens see them', async () => {
    const changed = join(folder, 'hundesteuer');
    cpSync(hundesteuer, changed, { recursive: true });
    const overlay = join(changed, 'form.yaml');
    writeFileSync(overlay, readFileSync(overlay, 'utf8').replace('Telefon und E-Mail', 'So erreichen wir Sie'));
    const { changes } = await compared(hundesteuer, changed);
    expect(changes.map(({ message }) => message)).toEqual(['„Telefon und E-Mail“ heißt jetzt „So erreichen wir Sie“.']);
  });

  test('prints sections for those whom it concerns', async () => {
    await compare(hundesteuer, withoutBreed, { codelists: [], json: false });
    const text = printed.join('\n');
    const headings = [
      'Für die Menschen',
      'Für die Sachbearbeitung',
      'Für die Pflege',
      'Was ein angefangener Entwurf',
      'Was im Dienst nicht mehr passte',
    ];
    expect(headings.map((heading) => text.indexOf(heading))).toEqual(
      headings.map((heading) => text.indexOf(heading)).toSorted((a, b) => a - b),
    );
    expect(text).toContain('Nicht mehr im Antrag: „Welche Rasse hat der Hund?“ in „Beschreibung des Hundes“.');
    printed.length = 0;
    await compare(schema, schema, { codelists: [], json: false });
    expect(printed.join('\n')).toMatch(/^Alt: S05999000001 1\.0\.0 .*\nNeu: .*\n\nKeine Unterschiede\.$/);
  });
});

describeWith('shared', 'comparing near relatives', () => {
  const xdf3 = (name: string): string => join(shared, 'fim', 'xdf3', `${name}_xdf3.xml`);

  test('S07000000206 and 207: one more file, and the group of the applicant has another id', async () => {
    const { changes, draft } = await compared(xdf3('S07000000206V1.2.0'), xdf3('S07000000207V1.2.0'));
    expect(changes.filter(({ kind }) => ['added', 'removed', 'moved'].includes(kind)).map(({ kind, places }) => [kind, places])).toEqual([
      ['added', [{ after: 'G07000002566/F07000001283' }]],
    ]);
    expect(draft.lost.map(({ reason, path }) => [reason, path])).toEqual([['path', 'G07000000817']]);
    expect(draft.toAnswer.map(({ path }) => path)).toEqual(['G07000002566/F07000001283']);
  });

  test('S05000001394 and 1395: the same questions for another profession', async () => {
    const { changes } = await compared(xdf3('S05000001394V1.0.0'), xdf3('S05000001395V1.0.0'));
    const kinds = new Set(changes.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['replaced', 'rule', 'schema', 'text']);
  });

  test('a schema and the same one converted to version 3: nothing changes for citizens', async () => {
    const v2 = join(shared, 'fim', 'xdf2', 'S05000058_bewohnerparken');
    const converted = join(shared, 'fim', 'converted', 'S05000058V1.0_xdf2.converted_xdf3.xml');
    const { changes, draft } = await compared(join(v2, 'S05000058V1.0_xdf2.xml'), converted, { codelists: [v2] });
    // The converter doubles the backslashes of a pattern.
    expect(changes.filter(({ audience }) => audience !== 'author').map(({ kind }) => kind)).toEqual(['bounds', 'bounds']);
    expect(changes.map(({ message }) => message).join()).toContain('XDatenfelder 3.0.0 statt 2.0');
    expect(new Set(draft.lost.map(({ reason }) => reason))).toEqual(new Set(['path']));
  });
});
