import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Statement } from '@serviceportal/form-engine';
import { say } from '../language.js';
import type { Identifikation } from '../xdatenfelder/angaben.js';
import { parseJson } from '../parse-json.js';
import { FimInputError, type SourcePlace } from '../xml/fim-input-error.js';
import { readTranslatedRules } from './translated-rules.js';

/** The rules of one element, as FIM translates them. */
interface TranslatedElement {
  readonly statements: readonly Statement[];
  /** Where they were read. */
  readonly path: string;
  /** Read for this schema: an element that it lacks is worth a word. Else the file lies there for other schemas too. */
  readonly meant: boolean;
}

/** By id and version, as FIM writes both in one: `G05000012345V1.0.0`. */
export type TranslatedRules = ReadonlyMap<string, TranslatedElement>;

const ending = '_translated-rules.json';
/** The translations of a whole schema; the largest schema has 428 rules. */
const mostBytes = 20_000_000;

export const translatedRulesFileName = ({ id, version }: Identifikation): string => `${keyOf(id, version)}${ending}`;

const keyOf = (id: string, version: string | undefined): string => (version === undefined ? id : `${id}V${version}`);

/**
 * The translated rules for a schema: `…_translated-rules.json` beside its file, then the files named (a later one wins for an element).
 * @throws FimInputError if one of them is none
 */
export async function findTranslatedRules(
  schema: Identifikation,
  schemaPath: string,
  paths: readonly string[] = [],
): Promise<TranslatedRules> {
  const folder = dirname(schemaPath);
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ending)).sort();
  const own = translatedRulesFileName(schema);
  const belongs = (name: string): boolean => name === own || (/^[GF]/.test(name) && isElementKey(name.slice(0, -ending.length)));
  const beside = names.filter(belongs);
  const found = new Map<string, TranslatedElement>();
  const take = async (path: string, meant: boolean): Promise<void> => {
    for (const [key, statements] of await readTranslatedRulesFile(path)) found.set(key, { statements, path, meant });
  };
  for (const name of beside) await take(join(folder, name), name === own);
  for (const path of paths) {
    if (!belongs(basename(path))) throw misnamed(path, own);
    await take(path, true);
  }
  return found;
}

/**
 * Reads one file: an object of `id + "V" + version` → rules, or the rules of the one element after which the file is named, just as
 * the portal delivers them.
 */
async function readTranslatedRulesFile(path: string): Promise<ReadonlyMap<string, readonly Statement[]>> {
  const json = parsed(await contentOf(path), path);
  if (Array.isArray(json)) return new Map([[nameOf(path), readTranslatedRules(json, path)]]);
  if (typeof json !== 'object' || json === null) {
    throw invalid(path, say({ de: 'Erwartet wird ein Objekt oder eine Liste', en: 'an object or a list is expected' }));
  }
  return new Map(
    Object.entries(json).map(([key, rules]: [string, unknown]) => {
      if (!isElementKey(key)) throw invalid(path, `„${key}“ ${say({ de: 'ist keine Id mit Fassung', en: 'is no id with a version' })}`);
      return [key, readTranslatedRules(rules, `${path}, ${key}`)];
    }),
  );
}

const isElementKey = (text: string): boolean => /^[SGF](\d{8}|\d{11})V\d+\.\d+(\.\d+)?$/.test(text);

function nameOf(path: string): string {
  const key = basename(path).slice(0, -ending.length);
  return key;
}

const misnamed = (path: string, own: string): FimInputError =>
  invalid(
    path,
    say({
      de: `Der Dateiname sagt, wofür sie gelten: „${own}“ für dieses Schema, „G05000012345V1.0.0${ending}“ für ein Element. Benennen Sie die Datei um`,
      en: `the file name says what they are for: “${own}” for this schema, “G05000012345V1.0.0${ending}” for one element. Rename the file`,
    }),
  );

async function contentOf(path: string): Promise<string> {
  const size = await stat(path).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) {
    const reason = { de: 'Diese Datei gibt es nicht. Prüfen Sie den Pfad.', en: 'There is no such file. Check the path.' };
    throw new FimInputError('fim-file-unreadable', path, say(reason));
  }
  if (size > mostBytes) throw invalid(path, say({ de: 'mehr als 20 MB', en: 'more than 20 MB' }));
  return readFile(path, 'utf8').catch(() => {
    const reason = { de: 'Die Datei lässt sich nicht lesen.', en: 'The file cannot be read.' };
    throw new FimInputError('fim-file-unreadable', path, say(reason));
  });
}

function parsed(text: string, path: string): unknown {
  const json = parseJson(text);
  if ('value' in json) return json.value;
  if (json.broken === undefined) throw invalid(path, say({ de: 'kein JSON', en: 'not JSON' }));
  throw invalid(path, say({ de: 'ab hier kein JSON', en: 'not JSON from here on' }), json.broken);
}

const invalid = (path: string, what: string, place?: SourcePlace): FimInputError =>
  new FimInputError('fim-translated-rules-invalid', path, `${say({ de: 'Übersetzte Regeln', en: 'Translated rules' })}: ${what}.`, place);
