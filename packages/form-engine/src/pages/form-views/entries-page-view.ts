import type { EntriesPage, Page, PageInstance } from '../../form/page.js';
import { entriesOf, pageRelevant, relevantItems } from '../../form/navigation.js';
import type { PageItem } from '../../form/page.js';
import type { Position } from '../../form/form.js';
import { instanceName } from '../../form/instance-name.js';
import { checkPage } from '../../validation/check-page.js';
import { uiText } from '../texts/ui-text.js';
import type { AnswerRow, EntriesPageView, EntryView } from '../views.js';
import { answerRows } from './answer-rows.js';
import { answerTable } from './answer-table.js';
import { entryText, helpText, pageText } from './element-text.js';
import { entryLimits } from './entry-limits.js';
import { errorSummary } from './error-summary.js';
import type { FormContext } from './form-context.js';
import { inputId } from './input-id.js';
import { untouched } from './item-context.js';
import type { PageState } from './item-context.js';
import { backHref, captionOf, progressView } from './page-head.js';

/** So many answers introduce an entry. */
const shownAnswers = 4;

/** So many entries stand on one page. Few enough to look through on a phone, and the page of a long list stays light. */
export const entriesAPart = 20;

/** The entries of a repeated group, to add, change and remove. */
export function entriesPageView(
  context: FormContext,
  here: PageInstance & { readonly page: EntriesPage },
  state: Partial<PageState> = {},
): EntriesPageView {
  const { wording, evaluation, links } = context;
  const { page, indices } = here;
  const { min, max } = page.group.node;
  const full = { ...untouched, ...state };
  const count = entriesOf(evaluation, page, indices);
  const parts = Math.max(1, Math.ceil(count / entriesAPart));
  const part = Math.min(Math.max(0, full.part), parts - 1);
  const start = part * entriesAPart;
  const end = Math.min(count, start + entriesAPart);
  const shown = Array.from({ length: end - start }, (_, entry) => [...indices, start + entry]);
  const table = answerTable(page, shown, context, { fimIds: false, changeHref: () => null });
  const hrefOf = (other: number): string => withPart(links.page(here), other);
  return {
    id: inputId(instanceName(page.group, indices)),
    heading: pageText(page, wording),
    caption: captionOf(context, here),
    intro: helpText(page.group, wording),
    progress: progressView(context, here),
    backHref: backHref(context, here),
    overviewHref: links.overview,
    action: hrefOf(part),
    errors: errorSummary(full.messages),
    notice: full.listChanged ? uiText(wording.language, 'entries.changed') : null,
    list: full.list,
    entries: shown.map((entry, at) => entryView(context, page, entry, table?.rows[at]?.cells)),
    columns: table && table.columns,
    start: start + 1,
    shown: parts > 1 ? uiText(wording.language, 'entries.shown', { from: start + 1, to: end, count }) : null,
    previousHref: part > 0 ? hrefOf(part - 1) : null,
    nextHref: part < parts - 1 ? hrefOf(part + 1) : null,
    limits: entryLimits(min, max, wording.language),
    canAdd: max === null || count < max,
    addLabel: uiText(wording.language, count === 0 ? 'entries.addFirst' : 'entries.add'),
  };
}

const withPart = (href: string, part: number): string => (part > 0 ? `${href}${href.includes('?') ? '&' : '?'}seite=${part + 1}` : href);

/** The address of one entry of the list with this address. */
export const entryPlace = (href: string, entry: number): string => `${withPart(href, Math.floor(entry / entriesAPart))}#${entryId(entry)}`;

const entryId = (entry: number): string => `eintrag-${entry + 1}`;

function entryView(context: FormContext, page: EntriesPage, indices: readonly number[], cells: EntryView['cells'] = []): EntryView {
  const { form, evaluation, wording, links } = context;
  const entry = indices.at(-1) ?? 0;
  const title = entryText(page.group, entry, wording);
  const pages = page.pages.map((inner) => ({ page: inner, indices })).filter((inner) => pageRelevant(evaluation, inner));
  const first = pages[0];
  const count = evaluation.count(page.group, indices.slice(0, -1));
  return {
    id: entryId(entry),
    title: title.text,
    lang: title.lang,
    answers: cells.length > 0 ? [] : firstAnswers(page.pages, indices, context),
    cells,
    changeHref: first ? links.page(first) : links.check,
    removeValue: entry < count ? String(entry) : null,
    upValue: entry > 0 && entry < count ? String(entry) : null,
    downValue: entry < count - 1 ? String(entry) : null,
    complete: pages.every((inner) => checkPage(form, evaluation, inner, wording).length === 0),
  };
}

function firstAnswers(pages: readonly Page[], indices: readonly number[], context: FormContext): AnswerRow[] {
  const rows: AnswerRow[] = [];
  for (const page of pages) {
    if (page.kind === 'entries') continue;
    for (const position of fieldsOf(relevantItems(page.items, context.evaluation, indices))) {
      rows.push(...answerRows(position, indices, context, false));
      if (rows.length >= shownAnswers) return rows.slice(0, shownAnswers);
    }
  }
  return rows;
}

const fieldsOf = (items: readonly PageItem[]): Position[] =>
  items.flatMap((item) => (item.kind === 'section' ? fieldsOf(item.items) : item.kind === 'field' ? [item.position] : []));
