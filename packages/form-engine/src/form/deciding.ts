import type { Form, Position } from './form.js';
import type { PageItem, QuestionPage } from './page.js';

const known = new WeakMap<QuestionPage, ReadonlySet<Position>>();

/**
 * The questions of a page on whose answers rules make depend what else the page asks, offers or demands; also where the way
 * leads over questions of other pages. Compiled rules say it, no answer is needed.
 */
export function decidingOn(form: Form, page: QuestionPage): ReadonlySet<Position> {
  let deciding = known.get(page);
  if (!deciding) known.set(page, (deciding = findDeciding(form, page)));
  return deciding;
}

function findDeciding(form: Form, page: QuestionPage): ReadonlySet<Position> {
  const onPage = new Set(positionsOf(page.items));
  const read = new Set<Position>();
  const open = [...onPage];
  const reached = new Set(open);
  const reach = (position: Position): void => {
    if (reached.has(position)) return;
    reached.add(position);
    open.push(position);
  };
  for (let position = open.pop(); position; position = open.pop()) {
    for (const { reads } of form.rules.byTarget[position.index] ?? [])
      for (const source of reads.flatMap(withDescendants)) {
        read.add(source);
        // An answer counts only where it and all that is around it is asked.
        for (let around: Position | null = source; around; around = around.parent) reach(around);
      }
  }
  return new Set([...onPage].filter((position) => position.node.kind === 'field' && read.has(position)));
}

const positionsOf = (items: readonly PageItem[]): Position[] =>
  items.flatMap((item) => [item.position, ...(item.kind === 'section' ? positionsOf(item.items) : [])]);

const withDescendants = (position: Position): Position[] => [position, ...position.children.flatMap(withDescendants)];
