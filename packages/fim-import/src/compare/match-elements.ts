import { type PlacedElement, withDescendants } from './placed-element.js';

/** An element of the old form and what it has become. `moved`: in another group; `replaced`: by one with another id. */
export interface ElementPair {
  readonly before: PlacedElement;
  readonly after: PlacedElement;
  readonly how: 'same' | 'moved' | 'replaced';
}

export interface ElementMatch {
  readonly pairs: readonly ElementPair[];
  readonly removed: readonly PlacedElement[];
  readonly added: readonly PlacedElement[];
}

/**
 * Recognises the elements of one form in another: the same id in the same group; groups with the same label and some of the
 * same elements; an id that stands only once in both forms, wherever; the same label in the same group.
 */
export function matchElements(before: readonly PlacedElement[], after: readonly PlacedElement[]): ElementMatch {
  const pairs: ElementPair[] = [];
  const gone = new Set(withDescendants(before));
  const fresh = new Set(withDescendants(after));

  function pair(old: PlacedElement, now: PlacedElement, how: ElementPair['how']): void {
    gone.delete(old);
    fresh.delete(now);
    pairs.push({ before: old, after: now, how });
    siblings(old.children, now.children);
  }
  function siblings(olds: readonly PlacedElement[], nows: readonly PlacedElement[]): void {
    for (const old of olds) {
      const now = nows.find((one) => one.id === old.id && fresh.has(one));
      if (now !== undefined && gone.has(old)) pair(old, now, 'same');
    }
  }
  function replacements(olds: readonly PlacedElement[], nows: readonly PlacedElement[], like: Likeness): void {
    for (const old of olds.filter((one) => gone.has(one))) {
      // Several of the same label are told apart by their order, if there are as many as before.
      const left = olds.filter((one) => gone.has(one) && like(old, one));
      const right = nows.filter((one) => fresh.has(one) && like(old, one));
      const [now] = right;
      if (now !== undefined && left.length === right.length) pair(old, now, 'replaced');
    }
  }
  function replaceEverywhere(like: Likeness): void {
    replacements(before, after, like);
    // Grows while it is walked: replaced groups may hold replaced elements.
    for (const { before: old, after: now } of pairs) replacements(old.children, now.children, like);
  }

  siblings(before, after);
  replaceEverywhere(sameGroup);
  const [oldIds, newIds] = [countIds(before), countIds(after)];
  for (const old of [...gone]) {
    if (!gone.has(old) || oldIds.get(old.id) !== 1 || newIds.get(old.id) !== 1) continue;
    const now = [...fresh].find(({ id }) => id === old.id);
    if (now !== undefined) pair(old, now, 'moved');
  }
  replaceEverywhere(sameLabel);
  return { pairs, removed: [...gone], added: [...fresh] };
}

const plain = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

type Likeness = (a: PlacedElement, b: PlacedElement) => boolean;

const sameLabel: Likeness = (a, b) =>
  a.node.kind === b.node.kind && plain(a.node.label) !== '' && plain(a.node.label) === plain(b.node.label);

/** Groups with the same label that hold some of the same elements: what is in them has not moved. */
const sameGroup: Likeness = (a, b) => sameLabel(a, b) && a.children.some(({ id }) => b.children.some((child) => child.id === id));

function countIds(elements: readonly PlacedElement[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of withDescendants(elements)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
