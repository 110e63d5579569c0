import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { resolveCodelists } from '../codelists/resolve-codelists.js';
import { translatedRulesFileName } from '../rules/translated-rules-file.js';
import type { FetchedSchema } from './fetch-schema.js';
import type { FetchedRules } from './fetch-translated-rules.js';
import { writeWhole } from './write-file.js';

export interface PlacedFiles {
  /** Names in the folder. */
  readonly schema: string;
  /** Undefined: nothing of the schema is translated. */
  readonly translatedRules?: string;
  readonly codelists: readonly { readonly name: string; readonly file?: string; readonly reason?: string }[];
}

/**
 * Writes what was fetched to a folder, as the other commands look for it, with the code lists that the schema refers to: those in the
 * folder already, else from the folders named. The portal does not offer lists.
 * @throws FimInputError if a folder of lists cannot be read
 */
export async function placeFetched(
  { read, content }: FetchedSchema,
  { translated }: FetchedRules,
  out: string,
  codelistFolders: readonly string[],
): Promise<PlacedFiles> {
  await mkdir(out, { recursive: true });
  const { id, version = '', fassung } = read.schema;
  const schema = `${id}V${version}_xdf${fassung.charAt(0)}.xml`;
  await writeWhole(join(out, schema), content);
  const rules = translatedRulesFileName(read.schema);
  const isTranslated = Object.keys(translated).length > 0;
  if (isTranslated) await writeWhole(join(out, rules), `${JSON.stringify(translated, null, 2)}\n`);
  const lists = await resolveCodelists(read.schema, join(out, schema), codelistFolders);
  const codelists: PlacedFiles['codelists'][number][] = [];
  for (const [name, found] of lists) {
    if (found.list === undefined) codelists.push({ name, reason: found.reason });
    else codelists.push({ name, file: await placeList(found.path, out) });
  }
  return { schema, ...(isTranslated && { translatedRules: rules }), codelists };
}

/** Never over another file: one of that name gets a neighbour with a number. */
async function placeList(path: string, out: string): Promise<string> {
  if (resolve(dirname(path)) === resolve(out)) return basename(path);
  const content = await readFile(path);
  for (let number = 1; ; number++) {
    const name = number === 1 ? basename(path) : basename(path).replace(/(\.[^.]*)?$/, `-${number}$1`);
    const present = await readFile(join(out, name)).catch(() => undefined);
    if (present === undefined) await writeWhole(join(out, name), content);
    if (present === undefined || present.equals(content)) return name;
  }
}
