import type { FormDefinition } from './form-definition.js';
import type { Position } from './form.js';
import type { EntriesPage, Page, PageItem } from './page.js';
import { questionParts } from './question-parts.js';
import { uniqueSlugs } from './slug.js';

/** So many questions fit on a page before a group is split along its sub-groups. */
const questionsAPage = 12;

/** Addresses that the portal itself uses beside the pages. */
export const reservedSlugs = [
  'pruefen',
  'absenden',
  'fertig',
  'uebersicht',
  'verwerfen',
  'quittung',
  'stand',
  'antrag',
  'anlage',
  'antwort',
  'geprueft',
  'konto',
  'mitzeichnung',
  'ruecknahme',
  'spaeter',
  'uebernehmen',
];

const asksSomething = ({ node }: Position): boolean => node.kind === 'note' || (node.kind === 'field' && !node.hidden);

function weight(position: Position): number {
  if (position.node.kind !== 'group') return asksSomething(position) ? 1 : 0;
  return position.children.reduce((sum, child) => sum + weight(child), 0);
}

const holdsEntries = (position: Position): boolean =>
  position.children.some((child) => child.node.kind === 'group' && (child.repeated || holdsEntries(child)));

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Collects items into pages, in document order; a repeated group ends the page before it. */
class PageWriter {
  readonly pages: Page[] = [];
  readonly #newSlug: (title: string) => string;
  readonly #within: EntriesPage | null;
  readonly #each: 'question' | undefined;

  constructor(newSlug: (title: string) => string, within: EntriesPage | null, each: 'question' | undefined) {
    this.#newSlug = newSlug;
    this.#within = within;
    this.#each = each;
  }

  questions(title: string, group: Position | null, items: readonly PageItem[]): void {
    if (items.length === 0) return;
    const whole = { title, group, items, question: null };
    // Of a choice the person must see all parts.
    const together = this.#each === undefined || (group?.node.kind === 'group' && group.node.choice === true);
    for (const part of together ? [whole] : questionParts(items, group))
      this.pages.push({ kind: 'questions', slug: this.#newSlug(part.title), within: this.#within, ...part });
  }

  entries(group: Position, title = group.node.label): void {
    const page: Mutable<EntriesPage> = { kind: 'entries', slug: this.#newSlug(title), title, group, within: this.#within, pages: [] };
    const writer = new PageWriter(this.#newSlug, page, this.#each);
    writer.group(title, group, group.children);
    page.pages = writer.pages;
    this.pages.push(page);
  }

  /** Everything below one group (or the root): as one page where it fits, else along its sub-groups. */
  group(title: string, group: Position | null, children: readonly Position[]): void {
    let items: PageItem[] = [];
    let size = 0;
    let pages = 0;
    const close = (): void => {
      const only = items.length === 1 ? items[0] : undefined;
      // A later page of the group that holds a single section is about that section.
      if (pages > 0 && only?.kind === 'section') this.questions(only.position.node.label, only.position, only.items);
      else this.questions(title, group, items);
      pages += 1;
      items = [];
      size = 0;
    };
    for (const child of children) {
      if (child.node.kind !== 'group') {
        if (asksSomething(child)) items.push({ kind: child.node.kind, position: child });
        size += weight(child);
      } else if (child.repeated) {
        close();
        this.entries(child);
      } else if (this.#fits(child, group, size)) {
        items.push(section(child));
        size += weight(child);
      } else {
        close();
        this.group(child.node.label, child, child.children);
      }
    }
    close();
  }

  #fits(child: Position, group: Position | null, size: number): boolean {
    if (holdsEntries(child)) return false;
    if (group?.node.kind === 'group' && group.node.choice) return true;
    return group !== null && size + weight(child) <= questionsAPage;
  }
}

function section(position: Position): PageItem {
  if (position.node.kind !== 'group') return { kind: position.node.kind, position };
  return { kind: 'section', position, items: position.children.filter((child) => weight(child) > 0).map(section) };
}

/** The pages of a form: those that the package names, then what is left, derived from the structure. */
export function pagesOf(definition: FormDefinition, roots: readonly Position[], byPath: ReadonlyMap<string, Position>): Page[] {
  const asked = definition.pages ?? [];
  const newSlug = uniqueSlugs([...reservedSlugs, ...asked.map((page) => page.slug)]);
  const placed = new Set<Position>();
  const pages: Page[] = [];
  for (const page of asked) {
    const positions = page.elements.flatMap((path) => byPath.get(path) ?? []);
    for (const position of positions) placed.add(position);
    pages.push(...namedPage({ each: definition.each, ...page }, positions, newSlug));
  }
  const writer = new PageWriter(newSlug, null, definition.each);
  writer.group(definition.schema.name, null, withoutPlaced(roots, placed));
  return [...pages, ...writer.pages];
}

/** A page that the package names keeps its slug; repeated groups among its elements follow as entries pages. */
function namedPage(
  page: { slug: string; title: string; each?: 'question' | undefined },
  positions: readonly Position[],
  newSlug: (title: string) => string,
): Page[] {
  let first = true;
  const writer = new PageWriter(
    (title) => {
      if (!first) return newSlug(title);
      first = false;
      return page.slug;
    },
    null,
    page.each,
  );
  const only = positions.length === 1 ? positions[0] : undefined;
  if (only?.repeated && only.node.kind === 'group') {
    writer.entries(only, page.title);
    return writer.pages;
  }
  const children = only?.node.kind === 'group' ? only.children : positions;
  const items: PageItem[] = [];
  const later: Position[] = [];
  for (const child of children) {
    if (child.node.kind === 'group' && (child.repeated || holdsEntries(child))) later.push(child);
    else if (weight(child) > 0) items.push(section(child));
  }
  writer.questions(page.title, only ?? null, items);
  for (const position of later) {
    if (position.repeated) writer.entries(position);
    else writer.group(position.node.label, position, position.children);
  }
  return writer.pages;
}

/** What no named page holds. A group of which a part is placed is taken apart. */
function withoutPlaced(positions: readonly Position[], placed: ReadonlySet<Position>): Position[] {
  if (placed.size === 0) return [...positions];
  const touches = (position: Position): boolean => placed.has(position) || position.children.some(touches);
  return positions.flatMap((position) => {
    if (placed.has(position)) return [];
    return touches(position) ? withoutPlaced(position.children, placed) : [position];
  });
}
