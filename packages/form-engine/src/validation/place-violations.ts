import type { Form, Position } from '../form/form.js';
import { pageAddress, pageRelevant } from '../form/navigation.js';
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
function placeViolations(form: Form, evaluation: Evaluation): PlacedViolation[] {
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

/** What is broken, by the page that shows it, and what no page shows. Computed once for an evaluation: lists may be long. */
export interface PlacedByPage {
  readonly on: (page: PageInstance) => readonly PlacedViolation[];
  readonly nowhere: readonly PlacedViolation[];
}

const placed = new WeakMap<Evaluation, PlacedByPage>();

export function violationsByPage(form: Form, evaluation: Evaluation): PlacedByPage {
  let known = placed.get(evaluation);
  if (!known) {
    const byAddress = new Map<string, PlacedViolation[]>();
    const nowhere: PlacedViolation[] = [];
    for (const one of placeViolations(form, evaluation)) {
      if (one.page === null) {
        nowhere.push(one);
        continue;
      }
      const address = pageAddress(one.page);
      const there = byAddress.get(address);
      if (there) there.push(one);
      else byAddress.set(address, [one]);
    }
    placed.set(evaluation, (known = { on: (page) => byAddress.get(pageAddress(page)) ?? [], nowhere }));
  }
  return known;
}
