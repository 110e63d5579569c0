import type { Browser } from 'playwright-core';
import { everything, openAxePage } from './axe-page.test-support.js';
import type { Screen } from './axe-page.test-support.js';
import { forcedColourFindings } from './colour-findings.test-support.js';
import type { ShownPage } from './kept-pages.test-support.js';
import { kindOf } from './kept-pages.test-support.js';
import { focusFindings, keyboardFindings } from './keyboard-findings.test-support.js';
import { likenessOf } from './likeness.test-support.js';
import { drawsNew } from './looks.test-support.js';
import { outlineFindings } from './outline-findings.test-support.js';

/** What depends on colours and on the room that there is. */
const looks = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'] } };

/** A screen as narrow as a phone, which is also 1280 px at 400 %; forced colours; a wide one in dark. */
const narrow: Screen = { width: 320, colours: 'light', forced: 'none' };
const forced: Screen = { width: 320, colours: 'light', forced: 'active' };
const wide: Screen = { width: 1280, colours: 'dark', forced: 'none' };

export interface Inspection {
  /**
   * What is wrong with a page, in words; null: one like it was looked at before.
   *
   * @param title of the service
   * @param sparing axe and the Tab key only where the page draws something that none before it has drawn
   */
  findings(shown: ShownPage, title: string, sparing?: boolean): Promise<string[] | null>;
  close(): Promise<void>;
}

/**
 * Looks at kept pages one after the other: axe, outline and the way of the Tab key at 320 px; inputs and the focus once more in forced colours;
 * colours and targets in dark at 1280 px. What depends on colours alone is looked at where a page draws something that none before it has drawn.
 */
export async function openInspection(browser: Browser): Promise<Inspection> {
  const glass = await openAxePage(browser);
  const { page, session } = glass;
  const seen = new Set<string>();
  const drawn = new Set<string>();
  const used = async (): Promise<string[]> => {
    // A browser puts the focus where the page wants it only when it draws: later than it says that the page is loaded.
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))');
    return [...(await keyboardFindings(page, session)), ...(await glass.violations(everything))];
  };
  const coloured = async (): Promise<string[]> => {
    await glass.turnTo(forced);
    const inForced = [...(await forcedColourFindings(page)), ...(await focusFindings(page))];
    await glass.turnTo(wide);
    const dark = await glass.violations(looks);
    return [...inForced.map((finding) => `forced colours: ${finding}`), ...dark.map((finding) => `dark, wide: ${finding}`)];
  };
  return {
    async findings(shown, title, sparing = false) {
      const likeness = likenessOf(shown.html, title);
      if (seen.has(likeness)) return null;
      seen.add(likeness);
      const isNew = drawsNew(shown.html, drawn);
      await glass.turnTo(narrow);
      await glass.show(shown);
      const found = await outlineFindings(page);
      if (isNew || !sparing) found.push(...(await used()));
      if (isNew) found.push(...(await coloured()));
      return namedFor(shown, found);
    },
    close: () => glass.close(),
  };
}

function namedFor({ address, status }: ShownPage, found: readonly string[]): string[] {
  const where = `${kindOf(new URL(address).pathname)} (${status})`;
  return [...new Set(found)].map((finding) => `${where}: ${finding}`);
}
