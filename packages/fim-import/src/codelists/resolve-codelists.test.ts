import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { writeCodelist } from '../write/write-codelist.js';
import { readGiven } from '../xdatenfelder/schema-xml.test-support.js';
import { codesOf } from './codes-of.js';
import { resolveCodelists } from './resolve-codelists.js';

const root = mkdtempSync(join(tmpdir(), 'fim-lists-'));
afterAll(() => rmSync(root, { recursive: true }));

function put(path: string, version: string, label: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  const names = { kennung: 'urn:art', version, versionUri: `urn:art_${version}` };
  const zeilen = [new Map([['code', '1'], ['name', label]])]; // prettier-ignore
  writeFileSync(join(root, path), writeCodelist({ ...names, spalten: [{ id: 'code' }, { id: 'name' }], schluessel: 'code', zeilen }));
}
put('fim/Art 1.xml', '1', 'aus dem Paket');
put('store/Art_1.xml', '1', 'aus dem Speicher');
put('store/neu/Art_2.xml', '2', 'aus einem Unterordner');

async function labelOf(version: string, ...folders: readonly string[]): Promise<unknown> {
  const uri = `<xdf3:codelisteReferenz><xdf3:canonicalVersionUri>urn:art_${version}
    </xdf3:canonicalVersionUri></xdf3:codelisteReferenz>`;
  const { schema } = readGiven([{ id: 'F05000000001', feldart: 'select', xml: uri }]);
  const paths = folders.map((folder) => join(root, folder));
  const [resolved] = (await resolveCodelists(schema, join(root, 'fim', 'S1.xml'), paths)).values();
  return resolved?.list === undefined ? resolved?.reason : codesOf(resolved.list, {})?.[0]?.label;
}

describe('resolveCodelists', () => {
  test("the list beside the schema, in a package's fim/, comes before that of the store", async () => {
    expect(await labelOf('1', 'store')).toBe('aus dem Paket');
  });

  test('the store is searched with its subfolders', async () => {
    expect(await labelOf('2', 'store')).toBe('aus einem Unterordner');
    expect(await labelOf('2')).toBe('Es liegt nur Version 1 vor');
  });

  test('a store that is not there is an error, not an empty one', async () => {
    await expect(labelOf('1', 'nowhere')).rejects.toMatchObject({ code: 'fim-file-unreadable' });
  });
});
