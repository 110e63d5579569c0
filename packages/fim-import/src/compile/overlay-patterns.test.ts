import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readSchemaText } from '../xdatenfelder/read-schema.js';
import { schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { packFolder } from './pack-folder.js';
import { serviceFiles } from './service-files.js';

const root = mkdtempSync(join(tmpdir(), 'overlay-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A package of one question from FIM, and one that it adds. */
function folderWith(name: string, pattern: string): string {
  const folder = join(root, name);
  const xml = schemaXml([{ id: 'F05000000001' }]);
  const element = { id: 'F05999000999', label: 'Kennung', constraints: { pattern } };
  const files = new Map([
    ...serviceFiles(readSchemaText(xml, 'S1.xml').schema),
    ['fim/S1.xml', xml],
    ['form.yaml', JSON.stringify({ add: [{ element }] })],
  ]);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe('a pattern that a package adds', () => {
  test('is refused where it could take any length of time, with the element and the pattern', async () => {
    await expect(packFolder(folderWith('slow', '(a+)+b'))).rejects.toMatchObject({
      code: 'package-overlay',
      file: 'form.yaml',
      path: 'F05999000999',
      message: expect.stringContaining('„(a+)+b“ könnte die Prüfung beliebig lange dauern lassen'),
    });
  });

  test('is kept where it is harmless', async () => {
    const { form } = await packFolder(folderWith('fast', '[A-Z]{2}-[0-9]{1,6}'));
    expect(form.children.at(-1)).toMatchObject({ constraints: { pattern: '[A-Z]{2}-[0-9]{1,6}' } });
  });
});
