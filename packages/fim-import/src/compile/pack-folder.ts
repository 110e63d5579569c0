import { readFile, readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { type ServicePackage, compilePackage } from '@serviceportal/form-engine';
import { resolveCodelists } from '../codelists/resolve-codelists.js';
import { say, speaking } from '../language.js';
import { findTranslatedRules } from '../rules/translated-rules-file.js';
import { findUebersetzungen } from '../translations/find-uebersetzungen.js';
import { readSchema } from '../xdatenfelder/read-schema.js';
import { isXdatenfelderFile } from '../xdatenfelder/is-xdatenfelder-file.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { compileFim } from './compile-fim.js';
import { refuseSlowPatterns } from './overlay-patterns.js';

/**
 * Compiles the folder of a service package, as a person edits it, to the archive that a server runs.
 * @throws FimInputError if there is no schema in `fim/`, PackageError for mistakes in the YAML files
 */
export async function packFolder(folder: string): Promise<ServicePackage> {
  const path = await schemaFileIn(folder);
  const read = await readSchema(path);
  const codelists = await resolveCodelists(read.schema, path);
  const translated = await findTranslatedRules(read.schema, path);
  const uebersetzungen = await findUebersetzungen(read.schema, path);
  const files = await yamlFilesIn(folder);
  // An archive holds sentences, and its digest must not depend on who packs it (docs/adr/0018).
  const pkg = speaking('de', () => compilePackage(files, compileFim(read, codelists, `fim/${basename(path)}`, translated, uebersetzungen)));
  refuseSlowPatterns(pkg.form.children);
  return pkg;
}

/**
 * The one schema in `fim/` of a package folder.
 * @throws FimInputError if there is none, or more than one
 */
export async function schemaFileIn(folder: string): Promise<string> {
  const fim = join(folder, 'fim');
  const names = await readdir(fim).catch(() => {
    const reason = say({
      de: 'kein Ordner eines Dienstes: Es fehlt der Unterordner fim/ mit dem Schema.',
      en: 'no folder of a service package: the folder fim/ with the schema is missing.',
    });
    throw new FimInputError('fim-package-folder', folder, reason);
  });
  const schemas: string[] = [];
  for (const name of names.filter((candidate) => candidate.toLowerCase().endsWith('.xml')).sort()) {
    if (await isXdatenfelderFile(join(fim, name))) schemas.push(name);
  }
  const [first, second] = schemas;
  if (first !== undefined && second === undefined) return join(fim, first);
  const found = first === undefined ? say({ de: 'keines', en: 'none' }) : schemas.join(', ');
  const reason = say({
    de: `fim/ muss genau ein XDatenfelder-Schema enthalten; gefunden: ${found}.`,
    en: `fim/ must hold exactly one XDatenfelder schema; found: ${found}.`,
  });
  throw new FimInputError('fim-package-folder', folder, reason);
}

/** The YAML files of a package folder, by path with `/` from the folder. */
export async function yamlFilesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries.filter((found) => found.isFile() && found.name.endsWith('.yaml'))) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path, 'utf8'));
  }
  return files;
}
