import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, isCollection, isScalar, parseDocument } from 'yaml';
import { writeWhole } from '../fim-portal/write-file.js';
import { say } from '../language.js';
import { FimInputError } from '../xml/fim-input-error.js';
import type { Leistungsbeschreibung } from './leistungsbeschreibung.js';
import { type PublicTexts, publicKeys, publicTexts } from './public-texts.js';

export interface FilledTexts {
  /** Keys of `service.yaml` that were written. */
  readonly filled: readonly string[];
  /** Keys that already had a text, which stayed. */
  readonly kept: readonly string[];
  /** Keys of `service` in `texts/en.yaml` that were written. */
  readonly english: readonly string[];
}

/**
 * Writes the texts of a description into a package folder; comments and all else stay. What has a text keeps it, unless `replace`.
 * English texts are written only where the German one comes from the same description: another text would need another translation.
 * @throws FimInputError if the folder is no package, or its files are no YAML
 */
export async function fillPackage(folder: string, leistung: Leistungsbeschreibung, replace: boolean): Promise<FilledTexts> {
  const german = publicTexts(leistung, 'de');
  const service = await openYaml(join(folder, 'service.yaml'), true);
  const given = publicKeys.filter((key) => german[key] !== undefined);
  const filled = given.filter((key) => replace || isEmpty(service, [key]));
  for (const key of filled) service.setIn([key], service.createNode(german[key]));
  const keys = leistung.leika.filter((key) => !listAt(service, 'leika').includes(key));
  if (keys.length > 0) service.setIn(['leika'], service.createNode([...listAt(service, 'leika'), ...keys]));

  const english = publicTexts(leistung, 'en');
  const texts = await openYaml(join(folder, 'texts', 'en.yaml'), false);
  const translated = filled.filter((key) => fits(german[key], english[key]) && (replace || isEmpty(texts, ['service', key])));
  for (const key of translated) texts.setIn(['service', key], texts.createNode(english[key]));

  if (filled.length + keys.length > 0) await writeWhole(join(folder, 'service.yaml'), printed(service));
  if (translated.length > 0) await writeWhole(join(folder, 'texts', 'en.yaml'), printed(texts));
  return {
    filled: [...filled, ...(keys.length > 0 ? ['leika'] : [])],
    kept: given.filter((key) => !filled.includes(key)),
    english: translated,
  };
}

const printed = (document: Document): string => document.toString({ lineWidth: 120 });

/** Lists are translated entry by entry; norms are not translated at all. */
function fits(german: PublicTexts[keyof PublicTexts], english: PublicTexts[keyof PublicTexts]): boolean {
  if (typeof german === 'string') return typeof english === 'string';
  const [first] = german ?? [];
  return typeof first === 'string' && typeof english === 'object' && english.length === german?.length;
}

async function openYaml(path: string, needed: boolean): Promise<Document> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined && needed) {
    const reason = {
      de: 'Das ist kein Ordner eines Dienstes: service.yaml fehlt. fim compile legt einen an.',
      en: 'This is no folder of a service package: service.yaml is missing. fim compile makes one.',
    };
    throw new FimInputError('fim-package-folder', path, say(reason));
  }
  const document = parseDocument(text ?? '');
  const [mistake] = document.errors;
  const place = mistake?.linePos?.[0];
  if (mistake !== undefined) {
    const reason = { de: 'Das ist kein gültiges YAML. Korrigieren Sie es zuerst.', en: 'This is not valid YAML. Correct it first.' };
    throw new FimInputError('fim-package-folder', path, say(reason), place && { line: place.line, column: place.col });
  }
  return document;
}

function isEmpty(document: Document, path: readonly string[]): boolean {
  const node: unknown = document.getIn(path, true);
  if (isCollection(node)) return node.items.length === 0;
  return !isScalar(node) || node.value === null || node.value === '';
}

function listAt(document: Document, key: string): readonly string[] {
  const value: unknown = document.toJS() as unknown;
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return Array.isArray(list) ? list.map(String) : [];
}
