import { basename } from 'node:path';
import { type ServicePackage, compilePackage } from '@serviceportal/form-engine';
import { type ResolvedCodelists, resolveCodelists } from '../codelists/resolve-codelists.js';
import { type TranslatedRules, findTranslatedRules } from '../rules/translated-rules-file.js';
import { findUebersetzungen } from '../translations/find-uebersetzungen.js';
import { readSchema } from '../xdatenfelder/read-schema.js';
import { elementsOf } from '../xdatenfelder/elements-of.js';
import type { ReadSchema } from '../xdatenfelder/schema-message.js';
import type { Stammdatenschema } from '../xdatenfelder/stammdatenschema.js';
import { type CompiledFim, compileFim } from './compile-fim.js';
import { serviceFiles } from './service-files.js';

export interface CompileOptions {
  /** Folders with genericode lists, besides that of the schema. */
  readonly codelists?: readonly string[];
  /** Files with rules that FIM has translated, besides those next to the schema. */
  readonly translatedRules?: readonly string[];
  /** Files with texts that FIM has translated (uebersetzung.0106), besides those next to the schema. */
  readonly translations?: readonly string[];
}

/** A file that goes into the package as it is. */
export interface SourceFile {
  readonly from: string;
  /** In the package, with `/`. */
  readonly to: string;
}

export interface ServicePackageDraft {
  readonly read: ReadSchema;
  readonly compiled: CompiledFim;
  /** YAML files by path in the package. */
  readonly files: ReadonlyMap<string, string>;
  /** The schema, the code lists that it uses, the translated rules and texts, for `fim/`. */
  readonly sources: readonly SourceFile[];
}

/**
 * Compiles a schema file to the draft of a service package.
 * @throws FimInputError if the file is no schema that can be read
 */
export async function compileServicePackage(path: string, options: CompileOptions = {}): Promise<ServicePackageDraft> {
  const read = await readSchema(path);
  const codelists = await resolveCodelists(read.schema, path, options.codelists);
  const translated = await findTranslatedRules(read.schema, path, options.translatedRules);
  const uebersetzungen = await findUebersetzungen(read.schema, path, options.translations);
  return {
    read,
    compiled: compileFim(read, codelists, basename(path), translated, uebersetzungen),
    files: serviceFiles(read.schema),
    sources: sourcesOf([path, ...pathsOf(codelists), ...pathsIn(translated, read.schema), ...uebersetzungen.map(({ file }) => file)]),
  };
}

/** A package of any schema, ready to run, with a description made from the schema's own words. */
export async function previewPackage(path: string, options: CompileOptions = {}): Promise<ServicePackage> {
  const { files, compiled } = await compileServicePackage(path, options);
  return compilePackage(files, compiled);
}

/** Lists of the same file name from different folders get different ones. */
function sourcesOf(paths: readonly string[]): readonly SourceFile[] {
  const names = new Set<string>();
  return paths.map((from) => {
    let name = basename(from);
    while (names.has(name)) name = name.replace(/(\.[^.]*)?$/, '-2$1');
    names.add(name);
    return { from, to: `fim/${name}` };
  });
}

function pathsOf(codelists: ResolvedCodelists): readonly string[] {
  const paths = [...codelists.values()].flatMap((resolved) => (resolved.list === undefined ? [] : resolved.path));
  return [...new Set(paths)];
}

/** The files with translations of elements that the schema has. */
function pathsIn(translated: TranslatedRules, schema: Stammdatenschema): readonly string[] {
  const keys = new Set(elementsOf(schema).map(({ id, version }) => `${id}V${version ?? ''}`));
  return [...new Set([...translated].flatMap(([key, { path }]) => (keys.has(key) ? path : [])))];
}
