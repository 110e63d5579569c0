import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { resolveCodelists } from '../codelists/resolve-codelists.js';
import { contentOf, fim, schemasIn } from '../write/corpus-files.test-support.js';
import { readSchema } from '../xdatenfelder/read-schema.js';
import { convertSchema } from './convert-schema.js';
import { type Difference, differences } from './differences.test-support.js';

/** Where FIM's own converter decides otherwise, and why we do not follow. Everything else is the same. */
const justified: readonly { readonly why: string; readonly applies: (difference: Difference) => boolean }[] = [
  {
    why: 'Descriptions are text of their author: nothing is written into them („Originalwerte der XDF2-Datei …“) and nothing cut out.',
    applies: ({ path, ours, theirs }) =>
      /(^|\.)beschreibung$/.test(path) &&
      withoutRemark(ours) === withoutRemark(theirs) &&
      `${String(ours)}${String(theirs)}`.includes('Originalwerte'),
  },
  {
    why: 'A draft (3) is not „aktiv“ in version 2; an „aktiv“ element is released (6) in version 3, not „in Bearbeitung“ (2).',
    applies: ({ path, ours, theirs }) =>
      path.endsWith('freigabestatus') && ['inVorbereitung aktiv', '6 2'].includes(`${String(ours)} ${String(theirs)}`),
  },
  {
    why: 'Elements released as silver have a date of release, too; a date that the source does not have is not taken from the schema.',
    applies: ({ path, ours, theirs }) => /(statusGesetztAm|veroeffentlichungsdatum)$/.test(path) && [ours, theirs].includes(undefined),
  },
  {
    why: 'Lists whose name is no URN could not be found under any name in version 3: their values are taken into the field.',
    applies: ({ path, ours, theirs }) =>
      (path.endsWith('werte') && theirs === undefined) ||
      (path.endsWith('codelisteReferenz') && ours === undefined && !JSON.stringify(theirs).includes('urn:')),
  },
  {
    why: 'In JSON a backslash is written twice; the pattern has one.',
    applies: ({ path, ours, theirs }) => path.endsWith('pattern') && String(theirs) === String(ours).replaceAll('\\', '\\\\'),
  },
  {
    why: 'Quotation marks that the standard lacks become double ones, because they were double ones.',
    applies: ({ ours, theirs }) =>
      typeof ours === 'string' && typeof theirs === 'string' && ours.replaceAll('"', "'") === theirs.replaceAll('"', "'"),
  },
];

const withoutRemark = (text: unknown): string =>
  (typeof text === 'string' ? text : '').replace(/\s*Originalwerte der XDF2-Datei[\s\S]*$/, '');

describeWith('shared', "FIM's own conversions", () => {
  const sources = schemasIn('xdf3', 'xdf2');
  const found = new Set<string>();

  test.each(schemasIn('converted'))('%s says the same as ours', async (file) => {
    const reference = await readSchema(join(fim, file));
    const id = /S\d+/.exec(file)?.[0] ?? '';
    const source = join(fim, sources.find((name) => name.includes(`/${id}V`)) ?? '');
    const read = await readSchema(source);
    const lists = await resolveCodelists(read.schema, source);
    const converted = convertSchema(read, reference.schema.fassung, lists, '2026-01-01T00:00:00Z');
    const unexplained = differences(contentOf(converted.schema), contentOf(reference.schema)).filter((difference) => {
      const reasons = justified.filter(({ applies }) => applies(difference));
      for (const { why } of reasons) found.add(why);
      return reasons.length === 0;
    });
    expect(unexplained).toEqual([]);
  });

  test('no justification is left over', () => expect([...found].sort()).toEqual(justified.map(({ why }) => why).sort()));
});
