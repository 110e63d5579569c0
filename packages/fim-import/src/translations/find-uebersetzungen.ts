import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Identifikation } from '../xdatenfelder/angaben.js';
import { isUebersetzungFile } from '../xdatenfelder/is-xdatenfelder-file.js';
import { readUebersetzung } from '../xdatenfelder/read-uebersetzung.js';
import type { Uebersetzung } from '../xdatenfelder/uebersetzung.js';

/** Beside the schema of a package lie a few files; in a folder of all schemas, those of others are passed over by their name. */
const mayBelong = (name: string, { id }: Identifikation): boolean =>
  name.toLowerCase().endsWith('.xml') && (name.includes(id) || !/[SGFR]\d{8,11}/.test(name));

/**
 * The translations of a schema: those that lie beside its file and name it, then the files named. A later one wins for a language.
 * @throws FimInputError if a file that was named is none, or one beside the schema is broken
 */
export async function findUebersetzungen(
  schema: Identifikation,
  schemaPath: string,
  paths: readonly string[] = [],
): Promise<readonly Uebersetzung[]> {
  const folder = dirname(schemaPath);
  const names = (await readdir(folder).catch(() => [])).filter((name) => mayBelong(name, schema)).sort();
  const found: Uebersetzung[] = [];
  const named = new Set(paths.map((path) => resolve(path)));
  for (const path of names.map((name) => join(folder, name))) {
    if (named.has(resolve(path)) || resolve(path) === resolve(schemaPath) || !(await isUebersetzungFile(path))) continue;
    const one = await readUebersetzung(path);
    if (one.uebersetzt.id === schema.id) found.push(one);
  }
  for (const path of paths) found.push(await readUebersetzung(path));
  return found;
}
