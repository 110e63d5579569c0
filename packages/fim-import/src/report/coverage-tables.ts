import { say } from '../language.js';
import { type CompiledRow, type SchemaRow, isCompiled } from './schema-row.js';
import type { TryResults } from './try-results.js';

/** Foreign text in a cell: one line, and nothing that Markdown would take for its own. */
export const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|*_`<>[\]]/g, '\\$&');

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const heads = {
  de: 'Schema | Titel | XDF | Felder | Seiten | Regeln verstanden / offen | Codelisten da / fehlen | Lint Fehler / Warnungen / Hinweise | ausprobiert',
  en: 'schema | title | XDF | fields | pages | rules understood / open | code lists at hand / missing | lint errors / warnings / hints | tried',
};

/** One line for each schema. */
export const schemaTable = (rows: readonly SchemaRow[], tried: TryResults): string =>
  table(
    say(heads).split(' | '),
    rows.map((row) => (isCompiled(row) ? compiledCells(row, tried) : failedCells(row.file))),
  );

function compiledCells(row: CompiledRow, tried: TryResults): readonly string[] {
  const { id, version, title, xdatenfelder, fields, pages, rules, lint } = row;
  const open = rules.filter(({ failures }) => failures.length > 0).length;
  return [
    `${cell(id)} ${version === '' ? say({ de: '(Arbeitskopie)', en: '(working copy)' }) : cell(version)}`,
    cell(title),
    xdatenfelder,
    String(fields),
    String(pages),
    `${rules.length - open} / ${open}`,
    `${row.codeLists.length - row.codeListsMissing.length} / ${row.codeListsMissing.length}`,
    `${lint.errors} / ${lint.warnings} / ${lint.hints}`,
    triedCell(tried, row),
  ];
}

const failedCells = (file: string): readonly string[] => [
  cell(file),
  `**${say({ de: 'nicht kompiliert', en: 'not compiled' })}**`,
  ...Array.from({ length: 7 }, () => '–'),
];

function triedCell(tried: TryResults, { id, version }: CompiledRow): string {
  const outcomes = tried.get(version === '' ? id : `${id}V${version}`);
  if (outcomes === undefined) return '–';
  return `${outcomes.filter(({ delivered }) => delivered).length} ${say({ de: 'von', en: 'of' })} ${outcomes.length}`;
}
