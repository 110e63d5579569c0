import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { say } from '../language.js';
import { StopReading } from '../xml/element-handler.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { readXmlFile } from '../xml/read-xml.js';

export interface FoundSchemas {
  /** Paths from the folder, with `/`, sorted. */
  readonly schemas: readonly string[];
  /** Files that are none: code lists, other messages, anything that is no XML. */
  readonly others: number;
}

/**
 * Finds the schemas in a folder and below it, by the root of each XML file. A file whose root cannot be read counts as a schema:
 * whether it was one, only a person can say.
 * @throws FimInputError if the folder cannot be read
 */
export async function findSchemas(folder: string): Promise<FoundSchemas> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new FimInputError(
      'fim-file-unreadable',
      folder,
      say({ de: 'Der Ordner lässt sich nicht lesen. Prüfen Sie den Pfad.', en: 'The folder cannot be read. Check the path.' }),
    );
  });
  const files = entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
  const schemas: string[] = [];
  for (const file of files) {
    if (/\.xml$/i.test(file) && (await mayBeSchema(file))) schemas.push(file.slice(join(folder, sep).length).replaceAll(sep, '/'));
  }
  return { schemas: schemas.sort(), others: files.length - schemas.length };
}

async function mayBeSchema(path: string): Promise<boolean> {
  let found = true;
  try {
    await readXmlFile(path, ({ name }) => {
      found = name === 'xdatenfelder.stammdatenschema.0102';
      throw new StopReading();
    });
  } catch (error) {
    if (!(error instanceof FimInputError)) throw error;
  }
  return found;
}
