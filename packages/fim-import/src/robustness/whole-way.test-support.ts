import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Form, type FormDefinition, compileForm, compilePackage, evaluate } from '@serviceportal/form-engine';
import { type ResolvedCodelists, resolveCodelists } from '../codelists/resolve-codelists.js';
import { readCodelist } from '../codelists/read-codelist.js';
import { compileFim } from '../compile/compile-fim.js';
import { vetPattern } from '../compile/pattern.js';
import { toJsonSchema } from '../compile/payload/json-schema.js';
import { toXsd } from '../compile/payload/xsd.js';
import { serviceFiles } from '../compile/service-files.js';
import { convertSchema } from '../convert/convert-schema.js';
import { typedAnswers } from '../evaluate/read-answers.js';
import { elementStates } from '../evaluate/element-states.js';
import { codelistsAtHand } from '../lint/codelists-at-hand.js';
import { lint } from '../lint/lint.js';
import { readForLint } from '../lint/read-lint.js';
import { printCondition } from '../rules/print-condition.js';
import { readTranslatedRules } from '../rules/translated-rules.js';
import { contentOf } from '../write/content-of.test-support.js';
import { writeCodelist } from '../write/write-codelist.js';
import { writeSchema } from '../write/write-schema.js';
import { escapeXml, schemaXml } from '../xdatenfelder/schema-xml.test-support.js';
import { readSchema, readSchemaText } from '../xdatenfelder/read-schema.js';
import type { Struktur } from '../xdatenfelder/stammdatenschema.js';
import type { ReadSchema } from '../xdatenfelder/schema-message.js';
import { FimInputError } from '../xml/fim-input-error.js';
import { readXmlText } from '../xml/read-xml.js';
import type { Random } from './random.test-support.js';
import { someAnswers } from './some-answers.test-support.js';

/** What became of an input. Anything else is thrown. */
export type Outcome = 'model' | 'refused';

/** Errors about a file as a whole: there is no place in it to point at. */
const withoutPlace: ReadonlySet<string> = new Set([
  'fim-file-empty',
  'fim-file-compressed',
  'fim-file-unreadable',
  'fim-translated-rules-invalid',
]);

function insist(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** The error for people: a code, the file, and the place in it. */
function checkRefusal(error: unknown, file: string): void {
  if (!(error instanceof FimInputError)) throw error;
  insist(error.file === file && error.message.startsWith(file), `the error names another file: ${error.message}`);
  if (withoutPlace.has(error.code)) return;
  insist(
    error.line !== undefined && error.line >= 1 && error.column !== undefined && error.column >= 1,
    `${error.code} names no place: ${error.message}`,
  );
}

function orRefusedNow<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FimInputError)) throw error;
    return undefined;
  }
}

async function orRefused<T>(file: string, work: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    checkRefusal(error, file);
    return undefined;
  }
}

/** Takes a schema, and the lists beside it, from the file to everything that is made of it. */
export async function schemaAllTheWay(path: string, random: Random): Promise<Outcome> {
  await orRefused(path, async () => {
    const root = await readForLint(path);
    for (const { line, column, message } of lint(root, await orNoLists(() => codelistsAtHand(root, path, [])))) {
      insist(line >= 1 && column >= 1 && message !== '', `a finding without a place: ${message}`);
    }
  });
  const imported = await inGoodTime(path, () => importOf(path));
  if (imported === undefined) return 'refused';
  const { read, lists, form, openItems } = imported;
  insist(isDeepStrictEqual(JSON.parse(JSON.stringify(form)), form), 'the form is no plain data');
  for (const item of openItems) insist(item.line !== undefined && item.line >= 1, `an open item without a place: ${item.message}`);
  checkForm(form, random);
  compilePackage(serviceFiles(read.schema), { form, openItems });
  checkConversions(read, lists, path);
  return 'model';
}

/** What `fim compile` does with a file. */
async function importOf(path: string) {
  const read = await orRefused(path, () => readSchema(path, { relations: true }));
  if (read === undefined) return undefined;
  const lists = await orNoLists(() => resolveCodelists(read.schema, path));
  return { read, lists, ...compileFim(read, lists, path) };
}

// On a machine that others keep busy even processor time is several times as long. `npm run fuzz`, on one at rest, asks for what was promised.
const patience = process.env['FIM_STRICT_TIME'] === undefined ? 5 : 1;

/** A second for each megabyte and no less than one, of processor time. */
async function inGoodTime<T>(path: string, work: () => Promise<T>): Promise<T> {
  const { size } = await stat(path);
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1_000_000;
  insist(seconds <= patience * Math.max(1, size / 1_000_000), `the import took ${seconds.toFixed(2)} s for ${size} bytes`);
  return result;
}

/** A list that is broken is refused with an error of its own; the way goes on without it. */
async function orNoLists(resolve: () => Promise<ResolvedCodelists>): Promise<ResolvedCodelists> {
  try {
    return await resolve();
  } catch (error) {
    if (!(error instanceof FimInputError)) throw error;
    checkRefusal(error, error.file);
    return new Map();
  }
}

function checkForm(definition: FormDefinition, random: Random): void {
  const form = compileForm(definition);
  for (let times = 0; times < 3; times++) {
    const answers = times === 0 ? {} : (orRefusedNow(() => typedAnswers(someAnswers(definition, random), form, 'answers.json')) ?? {});
    const evaluation = evaluate(form, answers, { today: '2026-11-21', land: 'NW' });
    elementStates(form, evaluation);
    evaluation.violations();
  }
  checkPatterns(form);
  JSON.stringify(toJsonSchema(definition));
  readXmlText(toXsd(definition), 'made.xsd', () => undefined);
}

function checkPatterns({ positions }: Form): void {
  for (const { node } of positions) {
    const pattern = node.kind === 'field' ? node.constraints.pattern : undefined;
    insist(pattern === undefined || 'pattern' in vetPattern(pattern), `a pattern that was not vetted: ${pattern}`);
  }
}

const shapeOf = (struktur: readonly Struktur[]): unknown =>
  struktur.map(({ anzahl, enthaelt }) => [
    anzahl,
    enthaelt.id,
    enthaelt.version,
    enthaelt.art === 'datenfeld' ? [] : shapeOf(enthaelt.struktur),
  ]);

/** What we write of it, in its own version and in the other one, can be read; in its own it has the same elements. */
function checkConversions(read: ReadSchema, lists: ResolvedCodelists, path: string): void {
  const own = writeSchema(read.schema, read.kopf);
  const again = readSchemaText(own, path, { relations: true });
  insist(isDeepStrictEqual(shapeOf(again.schema.struktur), shapeOf(read.schema.struktur)), 'what was written has other elements');
  // The first time what this version does not know got lost; now nothing may.
  const onceMore = readSchemaText(writeSchema(again.schema, again.kopf), path, { relations: true });
  insist(isDeepStrictEqual(contentOf(onceMore.schema), contentOf(again.schema)), 'what was written reads differently');
  const converted = convertSchema(read, read.schema.fassung === '2.0' ? '3.0.0' : '2.0', lists, '2026-11-21T00:00:00Z');
  readSchemaText(writeSchema(converted.schema, converted.kopf), path);
  for (const { list, fileName } of converted.codelists) {
    insist(/^[\w.-]+$/.test(fileName), `a file name that leaves its folder: ${fileName}`);
    readXmlText(writeCodelist(list), fileName, () => undefined);
  }
}

/** Reads a code list by itself, and takes a schema that refers to it all the way. */
export async function codelistAllTheWay(path: string, random: Random): Promise<Outcome> {
  const list = await orRefused(path, () => readCodelist(path));
  if (list === undefined) return 'refused';
  readXmlText(writeCodelist(list), path, () => undefined);
  const schema = join(path, '..', 'schema.xml');
  const uri = `<xdf3:canonicalVersionUri>${escapeXml(list.versionUri ?? 'urn:none')}</xdf3:canonicalVersionUri>`;
  const xml = `<xdf3:codelisteReferenz>${uri}</xdf3:codelisteReferenz>`;
  await writeFile(schema, schemaXml([{ id: 'F05000000001', feldart: 'select', xml }]));
  await schemaAllTheWay(schema, random);
  return 'model';
}

/** Reads rules as the FIM portal translates them, and prints what they say. */
export async function translatedRulesAllTheWay(path: string): Promise<Outcome> {
  const json: unknown = JSON.parse(await readFile(path, 'utf8'));
  const statements = await orRefused(path, () => readTranslatedRules(json, path));
  if (statements === undefined) return 'refused';
  for (const { condition } of statements) printCondition(condition);
  return 'model';
}
