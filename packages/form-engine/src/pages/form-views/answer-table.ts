import type { EntriesPage, PageItem } from '../../form/page.js';
import type { Position } from '../../form/form.js';
import type { AnswerRow, AnswerTable } from '../views.js';
import type { AnswerSource } from './answer-rows.js';
import { answerRows } from './answer-rows.js';
import { entryText, labelText } from './element-text.js';

export interface AnswerTableOptions {
  readonly fimIds: boolean;
  /** Notes are to be shown, too: they have no place in a table. */
  readonly notes?: boolean;
  readonly changeHref: (entry: readonly number[]) => string | null;
}

// What fits beside each other on a sheet of paper, and is still read at a glance.
const mostColumns = 4;
const longestLabel = 60;
const longestValue = 60;

/**
 * Several entries of a list as a table: a row for each, a column for each question that somebody answered. Null where that would not be
 * easier to read: one entry, entries of several pages, many or long answers, questions of the same name.
 *
 * @param entries indices of the entries to show
 */
export function answerTable(
  page: EntriesPage,
  entries: readonly (readonly number[])[],
  source: AnswerSource,
  options: AnswerTableOptions,
): AnswerTable | null {
  const [only] = page.pages;
  if (entries.length < 2 || page.pages.length !== 1 || only?.kind !== 'questions') return null;
  if (options.notes && hasNotes(only.items)) return null;
  const asked = only.items.flatMap(fieldsOf);
  const answers = entries.map((indices) =>
    asked.map((position) =>
      source.evaluation.relevant(position, indices) ? (answerRows(position, indices, source, options.fimIds)[0] ?? null) : null,
    ),
  );
  const columns = asked.map((position, at) => ({ at, position })).filter(({ at }) => answers.some((row) => row[at]));
  if (columns.length === 0 || columns.length > mostColumns || !answers.flat().every(fits)) return null;
  const labels = columns.map(({ position }) => labelText(position, source.wording));
  if (new Set(labels.map(({ text }) => text)).size < labels.length || labels.some(({ text }) => text.length > longestLabel)) return null;
  return {
    columns: columns.map(({ at }, column) => ({
      label: labels[column] ?? { text: '', lang: null },
      fim: answers.find((row) => row[at])?.[at]?.fim ?? '',
    })),
    rows: answers.map((row, index) => ({
      title: entryText(page.group, entries[index]?.at(-1) ?? 0, source.wording),
      cells: columns.map(({ at }, column) => ({
        label: labels[column]?.text ?? '',
        value: row[at]?.value ?? '',
        origin: row[at]?.origin ?? null,
      })),
      changeHref: options.changeHref(entries[index] ?? []),
    })),
  };
}

const fits = (answer: AnswerRow | null): boolean =>
  answer === null || (answer.value.length <= longestValue && !answer.value.includes('\n'));

const fieldsOf = (item: PageItem): Position[] =>
  item.kind === 'section' ? item.items.flatMap(fieldsOf) : item.kind === 'field' ? [item.position] : [];

const hasNotes = (items: readonly PageItem[]): boolean =>
  items.some((item) => item.kind === 'note' || (item.kind === 'section' && hasNotes(item.items)));
