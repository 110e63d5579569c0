import type { Answers, Value } from '../../answers/answers.js';
import { pruneAnswers } from '../../answers/prune.js';
import { isValue, readAnswer } from '../../answers/read-answer.js';
import { computeFees, entryFees } from '../../decision/compute-fees.js';
import type { Form, Position } from '../../form/form.js';
import type { Evaluation } from '../../rules/evaluation.js';
import type { ServicePackage } from '../../service-package/service-package.js';
import type { MappedOutput, OutputColumn } from '../output-definition.js';
import type { OutputMeta } from '../output-meta.js';

/** A cell. Amounts are cents, so that each format writes them its own way; `undefined` is empty. */
export type Cell = string | number | boolean | { readonly cents: number } | undefined;
export type MappedRecord = readonly { readonly name: string; readonly cell: Cell }[];

/** All that columns read from, for one application. */
interface Sources {
  readonly pkg: ServicePackage;
  readonly form: Form;
  readonly evaluation: Evaluation;
  readonly answers: Answers;
  readonly meta: OutputMeta;
}

/** One record, or one for each entry of `forEach`. Columns as defined, in their order. */
export function mappedRecords(
  output: MappedOutput,
  pkg: ServicePackage,
  form: Form,
  evaluation: Evaluation,
  meta: OutputMeta,
): MappedRecord[] {
  const sources = { pkg, form, evaluation, answers: pruneAnswers(form, evaluation), meta };
  return recordIndices(output, sources).map((indices, number) =>
    output.columns.map((column) => ({ name: column.name, cell: cellOf(column, output, sources, indices, number + 1) })),
  );
}

function recordIndices({ forEach }: MappedOutput, { form, answers }: Sources): readonly (readonly number[])[] {
  const group = forEach === undefined ? undefined : form.byPath.get(forEach);
  if (!group) return [[]];
  let found: number[][] = [[]];
  for (const repeat of group.repeats) {
    found = found.flatMap((at) => {
      const list = readAnswer(answers, repeat, at);
      return Array.isArray(list) ? list.map((_: unknown, index) => [...at, index]) : [];
    });
  }
  return found;
}

function cellOf(column: OutputColumn, output: MappedOutput, sources: Sources, indices: readonly number[], entryNumber: number): Cell {
  const { pkg, form, evaluation, meta } = sources;
  if (column.constant !== undefined) return column.constant;
  if (column.declaration !== undefined) return meta.declared.includes(column.declaration);
  if (column.from !== undefined) return answerCell(column, output, sources, indices);
  if (column.fee !== undefined) {
    const total = computeFees(pkg.fees, form, evaluation).find(({ key }) => key === column.fee)?.total;
    return total === undefined ? undefined : { cents: total };
  }
  if (column.entryFee !== undefined) {
    const table = pkg.fees.find(({ key }) => key === column.entryFee);
    const own = table && entryFees(table, form, evaluation).find(({ index }) => index === indices[0]);
    return own ? { cents: own.amount } : undefined;
  }
  switch (column.meta) {
    case 'packageKey':
      return pkg.key;
    case 'packageVersion':
      return pkg.version;
    case 'entryNumber':
      return entryNumber;
    case 'reference':
    case 'submittedAt':
    case 'municipality':
      return meta[column.meta];
    case undefined:
      return undefined;
  }
}

function answerCell(column: OutputColumn, output: MappedOutput, { form, answers }: Sources, indices: readonly number[]): Cell {
  const from = column.from ?? '';
  const position = form.byPath.get(from.startsWith('self/') ? `${output.forEach}/${from.slice('self/'.length)}` : from);
  if (!position) return undefined;
  const answer = readAnswer(answers, position, indices);
  const list = (Array.isArray(answer) ? answer : [answer]) as readonly unknown[];
  const values = list.flatMap((one) => (isValue(one as Value) ? [plain(one as Value, position, column, form)] : []));
  return values.length > 1 ? values.join(', ') : values[0];
}

function plain(value: Value, { node }: Position, column: OutputColumn, form: Form): string | number | boolean {
  if (typeof value === 'object') return value.name;
  if (column.as !== 'label' || node.kind !== 'field' || node.codeList === undefined) return value;
  return form.definition.codeLists[node.codeList]?.codes.find(({ code }) => code === value)?.label ?? value;
}
