import type { FeeTable } from '../../decision/fee.js';
import type { Position } from '../../form/form.js';
import type { MappedOutput, OutputColumn, OutputDefinition } from '../../outputs/output-definition.js';
import type { PackageProblem } from '../package-error.js';
import type { Declaration } from '../service-package.js';

const file = 'outputs.yaml';

const sources = ['from', 'constant', 'meta', 'fee', 'entryFee', 'declaration'] as const;

/** What the outputs name and the form or the fees do not have. */
export function outputProblems(
  outputs: readonly OutputDefinition[],
  byPath: ReadonlyMap<string, Position>,
  fees: readonly FeeTable[],
  declarations: readonly Declaration[],
): PackageProblem[] {
  const found: PackageProblem[] = [];
  const report = (path: string, message: string, english: string): void => {
    found.push({ code: 'package-reference', file, path, message, english });
  };
  for (const name of ['key', 'fileName'] as const) {
    const values = outputs.map((output) => output[name]);
    for (const value of new Set(values.filter((one, index) => values.indexOf(one) !== index))) {
      report(
        value,
        `Zwei Ausgaben haben denselben ${name === 'key' ? 'Schlüssel' : 'Dateinamen'}. Jede braucht einen eigenen.`,
        `Two outputs have the same ${name === 'key' ? 'key' : 'file name'}. Each needs its own.`,
      );
    }
  }
  for (const output of outputs) {
    if (output.format !== 'mapped-json' && output.format !== 'mapped-csv') continue;
    const entry = output.forEach === undefined ? null : byPath.get(output.forEach);
    if (entry !== null && !(entry?.repeated && entry.node.kind === 'group')) {
      report(
        output.key,
        `${output.forEach} ist keine Gruppe mit mehreren Einträgen. Berichtigen Sie forEach.`,
        `${output.forEach} is no group with several entries. Correct forEach.`,
      );
      continue;
    }
    for (const column of output.columns) {
      const problem = columnProblem(output, column, byPath, fees, declarations);
      if (problem) report(`${output.key}/${column.name}`, problem.de, problem.en);
    }
  }
  return found;
}

/** What is wrong with a column. */
interface Wrong {
  readonly de: string;
  readonly en: string;
}

function columnProblem(
  output: MappedOutput,
  column: OutputColumn,
  byPath: ReadonlyMap<string, Position>,
  fees: readonly FeeTable[],
  declarations: readonly Declaration[],
): Wrong | null {
  if (sources.filter((source) => column[source] !== undefined).length !== 1) {
    const names = sources.join(', ');
    return { de: `Die Spalte braucht genau eine Quelle: ${names}.`, en: `The column needs exactly one source: ${names}.` };
  }
  if (column.from !== undefined) return fromProblem(output, column.from, byPath);
  if (column.declaration !== undefined && !declarations.some(({ key }) => key === column.declaration)) {
    return {
      de: `Die Erklärung „${column.declaration}“ steht nicht in workflow.yaml.`,
      en: `The declaration “${column.declaration}” is not in workflow.yaml.`,
    };
  }
  const key = column.fee ?? column.entryFee;
  if (key === undefined) return null;
  const table = fees.find((fee) => fee.key === key);
  if (!table) return { de: `Die Gebühr „${key}“ steht nicht in rules.yaml.`, en: `The fee “${key}” is not in rules.yaml.` };
  if (column.entryFee !== undefined && table.count !== output.forEach) {
    return {
      de: `Die Gebühr „${key}“ zählt nicht die Einträge von forEach. Nehmen Sie fee, oder gleichen Sie count und forEach an.`,
      en: `The fee “${key}” does not count the entries of forEach. Take fee, or make count and forEach the same.`,
    };
  }
  return null;
}

function fromProblem(output: MappedOutput, from: string, byPath: ReadonlyMap<string, Position>): Wrong | null {
  const own = from.startsWith('self/');
  if (own && output.forEach === undefined)
    return {
      de: `${from} beginnt mit self/, aber die Ausgabe hat kein forEach.`,
      en: `${from} begins with self/, but the output has no forEach.`,
    };
  const path = own ? `${output.forEach}/${from.slice('self/'.length)}` : from;
  const position = byPath.get(path);
  if (position?.node.kind !== 'field')
    return {
      de: `Ein Feld ${path} gibt es im Formular nicht. Nennen Sie den vollen Pfad.`,
      en: `There is no field ${path} in the form. Name the full path.`,
    };
  const stray = position.repeats.find((repeat) => repeat !== position && !(own && output.forEach?.startsWith(repeat.path)));
  return stray
    ? {
        de: `${path} liegt in ${stray.path}, einer Gruppe mit mehreren Einträgen. Setzen Sie forEach: ${stray.path} und from: self/….`,
        en: `${path} is in ${stray.path}, a group with several entries. Set forEach: ${stray.path} and from: self/….`,
      }
    : null;
}
