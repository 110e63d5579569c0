import { say } from '../language.js';
import { coverageHead } from './coverage-head.js';
import { failedSchemas, missingLists, otherOpenItems, ruleList, tryProblems } from './coverage-sections.js';
import { schemaTable, table } from './coverage-tables.js';
import { type SchemaRow } from './schema-row.js';
import { type Totals, percent, remarkedRules, totalsOf } from './totals.js';
import type { TryResults } from './try-results.js';

/** Everything that the report knows about a folder. */
export interface Coverage {
  readonly rows: readonly SchemaRow[];
  /** Files that are no schemas. */
  readonly others: number;
  readonly tried: TryResults;
}

/** The report as a page, the same for the same files: no date, no paths but those from the folder. */
export function coverageMarkdown(coverage: Coverage): string {
  const { rows, tried, others } = coverage;
  const open = remarkedRules(rows, ({ failures }) => failures);
  const noted = remarkedRules(rows, ({ failures, notes }) => (failures.length > 0 ? [] : notes));
  const parts = [
    coverageHead(),
    `## ${say({ de: 'Im Ganzen', en: 'In total' })}`,
    totalsTable(rows),
    say({
      de: `${others} weitere Dateien sind keine Datenschemata (Codelisten, andere Nachrichten, XSD, JSON) und zählen nicht mit.`,
      en: `${others} other files are no data schemas (code lists, other messages, XSD, JSON) and do not count.`,
    }),
    ruleList(
      say({ de: 'Regeln, die nicht verstanden sind', en: 'Rules that are not understood' }),
      say({
        de: 'Sie gelten nicht, oder nur mit den Sätzen, die verstanden sind und die keinen anderen berühren. Alle stehen hier.',
        en: 'They are not in force, or only with the sentences that were understood and that touch no other one. All of them stand here.',
      }),
      open,
    ),
    ruleList(
      say({ de: 'Regeln, die geprüft werden sollten', en: 'Rules to check' }),
      say({
        de: 'Sie gelten, aber der Text ließ sich nicht so lesen, wie er dasteht: Er hat einen Tippfehler mit nur einer sinnvollen Lesart, nennt etwas, das es nicht gibt, oder widerspricht sich. Was gelesen wurde, steht dabei.',
        en: 'They are in force, but the text could not be read as it stands: it has a slip with one plausible reading, names something that is not there, or contradicts itself. What was read is said.',
      }),
      noted,
    ),
    failedSchemas(rows),
    tryProblems(tried),
    missingLists(rows),
    otherOpenItems(rows),
    ...folders(rows).map(([folder, inFolder]) => `## \`${folder}\`\n\n${schemaTable(inFolder, tried)}`),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Rows by the first folder of their path. */
function folders(rows: readonly SchemaRow[]): readonly (readonly [string, readonly SchemaRow[]])[] {
  const byFolder = new Map<string, SchemaRow[]>();
  for (const row of rows) {
    const folder = row.file.includes('/') ? `${row.file.split('/')[0] ?? ''}/` : '.';
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), row]);
  }
  return [...byFolder];
}

function totalsTable(rows: readonly SchemaRow[]): string {
  const head = say({
    de: 'Ordner | Schemata kompiliert | verschiedene Regeln verstanden | verschiedene Codelisten da',
    en: 'folder | schemas compiled | distinct rules understood | distinct code lists at hand',
  });
  const all = folders(rows).map(([folder, inFolder]) => [`\`${folder}\``, ...cells(totalsOf(inFolder))]);
  const sum = [`**${say({ de: 'alle', en: 'all' })}**`, ...cells(totalsOf(rows))];
  return table(head.split(' | '), [...all, ...(all.length > 1 ? [sum] : [])]);
}

const outOf = (part: number, whole: number): string => `${part} ${say({ de: 'von', en: 'of' })} ${whole}`;
const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${outOf(part, whole)} = ${percent(part, whole)}`);

const cells = (totals: Totals): readonly string[] => [
  share(totals.compiled, totals.schemas),
  share(totals.rulesUnderstood, totals.rules),
  outOf(totals.codeLists - totals.codeListsMissing, totals.codeLists),
];
