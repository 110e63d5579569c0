import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { referenceName } from '../codelists/find-codelist.js';
import { type ResolvedCodelists, resolveCodelists } from '../codelists/resolve-codelists.js';
import { contentOf, fim, schemasIn } from '../write/corpus-files.test-support.js';
import { type ReadSchema } from '../xdatenfelder/schema-message.js';
import { readSchema } from '../xdatenfelder/read-schema.js';
import { type ConvertedSchema, convertSchema } from './convert-schema.js';
import { type Difference, differences } from './differences.test-support.js';

/** What the losses of the conversion speak of. Anything else must come back. */
const lost: Readonly<Record<string, RegExp>> = {
  version: /^Die Version/,
  letzteAenderung: /letzteAenderung/,
  freigabestatus: /Freigabestatus/,
  statusGesetztAm: /statusGesetztAm/,
  stichworte: /Stichworte/,
  'stichworte.text': /Stichworte/,
  'stichworte.uri': /Stichworte/,
  'dokumentsteckbrief.id': /Dokumentsteckbrief/,
  'dokumentsteckbrief.version': /Dokumentsteckbrief/,
  feldart: /Feldart/,
  mediaTypes: /mediaType/,
  maxSize: /maxSize/,
  auswahlgruppe: /Auswahlgruppe/,
  vorbefuellung: /Vorbefüllung/,
  bezug: /Semikolon/,
  'bezug.text': /Semikolon/,
  'bezug.link': /Semikolon/,
};

const unsaid = (found: readonly Difference[], { losses }: ConvertedSchema): readonly Difference[] =>
  found.filter(({ path }) => {
    const property = Object.keys(lost).find((name) => path === name || path.endsWith(`.${name}`));
    return property === undefined || !losses.some(({ message }) => lost[property]?.test(message));
  });

const listsOf = ({ codelists }: ConvertedSchema): ResolvedCodelists =>
  new Map(codelists.map(({ list, fileName }) => [referenceName(list), { list, path: fileName }]));

describeWith('shared', 'there and back again', () => {
  test.each(schemasIn('xdf3'))('%s as version 2 and again as version 3: only what was said is lost', async (file) => {
    const read = await readSchema(join(fim, file));
    const there = convertSchema(read, '2.0', new Map(), '2026-01-01T00:00:00Z');
    const back = convertSchema({ ...there, warnings: [] } satisfies ReadSchema, '3.0.0', listsOf(there), '2026-01-01T00:00:00Z');
    expect(unsaid(differences(contentOf(back.schema), contentOf(read.schema)), there)).toEqual([]);
  });

  test.each(schemasIn('xdf2'))('%s as version 3 and again as version 2: structure, types, bounds and rules come back', async (file) => {
    const read = await readSchema(join(fim, file));
    const there = convertSchema(read, '3.0.0', await resolveCodelists(read.schema, join(fim, file)), '2026-01-01T00:00:00Z');
    const back = convertSchema({ ...there, warnings: [] } satisfies ReadSchema, '2.0', new Map(), '2026-01-01T00:00:00Z');
    const other = differences(contentOf(back.schema), contentOf(read.schema)).filter(
      // The label of the schema on paper, ids and names of lists, what version 2 says about rules, and characters that the standard lacks.
      ({ path, ours, theirs }) =>
        path !== 'bezeichnungAusgabe' &&
        !/codelisteReferenz/.test(path) &&
        !/regeln\.(typ|angaben2\.\w+)$/.test(path) &&
        !/[≤„“]/.test(`${String(ours)}${String(theirs)}`),
    );
    expect(other).toEqual([]);
  });
});
