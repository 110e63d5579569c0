import { say } from '../language.js';
import { cell, table } from './coverage-tables.js';
import { type CompiledRow, type SchemaRow, isCompiled } from './schema-row.js';
import type { DistinctRule } from './totals.js';
import type { TryResults } from './try-results.js';

/** Rules with what is to be said about them, their whole text, and where they stand. */
export function ruleList(title: string, explanation: string, rules: readonly DistinctRule[]): string {
  if (rules.length === 0) return `## ${title}\n\n${say({ de: 'Keine.', en: 'None.' })}`;
  const entries = rules.map(({ id, text, remarks, places }) => {
    const where = places.map((place) => `\`${place}\``).join(', ');
    const quoted = text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [`> ${cell(line)}`]));
    return [`### ${cell(id)}`, '', ...remarks.map((remark) => `- ${cell(remark)}`), '', ...quoted, '', where].join('\n');
  });
  return [`## ${title} (${rules.length})`, explanation, ...entries].join('\n\n');
}

export function failedSchemas(rows: readonly SchemaRow[]): string {
  const failed = rows.filter((row) => !isCompiled(row));
  if (failed.length === 0) return '';
  const title = say({ de: 'Schemata, die nicht kompiliert werden', en: 'Schemas that are not compiled' });
  const head = say({ de: 'Datei | Code | Grund', en: 'file | code | reason' }).split(' | ');
  const cells = failed.flatMap((row) => ('error' in row ? [[`\`${row.file}\``, `\`${row.error.code}\``, cell(row.error.message)]] : []));
  return `## ${title} (${failed.length})\n\n${table(head, cells)}`;
}

export function tryProblems(tried: TryResults): string {
  const problems = [...tried]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([schema, outcomes]) =>
      outcomes.flatMap(({ seed, delivered, problem }) => (delivered ? [] : [[cell(schema), String(seed ?? '–'), cell(problem ?? '')]])),
    );
  if (problems.length === 0) return '';
  const title = say({ de: 'Wo das Ausprobieren scheiterte', en: 'Where trying failed' });
  return `## ${title} (${problems.length})\n\n${table(say({ de: 'Schema | Seed | Grund', en: 'schema | seed | reason' }).split(' | '), problems)}`;
}

export function missingLists(rows: readonly SchemaRow[]): string {
  const lists = grouped(rows, ({ codeListsMissing }) => codeListsMissing.map(({ name, reason }) => [`\`${name}\``, cell(reason)]));
  if (lists.length === 0) return '';
  const title = say({ de: 'Codelisten, die fehlen', en: 'Code lists that are missing' });
  const explanation = say({
    de: 'Wo eine Liste fehlt, ist das Feld ein Textfeld mit Hinweis, bis sie da ist (`--codelists`).',
    en: 'Where a list is missing, the field is a text field with a note until it is there (`--codelists`).',
  });
  const head = say({ de: 'Codeliste | Grund | Schemata', en: 'code list | reason | schemas' }).split(' | ');
  return `## ${title} (${lists.length})\n\n${explanation}\n\n${table(head, lists)}`;
}

export function otherOpenItems(rows: readonly SchemaRow[]): string {
  const items = grouped(rows, ({ otherOpenItems: messages }) => messages.map((message) => [cell(message)]));
  if (items.length === 0) return '';
  const title = say({ de: 'Sonst offen', en: 'Otherwise open' });
  return `## ${title} (${items.length})\n\n${table(say({ de: 'was | Schemata', en: 'what | schemas' }).split(' | '), items)}`;
}

/** The same entry of several schemas is one line that ends with their ids. */
function grouped(
  rows: readonly SchemaRow[],
  entriesOf: (row: CompiledRow) => readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const entries = new Map<string, { cells: readonly string[]; schemas: Set<string> }>();
  for (const row of rows.filter(isCompiled)) {
    for (const cells of entriesOf(row)) {
      const known = entries.get(cells.join('\n')) ?? { cells, schemas: new Set<string>() };
      known.schemas.add(cell(row.id));
      entries.set(cells.join('\n'), known);
    }
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, { cells, schemas }]) => [...cells, [...schemas].sort().join(', ')]);
}
