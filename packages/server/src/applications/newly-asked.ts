import type { Evaluation, FormPost, PageInstance, PageItem } from '@serviceportal/form-engine';
import { instanceName, relevantItems } from '@serviceportal/form-engine';

/** Names of the questions that stand on a page just now. */
export function askedOn(here: PageInstance, evaluation: Evaluation): ReadonlySet<string> {
  const { page, indices } = here;
  const names = new Set<string>();
  if (page.kind === 'questions') addNames(names, relevantItems(page.items, evaluation, indices), indices);
  return names;
}

/** Names of the questions that stood on the page when it was sent: those it was drawn with, and those that the script added. */
export function seenOn(here: PageInstance, evaluation: Evaluation, post: FormPost): ReadonlySet<string> {
  return new Set([...askedOn(here, evaluation), ...[post['_seen'] ?? []].flat()]);
}

function addNames(names: Set<string>, items: readonly PageItem[], indices: readonly number[]): void {
  for (const item of items) {
    const { node } = item.position;
    const asked = item.kind === 'section' || (node.kind === 'field' && !node.hidden && !node.locked);
    if (asked) names.add(instanceName(item.position, indices));
    if (item.kind === 'section') addNames(names, item.items, indices);
  }
}
