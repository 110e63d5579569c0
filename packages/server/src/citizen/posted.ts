import type { EntriesPage, FormContext, FormPost, Page, PageInstance } from '@serviceportal/form-engine';
import { checkForm, entriesAPart, entryPlace, nextPage } from '@serviceportal/form-engine';
import type { Request, Response } from 'express';
import type { Draft } from '../applications/draft.js';
import type { Uploads } from '../applications/uploads.js';
import type { Portal } from '../portal.js';
import { PortalError } from '../security/portal-error.js';
import { seeOther } from '../security/see-other.js';
import type { VisitSecret } from '../storage/visit-keys.js';

/** One post of a form page, with all that is needed to answer it. */
export interface Posted {
  readonly fields: FormPost;
  readonly uploads: Uploads;
  readonly portal: Portal;
  readonly request: Request;
  readonly response: Response;
  readonly visit: VisitSecret;
  readonly draft: Draft;
  readonly context: FormContext;
}

/** Which button was pressed, and from which state of its list (`listState`): names and values that are part of the post. */
export function commandOf(fields: FormPost): {
  readonly add: string | null;
  readonly remove: string | null;
  readonly up: string | null;
  readonly down: string | null;
  readonly search: string | null;
  readonly show: boolean;
  readonly list: string;
} {
  const text = (name: string): string | null => {
    const value = fields[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    add: text('_add'),
    remove: text('_remove'),
    up: text('_up'),
    down: text('_down'),
    search: text('_search'),
    show: text('_show') !== null,
    list: text('_list') ?? '',
  };
}

/** The words with which long lists were searched, by the name of the question. */
export function searchesIn(fields: FormPost): Record<string, string> {
  const words = Object.entries(fields).flatMap(([name, value]) =>
    name.endsWith('.search') && typeof value === 'string' ? [[name.slice(0, -'.search'.length), value] as const] : [],
  );
  return Object.fromEntries(words);
}

/** On to the next page of the form, or to what is open because of a changed answer; after that, check the answers. */
export function leadOn(response: Response, context: FormContext, here: PageInstance): void {
  const next = context.changing ? nextOpen(context, here) : nextPage(context.form, context.evaluation, here);
  if (!next) return seeOther(response, context.links.check);
  // Back from an entry far down in its list: to its place.
  const entry = next.page === here.page.within ? (here.indices.at(-1) ?? 0) : 0;
  const href = context.links.page(next);
  seeOther(response, entry < entriesAPart ? href : entryPlace(href, entry));
}

/** What is open in the same entry, and then its list; otherwise what is open anywhere. */
function nextOpen({ form, evaluation, wording }: FormContext, { page: { within }, indices }: PageInstance): PageInstance | null {
  const open = checkForm(form, evaluation, wording).map(({ page }) => page);
  if (!within) return open[0] ?? null;
  const inside = ({ page, indices: at }: PageInstance): boolean =>
    isWithin(page, within) && indices.every((index, level) => at[level] === index);
  return open.find(inside) ?? { page: within, indices: indices.slice(0, -1) };
}

const isWithin = ({ within }: Page, list: EntriesPage): boolean => within !== null && (within === list || isWithin(within, list));

export const gone = (): PortalError => new PortalError('draft-unknown', 404, 'The draft or the page went while it was answered');
