import type { FeeTable } from '../../decision/fee.js';
import type { Position } from '../../form/form.js';
import type { MappedOutput, OutputColumn, OutputDefinition } from '../../outputs/output-definition.js';
import type { PackageProblem } from '../package-error.js';

const file = 'outputs.yaml';

const sources = ['from', 'constant', 'meta', 'fee', 'entryFee'] as const;

/** What the outputs name and the form or the fees do not have. */
export function outputProblems(
  outputs: readonly OutputDefinition[],
  byPath: ReadonlyMap<string, Position>,
  fees: readonly FeeTable[],
): PackageProblem[] {
  const found: PackageProblem[] = [];
  const report = (path: string, message: string): void => {
    found.push({ code: 'package-reference', file, path, message });
  };
  for (const name of ['key', 'fileName'] as const) {
    const values = outputs.map((output) => output[name]);
    for (const value of new Set(values.filter((one, index) => values.indexOf(one) !== index))) {
      report(value, `Zwei Ausgaben haben denselben ${name === 'key' ? 'Schlüssel' : 'Dateinamen'}. Jede braucht einen eigenen.`);
    }
  }
  for (const output of outputs) {
    if (output.format !== 'mapped-json' && output.format !== 'mapped-csv') continue;
    const entry = output.forEach === undefined ? null : byPath.get(output.forEach);
    if (entry !== null && !(entry?.repeated && entry.node.kind === 'group')) {
      report(output.key, `${output.forEach} ist keine Gruppe mit mehreren Einträgen. Berichtigen Sie forEach.`);
      continue;
    }
    for (const column of output.columns) {
      const message = columnProblem(output, column, byPath, fees);
      if (message) report(`${output.key}/${column.name}`, message);
    }
  }
  return found;
}

function columnProblem(
  output: MappedOutput,
  column: OutputColumn,
  byPath: ReadonlyMap<string, Position>,
  fees: readonly FeeTable[],
): string | null {
  if (sources.filter((source) => column[source] !== undefined).length !== 1) {
    return `Die Spalte braucht genau eine Quelle: ${sources.join(', ')}.`;
  }
  if (column.from !== undefined) return fromProblem(output, column.from, byPath);
  const key = column.fee ?? column.entryFee;
  if (key === undefined) return null;
  const table = fees.find((fee) => fee.key === key);
  if (!table) return `Die Gebühr „${key}“ steht nicht in rules.yaml.`;
  if (column.entryFee !== undefined && table.count !== output.forEach) {
    return `Die Gebühr „${key}“ zählt nicht die Einträge von forEach. Nehmen Sie fee, oder gleichen Sie count und forEach an.`;
  }
  return null;
}

function fromProblem(output: MappedOutput, from: string, byPath: ReadonlyMap<string, Position>): string | null {
  const own = from.startsWith('self/');
  if (own && output.forEach === undefined) return `${from} beginnt mit self/, aber die Ausgabe hat kein forEach.`;
  const path = own ? `${output.forEach}/${from.slice('self/'.length)}` : from;
  const position = byPath.get(path);
  if (position?.node.kind !== 'field') return `Ein Feld ${path} gibt es im Formular nicht. Nennen Sie den vollen Pfad.`;
  const stray = position.repeats.find((repeat) => repeat !== position && !(own && output.forEach?.startsWith(repeat.path)));
  return stray
    ? `${path} liegt in ${stray.path}, einer Gruppe mit mehreren Einträgen. Setzen Sie forEach: ${stray.path} und from: self/….`
    : null;
}
