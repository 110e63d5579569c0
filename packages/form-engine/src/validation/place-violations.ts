import type { Form, Position } from '../form/form.js';
import { pageRelevant } from '../form/navigation.js';
import type { Page, PageInstance } from '../form/page.js';
import type { Evaluation, Violation } from '../rules/evaluation.js';
import { homesOf } from './homes.js';

/** A violation, and the page that shows it. */
export interface PlacedViolation {
  readonly violation: Violation;
  /** Null where nothing that it is about stands on a page that applies. */
  readonly page: PageInstance | null;
  readonly position: Position | null;
}

const depth = (page: Page): number => (page.within ? depth(page.within) + 1 : 0);

/** The page itself, or the list around it where the violation is not about one single entry. */
function seenFrom(page: Page, indices: readonly number[]): Page {
  return page.within && depth(page) > indices.length ? seenFrom(page.within, indices) : page;
}

/**
 * A violation belongs to the last of the pages that it is about: before, the person has not seen all of it and cannot
 * choose.
 */
export function placeViolations(form: Form, evaluation: Evaluation): PlacedViolation[] {
  const homes = homesOf(form);
  return evaluation.violations().map((violation) => {
    let best: { page: PageInstance; position: Position; order: number } | null = null;
    for (const position of violation.concerns) {
      const home = homes.get(position);
      if (!home) continue;
      const seen = seenFrom(home.page, violation.indices);
      const page = { page: seen, indices: violation.indices.slice(0, depth(seen)) };
      if (!pageRelevant(evaluation, page) || (best && best.order >= home.order)) continue;
      best = { page, position: seen === home.page || seen.kind === 'questions' ? position : seen.group, order: home.order };
    }
    return { violation, page: best?.page ?? null, position: best?.position ?? violation.position };
  });
}

export const samePage = (a: PageInstance, b: PageInstance): boolean =>
  a.page === b.page && a.indices.length === b.indices.length && a.indices.every((index, level) => b.indices[level] === index);
