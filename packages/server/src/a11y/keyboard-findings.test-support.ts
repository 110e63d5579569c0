import type { CDPSession, Page } from 'playwright-core';

interface Walk {
  /** What Tab has to lead to, in the order of the page. */
  readonly stops: readonly string[];
  /** What it led to: the number in `stops` (-1: something else), and whether one saw that the focus was there. */
  readonly seen: readonly { readonly at: number; readonly name: string; readonly visible: boolean }[];
  /** The focus is still at the last stop. */
  readonly caught: boolean;
}

/** Lists what can be used, and notes from now on where the focus comes. */
const listen = `(() => {
  const usable = (element) => element.tabIndex >= 0 && !element.matches(':disabled, [type=hidden]') && !element.closest('[inert]') &&
    element.checkVisibility({ visibilityProperty: true });
  // Of radio buttons that belong together the chosen one, or the first.
  const stands = (element) => {
    if (element.type !== 'radio') return true;
    const group = [...document.getElementsByName(element.name)].filter((other) => other.type === 'radio' && other.form === element.form && usable(other));
    return element === (group.find(({ checked }) => checked) ?? group[0]);
  };
  const candidates = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]');
  const stops = [...candidates].filter((element) => usable(element) && stands(element));
  const name = (element) => element.outerHTML.slice(0, 120);
  // KERN draws the focus of a stretched link around all that it stretches over, of others around the box they are in.
  const parts = (element) => [[element], [element, '::before'], [element, '::after'], ...(element.parentElement ? [[element.parentElement]] : [])];
  const drawn = (part) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(...part);
    const outline = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 ? outlineStyle + outlineWidth + outlineColor : '';
    return outline + (boxShadow === 'none' ? '' : boxShadow);
  };
  const looks = (element) => parts(element).map(drawn);
  const start = document.activeElement;
  start?.blur?.();
  window.a11yWalk?.listening.abort();
  const listening = new AbortController();
  const before = new Map(stops.map((element) => [element, looks(element)]));
  const walk = { stops, seen: [], name, listening };
  addEventListener('focusin', ({ target }) => {
    const known = before.get(target) ?? [];
    const visible = looks(target).some((look, at) => look !== '' && look !== known[at]);
    walk.seen.push({ at: stops.indexOf(target), name: name(target), visible });
  }, listening);
  // From the top, also where the page has put the focus elsewhere.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  walk.seen.length = 0;
  window.a11yWalk = walk;
  return stops.length;
})()`;

const result = `(() => {
  const { stops, seen, name } = window.a11yWalk;
  return { stops: stops.map(name), seen, caught: stops.length > 0 && document.activeElement === stops.at(-1) };
})()`;

/** The Tab key leads through the page in its order, to everything that can be used, shows where it is, and leads out again. */
export async function keyboardFindings(page: Page, keys: CDPSession): Promise<string[]> {
  const count = await page.evaluate<number>(listen);
  await tab(keys, count + 1);
  const { stops, seen, caught } = await page.evaluate<Walk>(result);
  const found: string[] = [];
  let next = 0;
  for (const { at, name, visible } of seen) {
    // Out of the page, and in again at its top.
    if (next === stops.length && at <= 0) break;
    if (!visible) found.push(unseenFocus({ name }));
    // A part that scrolls gets the focus though it is no control.
    if (at === -1) continue;
    if (at < next) found.push(`Tab leads back to ${name}`);
    for (; next < at; next++) found.push(`Tab passes ${stops[next] ?? ''}`);
    next = Math.max(next, at + 1);
  }
  if (next < stops.length) found.push(`Tab does not reach ${stops[next] ?? ''}`);
  else if (caught) found.push(`Tab is caught at ${stops.at(-1) ?? ''}`);
  return found;
}

/** What one does not see the focus at, wherever Tab has led before (`keyboardFindings`): the page may look otherwise now. */
export async function focusFindings(page: Page): Promise<string[]> {
  await page.evaluate(listen);
  const { seen } = await page.evaluate<Walk>(`window.a11yWalk.stops.forEach((element) => element.focus()), ${result}`);
  return seen.filter(({ visible }) => !visible).map(unseenFocus);
}

const unseenFocus = ({ name }: Pick<Walk['seen'][number], 'name'>): string => `one does not see that the focus is at ${name}`;

/** All presses at once: the browser takes them in their order. */
async function tab(keys: CDPSession, presses: number): Promise<void> {
  const down = { type: 'rawKeyDown', key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;
  await Promise.all(Array.from({ length: presses }, () => keys.send('Input.dispatchKeyEvent', down)));
}
