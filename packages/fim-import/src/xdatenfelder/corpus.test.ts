import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWith, shared } from '@serviceportal/test-support';
import { readSchema } from './read-schema.js';
import type { Struktur } from './stammdatenschema.js';

const fim = join(shared, 'fim');
const xmlIn = (folder: string): readonly string[] =>
  readdirSync(join(fim, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)S\d[^/]*\.xml$/.test(name))
    .map((name) => join(folder, name));

/** Counts start tags in the text, whatever their prefix. */
const countTags = (xml: string, name: string): number => xml.match(new RegExp(`<(?:\\w+:)?${name}[\\s/>]`, 'g'))?.length ?? 0;

function count(struktur: readonly Struktur[]): { fields: number; groups: number; rules: number; choices: number; values: number } {
  const sum = { fields: 0, groups: 0, rules: 0, choices: 0, values: 0 };
  for (const { enthaelt } of struktur) {
    sum.rules += enthaelt.regeln.length;
    if (enthaelt.art === 'datenfeld') {
      sum.fields++;
      sum.values += enthaelt.werte?.length ?? 0;
      continue;
    }
    sum.groups++;
    if (enthaelt.auswahlgruppe) sum.choices++;
    const inner = count(enthaelt.struktur);
    for (const key of ['fields', 'groups', 'rules', 'choices', 'values'] as const) sum[key] += inner[key];
  }
  return sum;
}

describeWith('shared', 'readSchema on the corpus', () => {
  const files = ['xdf3', 'xdf2', 'converted'].flatMap(xmlIn);

  test('reads all of it', () => {
    expect(files).toHaveLength(77);
  });

  test.each(files)('%s: nothing is lost', async (file) => {
    const xml = readFileSync(join(fim, file), 'utf8');
    const { schema } = await readSchema(join(fim, file));
    const counts = count(schema.struktur);
    expect({ ...counts, rules: counts.rules + schema.regeln.length }).toEqual({
      fields: countTags(xml, 'datenfeld'),
      groups: countTags(xml, 'datenfeldgruppe'),
      rules: countTags(xml, 'regel'),
      choices: countTags(xml, 'art'),
      values: countTags(xml, 'wert'),
    });
  });

  test.each([
    ['flxbe_v2/duplicate-required-value.xml', 'fim-element-duplicate'],
    ['flxbe_v2/unknown-namespace.xml', 'fim-namespace-unknown'],
    ['flxbe_v3/unknown-namespace.xml', 'fim-namespace-unknown'],
    ['flxbe_v3/duplicate-id-node.xml', 'fim-not-a-schema'],
    ['flxbe_v3/missing-id-node.xml', 'fim-not-a-schema'],
    ['flxbe_v3/simple.xml', 'fim-not-a-schema'],
    ['xdlint/duplicate-required-value.xml', 'fim-element-duplicate'],
  ])('negative/%s is refused', async (file, code) => {
    await expect(readSchema(join(fim, 'negative', file))).rejects.toMatchObject({ code, line: expect.any(Number) });
  });

  test.each(['data-field-rule', 'data-group-rule', 'duplicate-optional-value', 'label', 'minimal', 'rule', 'select', 'simple'])(
    'negative/flxbe_v2/%s.xml can be read',
    async (name) => {
      const { schema } = await readSchema(join(fim, 'negative', 'flxbe_v2', `${name}.xml`));
      expect(schema.bezeichnung).not.toBe('');
    },
  );
});
