import type { Form, Position } from '../form/form.js';
import type { Page, PageItem } from '../form/page.js';

/** For each position the page on which something about it is said: for a group that spans several pages, the last one. */
export type Homes = ReadonlyMap<Position, { readonly page: Page; readonly order: number }>;

const known = new WeakMap<Form, Homes>();

export function homesOf(form: Form): Homes {
  let homes = known.get(form);
  if (!homes) known.set(form, (homes = findHomes(form)));
  return homes;
}

function findHomes(form: Form): Homes {
  const homes = new Map<Position, { page: Page; order: number }>();
  let order = 0;
  const add = (position: Position, page: Page): void => {
    for (let at: Position | null = position; at; at = at.parent) {
      if (homes.get(at)?.page.kind === 'entries') break;
      homes.set(at, { page, order });
    }
  };
  const addItem = (item: PageItem, page: Page): void => {
    add(item.position, page);
    if (item.kind === 'section') for (const inner of item.items) addItem(inner, page);
  };
  const visit = (pages: readonly Page[]): void => {
    for (const page of pages) {
      order += 1;
      if (page.kind === 'entries') {
        add(page.group, page);
        visit(page.pages);
      } else for (const item of page.items) addItem(item, page);
    }
  };
  visit(form.pages);
  return homes;
}
