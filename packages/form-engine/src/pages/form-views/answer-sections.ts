import { entriesOf, pageSequence, relevantItems } from '../../form/navigation.js';
import type { EntriesPage, PageInstance, PageItem } from '../../form/page.js';
import type { AnswerRow, AnswerSection, ElementText, SectionNote } from '../views.js';
import { answerRows } from './answer-rows.js';
import { isDateGroup } from '../../form/date-group.js';
import { answerTable } from './answer-table.js';
import { dateRow } from './date-row.js';
import { entryText, labelText, noteText, pageText } from './element-text.js';
import type { FormContext } from './form-context.js';

type Source = Pick<FormContext, 'form' | 'evaluation' | 'wording' | 'prefilled'>;

/** What the answers are shown for: the citizen changes them; the clerk sees the FIM ids. */
export interface AnswerSectionOptions {
  readonly changeHref: (page: PageInstance) => string | null;
  readonly fimIds: boolean;
  /** Also the notes that were shown, for a record of what was read and declared. */
  readonly notes?: boolean;
}

/**
 * All given answers by page, in form order; several short entries of a list as one table. Pages and sections without answers (and notes,
 * where asked for) are left out.
 */
export function answerSections(source: Source, options: AnswerSectionOptions): AnswerSection[] {
  const inTables = new Set<string>();
  return pageSequence(source.form, source.evaluation).flatMap((here) => {
    const { page, indices } = here;
    if (page.kind === 'entries') {
      const section = tableSection(page, indices, source, options);
      if (section) inTables.add(listKey(page, indices));
      return section ?? [];
    }
    if (page.within && inTables.has(listKey(page.within, indices.slice(0, -1)))) return [];
    const items = relevantItems(page.items, source.evaluation, indices);
    const [own, ...inner] = sectionsOf(items, indices, source, options);
    if (!own || (isEmpty(own) && inner.length === 0)) return [];
    return [{ ...own, heading: headingOf(here, source), level: 2 as const, changeHref: options.changeHref(here) }, ...inner];
  });
}

const listKey = (page: EntriesPage, indices: readonly number[]): string => `${page.slug} ${indices.join('.')}`;

function tableSection(page: EntriesPage, indices: readonly number[], source: Source, options: AnswerSectionOptions): AnswerSection | null {
  const entries = Array.from({ length: entriesOf(source.evaluation, page, indices) }, (_, entry) => [...indices, entry]);
  const [inner] = page.pages;
  const table = answerTable(page, entries, source, {
    ...options,
    changeHref: (entry) => (inner ? options.changeHref({ page: inner, indices: entry }) : null),
  });
  const here = { page, indices };
  return table && { heading: headingOf(here, source), level: 2, rows: [], notes: [], table, changeHref: options.changeHref(here) };
}

/** "Angaben zum Hund"; within a list "Hund 2: Angaben zum Hund". */
function headingOf({ page, indices }: PageInstance, { wording }: Source): ElementText {
  const title = pageText(page, wording);
  if (!page.within) return title;
  const entry = entryText(page.within.group, indices.at(-1) ?? 0, wording);
  return entry.text.startsWith(`${title.text} `) ? entry : { ...entry, text: `${entry.text}: ${title.text}` };
}

type Untitled = Omit<AnswerSection, 'level'> & { readonly level: 3 | 4 };

/** The first is what stands directly among the items; its heading is set by the caller. */
function sectionsOf(
  items: readonly PageItem[],
  indices: readonly number[],
  source: Source,
  options: AnswerSectionOptions,
  level: 3 | 4 = 3,
): Untitled[] {
  const rows: AnswerRow[] = [];
  const notes: SectionNote[] = [];
  const inner: Untitled[] = [];
  for (const item of items) {
    if (item.kind === 'field') rows.push(...answerRows(item.position, indices, source, options.fimIds));
    if (item.kind === 'note' && options.notes) notes.push({ before: rows.length, ...noteText(item.position, source.wording) });
    if (item.kind !== 'section') continue;
    if (isDateGroup(item.position)) {
      rows.push(...dateRow(item, indices, source, options.fimIds));
      continue;
    }
    const [own, ...deeper] = sectionsOf(item.items, indices, source, options, 4);
    if (own && (!isEmpty(own) || deeper.length > 0))
      inner.push({ ...own, heading: labelText(item.position, source.wording), level }, ...deeper);
  }
  return [{ heading: { text: '', lang: null }, level, rows, notes, table: null, changeHref: null }, ...inner];
}

const isEmpty = ({ rows, notes }: Untitled): boolean => rows.length === 0 && notes.length === 0;
