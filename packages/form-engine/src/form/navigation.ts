import type { Evaluation } from '../rules/evaluation.js';
import type { Form, Position } from './form.js';
import type { EntriesPage, Page, PageInstance, PageItem } from './page.js';

const instanceOf = (position: Position, indices: readonly number[]): readonly number[] => indices.slice(0, position.repeats.length);

/** Is there anything to see or answer? */
function itemRelevant(item: PageItem, evaluation: Evaluation, indices: readonly number[]): boolean {
  if (!evaluation.relevant(item.position, instanceOf(item.position, indices))) return false;
  return item.kind !== 'section' || item.items.some((inner) => itemRelevant(inner, evaluation, indices));
}

/** The items of a page that are asked just now, sections without content left out. */
export function relevantItems(items: readonly PageItem[], evaluation: Evaluation, indices: readonly number[]): PageItem[] {
  return items
    .filter((item) => itemRelevant(item, evaluation, indices))
    .map((item) => (item.kind === 'section' ? { ...item, items: relevantItems(item.items, evaluation, indices) } : item));
}

export function pageRelevant(evaluation: Evaluation, { page, indices }: PageInstance): boolean {
  if (page.kind === 'entries') return evaluation.relevant(page.group, indices);
  return page.items.some((item) => itemRelevant(item, evaluation, indices));
}

/** Entries to fill in: those that exist, and the first one where at least one is required. */
export function entriesOf(evaluation: Evaluation, page: EntriesPage, indices: readonly number[]): number {
  const count = evaluation.count(page.group, indices);
  return count === 0 && evaluation.required(page.group, indices) ? 1 : count;
}

/** An entries page with nothing on it yet, whose first entry is required, is passed over: the first entry is asked at once. */
const passedOver = (evaluation: Evaluation, page: EntriesPage, indices: readonly number[]): boolean =>
  evaluation.count(page.group, indices) === 0 && entriesOf(evaluation, page, indices) === 1;

function sequence(pages: readonly Page[], evaluation: Evaluation, indices: readonly number[]): PageInstance[] {
  return pages.flatMap((page) => {
    const here = { page, indices };
    if (!pageRelevant(evaluation, here)) return [];
    if (page.kind === 'questions') return [here];
    const entries = Array.from({ length: entriesOf(evaluation, page, indices) }, (_, entry) => [...indices, entry]);
    return [here, ...entries.flatMap((entry) => sequence(page.pages, evaluation, entry))];
  });
}

/** All pages that apply, in order: after an entries page come the pages of each of its entries. */
export const pageSequence = (form: Form, evaluation: Evaluation): PageInstance[] => sequence(form.pages, evaluation, []);

/** `hund`, and `hund/2.1` for the first inner entry of the second entry. Part of the address of a page. */
export function pageAddress({ page, indices }: PageInstance): string {
  return indices.length === 0 ? page.slug : `${page.slug}/${indices.map((index) => index + 1).join('.')}`;
}

/** The page at an address; null if there is none, or not for these answers. Untrusted input. */
export function findPage(form: Form, evaluation: Evaluation, slug: string, instance = ''): PageInstance | null {
  const page = form.pageBySlug.get(slug);
  if (!page || !/^(\d{1,6}(\.\d{1,6}){0,15})?$/.test(instance)) return null;
  const indices = instance === '' ? [] : instance.split('.').map((number) => Number(number) - 1);
  const around: EntriesPage[] = [];
  for (let outer = page.within; outer; outer = outer.within) around.unshift(outer);
  if (indices.length !== around.length) return null;
  const exists = around.every((outer, level) => {
    const index = indices[level] ?? -1;
    const at = indices.slice(0, level);
    return pageRelevant(evaluation, { page: outer, indices: at }) && index >= 0 && index < entriesOf(evaluation, outer, at);
  });
  const found = { page, indices };
  return exists && pageRelevant(evaluation, found) ? found : null;
}

const siblings = (form: Form, page: Page): readonly Page[] => page.within?.pages ?? form.pages;

/** Where the person goes from here; null: every page is done, check the answers. After an entry, back to its list. */
export function nextPage(form: Form, evaluation: Evaluation, { page, indices }: PageInstance): PageInstance | null {
  const level = siblings(form, page);
  for (const next of level.slice(level.indexOf(page) + 1)) {
    const candidate = { page: next, indices };
    if (pageRelevant(evaluation, candidate)) return firstStep(evaluation, candidate);
  }
  return page.within ? { page: page.within, indices: indices.slice(0, -1) } : null;
}

/** The way in: a page itself, or the first page of the entry that is asked at once. */
export function firstStep(evaluation: Evaluation, here: PageInstance): PageInstance {
  if (here.page.kind !== 'entries' || !passedOver(evaluation, here.page, here.indices)) return here;
  const inner = sequence(here.page.pages, evaluation, [...here.indices, 0])[0];
  return inner ? firstStep(evaluation, inner) : here;
}

/** The first page of the form; null if none applies. */
export function firstPage(form: Form, evaluation: Evaluation): PageInstance | null {
  const first = form.pages.find((page) => pageRelevant(evaluation, { page, indices: [] }));
  return first ? firstStep(evaluation, { page: first, indices: [] }) : null;
}

/** The page before; null on the first one. */
export function previousPage(form: Form, evaluation: Evaluation, { page, indices }: PageInstance): PageInstance | null {
  const level = siblings(form, page);
  for (const before of level.slice(0, level.indexOf(page)).reverse()) {
    const candidate = { page: before, indices };
    if (pageRelevant(evaluation, candidate)) return candidate;
  }
  if (!page.within) return null;
  const list = { page: page.within, indices: indices.slice(0, -1) };
  return passedOver(evaluation, page.within, list.indices) ? previousPage(form, evaluation, list) : list;
}

/** Which of the steps this page belongs to, counted from 1. Entries and their pages are one step. */
export function progressOf(form: Form, evaluation: Evaluation, here: PageInstance): { step: number; steps: number } {
  let outermost: Page = here.page;
  while (outermost.within) outermost = outermost.within;
  const relevant = form.pages.filter((page) => pageRelevant(evaluation, { page, indices: [] }));
  return { step: relevant.indexOf(outermost) + 1, steps: relevant.length };
}
