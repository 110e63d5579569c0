import type { Page } from 'playwright-core';

/** Where the focus is: the number of the element in the order of the page, and whether one sees it. */
interface Focus {
  readonly at: number;
  readonly name: string;
  readonly visible: boolean;
}

const prepare = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
  all.forEach((element, at) => { element.dataset.a11yAt = String(at); });
  document.activeElement?.blur?.();
  return all.filter((element) => element.tabIndex >= 0 && !element.disabled && element.type !== 'hidden' && element.getClientRects().length > 0).length;
})()`;

const focused = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // KERN draws the focus of a stretched link around all that it stretches over, of others around the box they are in.
  const drawn = (one, part) => { const s = getComputedStyle(one, part); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'; };
  const visible = drawn(element) || drawn(element, '::before') || drawn(element, '::after') || (element.parentElement !== null && drawn(element.parentElement));
  return { at: Number(element.dataset.a11yAt ?? -1), name: element.outerHTML.slice(0, 120), visible };
})()`;

const mostStops = 400;

/** The Tab key leads through the page in its order, to everything that can be used, shows where it is, and leads out again. */
export async function keyboardFindings(page: Page): Promise<string[]> {
  const stops = await page.evaluate<number>(prepare);
  const found: string[] = [];
  let last = -1;
  let reached = 0;
  for (let press = 0; press < Math.min(stops, mostStops) + 3; press++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<Focus | null>(focused);
    if (focus === null || (focus.at <= last && reached > 0 && focus.at === 0)) break;
    if (focus.at < last) found.push(`Tab leads back to ${focus.name}`);
    if (focus.at === last) {
      found.push(`Tab is caught at ${focus.name}`);
      break;
    }
    if (!focus.visible) found.push(`one does not see that the focus is at ${focus.name}`);
    last = focus.at;
    reached++;
  }
  if (reached === 0 && stops > 0) found.push('Tab leads nowhere');
  return found;
}
