import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { writeCodelist } from '../write/write-codelist.js';
import { schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { compileServicePackage } from './compile-service-package.js';

const root = mkdtempSync(join(tmpdir(), 'fim-package-'));
afterAll(() => rmSync(root, { recursive: true }));

test('lists of the same file name do not overwrite each other in the package', async () => {
  const reference = (kennung: string): string =>
    `<xdf3:codelisteReferenz><xdf3:canonicalIdentification>${kennung}</xdf3:canonicalIdentification></xdf3:codelisteReferenz>`;
  for (const kennung of ['a', 'b']) {
    mkdirSync(join(root, 'store', kennung), { recursive: true });
    const list = { kennung, version: '1', spalten: [{ id: 'code' }], schluessel: 'code', zeilen: [new Map([['code', kennung]])] };
    writeFileSync(join(root, 'store', kennung, 'list.xml'), writeCodelist(list));
  }
  const schema = join(root, 'schema.xml');
  const fields = ['a', 'b'].map((kennung, index) => ({ id: `F0500000000${index}`, feldart: 'select', xml: reference(kennung) }));
  writeFileSync(schema, schemaXml(fields));

  const { sources } = await compileServicePackage(schema, { codelists: [join(root, 'store')] });
  expect(sources).toEqual([
    { from: schema, to: 'fim/schema.xml' },
    { from: join(root, 'store', 'a', 'list.xml'), to: 'fim/list.xml' },
    { from: join(root, 'store', 'b', 'list.xml'), to: 'fim/list-2.xml' },
  ]);
});
