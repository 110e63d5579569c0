import type { Position } from './form.js';

/** What stands on a page, in order. A section is a group that is neither repeated nor a page of its own. */
export type PageItem =
  | { readonly kind: 'field'; readonly position: Position }
  | { readonly kind: 'note'; readonly position: Position }
  | { readonly kind: 'section'; readonly position: Position; readonly items: readonly PageItem[] };

/** Questions to answer. Inside a repeated group there is one such page for each entry. */
export interface QuestionPage {
  readonly kind: 'questions';
  /** Unique in the form; part of the address. */
  readonly slug: string;
  readonly title: string;
  /** The group whose heading the page carries, if it is one. */
  readonly group: Position | null;
  /** The entries page to which it belongs; null outside of repeated groups. */
  readonly within: EntriesPage | null;
  readonly items: readonly PageItem[];
  /** The only question on it, whose label is the title; null where the page holds several. */
  readonly question: Position | null;
}

/** The entries of a repeated group: add, change, remove. Each entry has `pages` of its own. */
export interface EntriesPage {
  readonly kind: 'entries';
  readonly slug: string;
  readonly title: string;
  readonly group: Position;
  readonly within: EntriesPage | null;
  readonly pages: readonly Page[];
}

export type Page = QuestionPage | EntriesPage;

/** A page for one entry: `indices` has a number for each enclosing repeated group, outermost first. */
export interface PageInstance {
  readonly page: Page;
  readonly indices: readonly number[];
}
