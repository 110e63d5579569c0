import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import type { Fassung } from '../xdatenfelder/angaben.js';
import { fim } from './corpus-files.test-support.js';

const folders = { '2.0': 'xdatenfelder_2.0', '3.0.0': 'xdatenfelder_3.0.0', genericode: 'genericode_1.0' } as const;

/** What the official XSD says against documents. All at once costs little more than one: the XSD has to be read for each call. */
export async function xsdErrors(documents: readonly string[], standard: Fassung | 'genericode'): Promise<readonly string[]> {
  if (documents.length === 0) return [];
  const folder = join(fim, 'xsd', folders[standard]);
  const main = standard === 'genericode' ? 'genericode.xsd' : 'xdatenfelder.xsd';
  const file = (fileName: string) => ({ fileName, contents: readFileSync(join(folder, fileName), 'utf8') });
  const { errors } = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [file(main)],
    preload: readdirSync(folder)
      .filter((name) => name !== main)
      .map(file),
    initialMemoryPages: 512,
    maxMemoryPages: 4096,
  });
  return errors.map(({ message }) => message);
}
