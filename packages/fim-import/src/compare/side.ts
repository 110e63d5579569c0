import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FormDefinition, OpenItem } from '@serviceportal/form-engine';
import { resolveCodelists } from '../codelists/resolve-codelists.js';
import { compileFim } from '../compile/compile-fim.js';
import { packFolder, schemaFileIn } from '../compile/pack-folder.js';
import { findTranslatedRules } from '../rules/translated-rules-file.js';
import { readSchema } from '../xdatenfelder/read-schema.js';
import type { Stammdatenschema } from '../xdatenfelder/stammdatenschema.js';

/** One of the two things compared. */
export interface Side {
  /** Name of the file or folder, as given. */
  readonly source: string;
  readonly schema: Stammdatenschema;
  readonly form: FormDefinition;
  readonly openItems: readonly OpenItem[];
}

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/**
 * Reads a schema file, or the schema of a package folder.
 * @param overlaid of a package folder, take the form as citizens see it, with `form.yaml` and `rules.yaml`
 * @throws FimInputError, PackageError
 */
export async function readSide(source: string, codelists: readonly string[], overlaid: boolean): Promise<Side> {
  const folder = await isFolder(source);
  const path = folder ? await schemaFileIn(source) : source;
  const read = await readSchema(path);
  if (folder && overlaid) {
    const { form, openItems } = await packFolder(source);
    return { source, schema: read.schema, form, openItems };
  }
  const lists = await resolveCodelists(read.schema, path, codelists);
  const translated = await findTranslatedRules(read.schema, path);
  const { form, openItems } = compileFim(read, lists, basename(path), translated);
  return { source, schema: read.schema, form, openItems };
}
