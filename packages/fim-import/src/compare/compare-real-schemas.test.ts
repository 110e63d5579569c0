import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { referenceName } from '../codelists/find-codelist.js';
import { resolveCodelists } from '../codelists/resolve-codelists.js';
import { compileFim } from '../compile/compile-fim.js';
import { convertSchema } from '../convert/convert-schema.js';
import { fim, schemasIn } from '../write/corpus-files.test-support.js';
import { readSchemaText } from '../xdatenfelder/read-schema.js';
import type { ReadSchema } from '../xdatenfelder/schema-message.js';
import { compareForms, differ } from './compare-forms.js';
import { said } from './compare.test-support.js';
import { type Side, readSide } from './side.js';

const lists = join(fim, 'codelists');

async function sideOf(read: ReadSchema, path: string): Promise<Side> {
  const { form, openItems } = compileFim(read, await resolveCodelists(read.schema, path, [lists]), basename(path));
  return { source: path, schema: read.schema, form, openItems };
}

describeWith('shared', 'real schemas', () => {
  const xdf3 = schemasIn('xdf3').map((name) => join(fim, name));

  test.each(xdf3.filter((_, index) => index % 7 === 0).map((path) => [basename(path), path]))(
    '%s does not differ from itself, nor in substance from its conversion',
    async (_, path) => {
      const read = readSchemaText(readFileSync(path, 'utf8'), path);
      const side = await sideOf(read, path);
      expect(differ(compareForms(side, side))).toBe(false);
      const codelists = await resolveCodelists(read.schema, path, [lists]);
      const there = convertSchema(read, '2.0', codelists, '2026-01-01T00:00:00Z');
      const lists2 = new Map(there.codelists.map(({ list, fileName }) => [referenceName(list), { list, path: fileName }]));
      const back = convertSchema({ schema: there.schema, warnings: [] }, '3.0.0', lists2, '2026-01-01T00:00:00Z').schema;
      const { changes, draft } = compareForms(side, await sideOf({ schema: back, warnings: [] }, path));
      // What version 2 cannot say: size and formats of files, some states, the third part of a version.
      const unsaid = changes.filter(({ kind, message }) =>
        kind === 'bounds'
          ? /Dateien bis|Dateiformate/.test(message)
          : kind === 'schema'
            ? /Freigabestatus/.test(message)
            : kind === 'version',
      );
      expect(changes.filter((change) => !unsaid.includes(change))).toEqual([]);
      expect(draft.lost).toEqual([]);
    },
  );

  /** S05000001195 with something replaced wherever it stands; it must stand there. */
  async function edited(from: string | RegExp, to: string) {
    const path = join(fim, 'xdf3', 'S05000001195V2.3.0_xdf3.xml');
    const xml = readFileSync(path, 'utf8');
    const changed = xml.replaceAll(from, to);
    expect(changed).not.toBe(xml);
    return compareForms(await readSide(path, [lists], false), await sideOf(readSchemaText(changed, path), path));
  }

  test('a new question text, at every place where the field stands', async () => {
    const found = await edited('>Familienname<', '>Nachname<');
    expect(found.changes.map(({ kind }) => kind)).toEqual(['renamed']);
    expect(said(found, 'renamed')).toEqual(['„Familienname“ heißt jetzt „Nachname“.']);
  });

  test('a rule that exchanges two codes', async () => {
    const found = await edited(/=== "Natürliche Person", dann zeige G05000010678/g, '=== "Juristische Person", dann zeige G05000010678');
    expect(new Set(found.changes.map(({ kind }) => kind))).toEqual(new Set(['rule']));
    expect(said(found, 'rule')[0]).toMatch(
      /^Die Regel R05\d+ „.*“ lautet jetzt „.*"Juristische Person", dann zeige G05000010678.*“, bisher „.*"Natürliche Person".*“\.$/,
    );
    expect(found.draft.ruledAnew.map(({ path }) => path)).toEqual(expect.arrayContaining(['G05000010678']));
  });
});
