export interface Change {
  /** Items that came, and items that went, for good or until they come back. */
  readonly added: HTMLElement[];
  readonly removed: HTMLElement[];
}

/**
 * Brings the items of a container to those that the server shows. What stays keeps its elements, and with them focus, typed
 * text and chosen files; what goes is parked with what was typed, and comes back with it.
 */
export function mergeItems(shown: Element, answered: Element, parked: Map<string, HTMLElement>, change: Change): void {
  const wanted = itemsOf(answered);
  const names = new Set(wanted.map(nameOf));
  const present = new Map(itemsOf(shown).map((item) => [nameOf(item), item]));
  for (const [name, item] of present) {
    if (names.has(name)) continue;
    parked.set(name, item);
    if (isQuestion(item)) change.removed.push(item);
    item.remove();
  }
  let before: Element | null = null;
  for (const item of wanted) {
    const name = nameOf(item);
    const stays = present.get(name);
    const known = stays ?? parked.get(name);
    parked.delete(name);
    const element = known ? updated(known, item, parked, stays ? change : { added: [], removed: [] }) : document.adoptNode(item);
    if (!stays && isQuestion(element)) change.added.push(element);
    const place: Element | null = before ? before.nextElementSibling : shown.firstElementChild;
    if (place !== element) shown.insertBefore(element, place);
    before = element;
  }
}

const itemsOf = (container: Element): HTMLElement[] => [...container.querySelectorAll<HTMLElement>(':scope > [data-item]')];

const nameOf = ({ dataset }: HTMLElement): string => dataset['item'] ?? '';

/** Not the norms at the end of the page. */
const isQuestion = (item: HTMLElement): boolean => !(item instanceof HTMLDetailsElement);

/** The element as it stands on the page, or the fresh one in its place where it looks different. */
function updated(item: HTMLElement, fresh: HTMLElement, parked: Map<string, HTMLElement>, change: Change): HTMLElement {
  const inner = item.querySelector(':scope > [data-items]');
  const freshInner = fresh.querySelector(':scope > [data-items]');
  if (inner && freshInner) {
    mergeItems(inner, freshInner, parked, change);
    return item;
  }
  // A list of answers has inputs that the server does not know yet.
  if ('list' in item.dataset) return item;
  if (looksOf(item) === looksOf(fresh)) {
    takeFirstValues(item, fresh);
    return item;
  }
  keepTyped(item, fresh);
  item.replaceWith(document.adoptNode(fresh));
  return fresh;
}

/** Words and possible answers, without mistakes and what was typed. */
function looksOf(item: HTMLElement): string {
  const copy = item.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('.kern-error, textarea')) part.remove();
  const values = [...copy.querySelectorAll<HTMLInputElement | HTMLOptionElement>('[type=radio], option')].map(({ value }) => value);
  return [copy.textContent, ...values].join('\n');
}

type Control = HTMLInputElement | HTMLTextAreaElement;

const typedControls = (item: HTMLElement): Control[] => [
  ...item.querySelectorAll<Control>('input:not([type=radio], [type=checkbox], [type=hidden]), textarea'),
];

const sameControl = (item: HTMLElement, { name }: Control): Control | undefined => typedControls(item).find((other) => other.name === name);

/** What a rule fills in goes into inputs that nobody has touched. */
function takeFirstValues(item: HTMLElement, fresh: HTMLElement): void {
  for (const control of typedControls(item)) {
    const value = sameControl(fresh, control)?.value ?? '';
    if (control.value === '' && control.defaultValue === '' && value !== '') control.value = control.defaultValue = value;
  }
}

function keepTyped(item: HTMLElement, fresh: HTMLElement): void {
  for (const control of typedControls(fresh)) {
    const typed = sameControl(item, control);
    if (typed && control.type === 'file') control.replaceWith(typed);
    else if (typed && typed.value !== '') control.value = typed.value;
  }
}
