import type { Evaluation, FormPost, PageInstance, PageItem } from '@serviceportal/form-engine';
import { instanceName, relevantItems } from '@serviceportal/form-engine';

/** Names of the questions that stand on a page just now. */
export function askedOn(here: PageInstance, evaluation: Evaluation): ReadonlySet<string> {
  const { page, indices } = here;
  if (page.kind === 'entries') return new Set();
  return new Set(namesOf(relevantItems(page.items, evaluation, indices), indices));
}

/** Names of the questions that stood on the page when it was sent: those it was drawn with, and those that the script added. */
export function seenOn(here: PageInstance, evaluation: Evaluation, post: FormPost): ReadonlySet<string> {
  return new Set([...askedOn(here, evaluation), ...[post['_seen'] ?? []].flat()]);
}

function namesOf(items: readonly PageItem[], indices: readonly number[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === 'section') return [instanceName(item.position, indices), ...namesOf(item.items, indices)];
    const { node } = item.position;
    const asked = node.kind === 'field' && !node.hidden && !node.locked;
    return asked ? [instanceName(item.position, indices)] : [];
  });
}
