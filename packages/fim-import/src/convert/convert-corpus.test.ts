import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { resolveCodelists } from '../codelists/resolve-codelists.js';
import type { ResolvedCodelists } from '../codelists/resolve-codelists.js';
import { readCodelistText } from '../codelists/read-codelist.js';
import { contentOf, fim, schemasIn } from '../write/corpus-files.test-support.js';
import { xsdErrors } from '../write/official-xsd.test-support.js';
import { writeCodelist } from '../write/write-codelist.js';
import { writeSchema } from '../write/write-schema.js';
import { readSchema, readSchemaText } from '../xdatenfelder/read-schema.js';
import type { ReadSchema } from '../xdatenfelder/schema-message.js';
import { convertSchema } from './convert-schema.js';

/** The source itself holds „≤“, which the standard does not allow; in its own version it is written as it is. */
const invalidSource = (file: string, to: string): boolean => file.includes('xdf2/S00000094') && to === '2.0';

describeWith('shared', 'the corpus in both versions', () => {
  const files = schemasIn('xdf3', 'xdf2', 'converted');
  /** The XSD is asked about a part of the files: all of them take a minute. `FIM_XSD=all` asks about all. */
  const isChecked = (file: string): boolean => process.env.FIM_XSD === 'all' || !file.startsWith('xdf3') || files.indexOf(file) % 7 === 0;

  test('is complete', () => expect(files).toHaveLength(77));

  test.each(files)('%s in either version: reading gives the same model, the official XSD has nothing against it', async (file) => {
    const read = await readSchema(join(fim, file));
    const resolved = await resolveCodelists(read.schema, join(fim, file));
    for (const to of ['2.0', '3.0.0'] as const) await asWritten(file, to, read, resolved);
  });

  async function asWritten(file: string, to: '2.0' | '3.0.0', read: ReadSchema, resolved: ResolvedCodelists): Promise<void> {
    const { schema, kopf, codelists } = convertSchema(read, to, resolved, '2026-01-01T00:00:00Z');
    const text = writeSchema(schema, kopf);
    const again = readSchemaText(text, file);
    expect(contentOf(again.schema)).toEqual(contentOf(schema));
    expect(again.kopf).toEqual(read.kopf);
    if (!isChecked(file)) return;
    const errors = await xsdErrors([text], to);
    if (invalidSource(file, to)) expect(errors.join()).toContain('≤');
    else expect(errors).toEqual([]);
    const written = codelists.map(({ list }) => writeCodelist(list));
    expect(written.map((list) => readCodelistText(list, 'list.xml'))).toEqual(codelists.map(({ list }) => list));
    expect(await xsdErrors(written, 'genericode')).toEqual([]);
  }

  test('relations are kept if they are read', async () => {
    const file = 'xdf3/S00000000364V1.0.0_xdf3.xml';
    const { schema } = await readSchema(join(fim, files.find((name) => name.includes('S05000001323')) ?? file), { relations: true });
    const text = writeSchema(schema);
    expect(text).toContain('<code>ABL</code>');
    expect(contentOf(readSchemaText(text, file, { relations: true }).schema)).toEqual(contentOf(schema));
    expect(text.length).toBeGreaterThan(writeSchema(readSchemaText(text, file).schema).length);
  });
});
