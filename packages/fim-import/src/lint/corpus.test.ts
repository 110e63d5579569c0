import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { describeWith, shared } from '@serviceportal/test-support';
import { readSchema } from '../xdatenfelder/read-schema.js';
import { codelistsAtHand } from './codelists-at-hand.js';
import { elementPlaces } from './element-places.test-support.js';
import type { Finding } from './finding.js';
import { lint } from './lint.js';
import { readForLint } from './read-lint.js';

const fim = join(shared, 'fim');
const schemasIn = (folder: string): readonly string[] =>
  readdirSync(join(fim, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /_xdf[23]\.xml$/.test(name))
    .map((name) => join(fim, folder, name));

/** CPU, not wall clock: other processes may be busy. */
async function cost(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    times.push(user + system);
  }
  return Math.min(...times);
}

describeWith('shared', 'fim lint on the corpus', () => {
  const files = ['xdf3', 'xdf2'].flatMap(schemasIn);
  const found = new Map<string, readonly Finding[]>();
  const of = (code: string): readonly Finding[] => [...found.values()].flat().filter((finding) => finding.code === code);

  beforeAll(async () => {
    for (const file of files) {
      const root = await readForLint(file);
      found.set(file, lint(root, await codelistsAtHand(root, file, [])));
    }
  }, 120_000);

  test('checks every schema', () => {
    expect(found.size).toBe(72);
  });

  test('points behind the start tag of what is wrong, or of the position in which it stands', () => {
    for (const [file, findings] of found) {
      const places = elementPlaces(readFileSync(file, 'utf8'));
      const wrong = findings.filter(({ path, line, column }) => {
        const around = places.get(`${line}:${column}`);
        return around !== path && around !== path.split('/').slice(0, -1).join('/');
      });
      expect(wrong).toEqual([]);
    }
  });

  test('finds the default Dokumentsteckbrief in all released schemas that name it', () => {
    const naming = files.filter((file) => /dokumentsteckbrief>\s*<xdf3:id>D99000000001</.test(readFileSync(file, 'utf8')));
    expect(of('1097').length + of('1096').length).toBe(naming.length);
  });

  test('finds what published schemas hold below their status', () => {
    // F00000000067 in S00000000379, among others, is in Bearbeitung (2).
    expect(of('1129').map(({ id }) => id)).toContain('F00000000067');
    expect(of('1116').map(({ id }) => id)).toContain('F05000017309');
  });

  test('finds no structural error in what FIM has released', () => {
    for (const code of ['1002', '1021', '1023', '1026', '1027', '1028', '1031', '1038', '1046', '1047', '1078'])
      expect(of(code)).toEqual([]);
  });

  test('finds the drafts in the code lists of version 2', () => {
    expect(of('1005').map(({ message }) => message)).toContain('„Art des Antrags (kurz)“ ist keine URN.');
    expect(of('1048').map(({ message }) => message)).toEqual(['„urn:de:fim:codeliste:artbeschäftigungsverhältnis“ ist keine gültige URN.']);
  });

  test('costs less than reading the largest schema twice', async () => {
    const largest = files.toSorted((a, b) => statSync(a).size - statSync(b).size).at(-1) ?? '';
    const reading = await cost(() => readSchema(largest));
    const linting = await cost(async () => lint(await readForLint(largest)));
    expect(linting / reading).toBeLessThan(2);
  }, 60_000);
});
