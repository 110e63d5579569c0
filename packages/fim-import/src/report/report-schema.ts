import { join } from 'node:path';
import { compileForm, type OpenItem } from '@serviceportal/form-engine';
import { resolveCodelists } from '../codelists/resolve-codelists.js';
import { compileFim } from '../compile/compile-fim.js';
import { codelistsAtHand } from '../lint/codelists-at-hand.js';
import { lint } from '../lint/lint.js';
import { isError } from '../lint/meldungen.js';
import { readForLint } from '../lint/read-lint.js';
import { findTranslatedRules } from '../rules/translated-rules-file.js';
import { elementsOf } from '../xdatenfelder/elements-of.js';
import { readSchema } from '../xdatenfelder/read-schema.js';
import type { Stammdatenschema } from '../xdatenfelder/stammdatenschema.js';
import type { CompiledRow, RuleEntry, RuleRemark, SchemaRow } from './schema-row.js';

/**
 * Compiles and checks one schema. Throws nothing: what goes wrong becomes its row.
 * @param file from the folder
 * @param codelists folders with code lists, besides that of the schema
 */
export async function reportSchema(folder: string, file: string, codelists: readonly string[]): Promise<SchemaRow> {
  try {
    return await compiledRow(join(folder, file), file, codelists);
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'internal';
    const message = error instanceof Error ? error.message : String(error);
    return { file, error: { code, message: message.replaceAll(join(folder, file), file).replaceAll(folder, '.') } };
  }
}

async function compiledRow(path: string, file: string, folders: readonly string[]): Promise<CompiledRow> {
  const read = await readSchema(path);
  const { schema } = read;
  const codelists = await resolveCodelists(schema, path, folders);
  const { form, openItems } = compileFim(read, codelists, file, await findTranslatedRules(schema, path));
  const { positions, pages } = compileForm(form);
  const missing = [...codelists].flatMap(([name, { list, ...rest }]) =>
    list === undefined && 'reason' in rest ? [{ name, reason: rest.reason }] : [],
  );
  return {
    file,
    id: schema.id,
    version: schema.version ?? '',
    title: schema.bezeichnung,
    xdatenfelder: schema.fassung,
    fields: positions.filter(({ node }) => node.kind === 'field').length,
    pages: pages.length,
    rules: rulesOf(schema, openItems),
    codeLists: [...codelists.keys()],
    codeListsMissing: missing,
    otherOpenItems: openItems
      .filter(({ kind, severity, ruleId }) => kind !== 'code-list' && severity === undefined && ruleId === undefined)
      .map(({ message }) => message),
    lint: await lintCounts(path, folders),
  };
}

/** An open item belongs to a rule by id and text: FIM has rules of the same id with different texts. */
function rulesOf(schema: Stammdatenschema, openItems: readonly OpenItem[]): readonly RuleEntry[] {
  const remarks = (id: string, text: string, severity?: 'note'): readonly RuleRemark[] =>
    openItems
      .filter((item) => item.ruleId === id && (item.source ?? '') === text && item.severity === severity)
      .map(({ message, line, column }) => ({ message, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }));
  const texts = new Map<string, { id: string; text: string }>();
  for (const { id, text = '', skript = '' } of elementsOf(schema).flatMap(({ regeln }) => regeln)) {
    const source = (text || skript).trim();
    texts.set(`${id}\n${source}`, { id, text: source });
  }
  return [...texts.values()].map(({ id, text }) => ({ id, text, failures: remarks(id, text), notes: remarks(id, text, 'note') }));
}

async function lintCounts(path: string, folders: readonly string[]): Promise<CompiledRow['lint']> {
  const root = await readForLint(path);
  const severities = lint(root, await codelistsAtHand(root, path, folders)).map(({ severity }) => severity);
  return {
    errors: severities.filter(isError).length,
    warnings: severities.filter((severity) => severity === 'Warnung').length,
    hints: severities.filter((severity) => severity === 'Hinweis').length,
  };
}
