import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { repository } from '@serviceportal/test-support';
import { forcedColourFindings } from './colour-findings.test-support.js';
import type { ShownPage } from './kept-pages.test-support.js';
import { kindOf } from './kept-pages.test-support.js';
import { openKeptPortal, scriptAddress } from './kept-portal.test-support.js';
import { keyboardFindings } from './keyboard-findings.test-support.js';
import { likenessOf } from './likeness.test-support.js';
import { drawsNew } from './looks.test-support.js';
import { outlineFindings } from './outline-findings.test-support.js';

const axe = readFileSync(createRequire(join(repository, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** What WCAG 2.2 AA asks for, and what axe knows as good practice. */
const everything = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** What depends on colours and on the room that there is. */
const looks = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'] } };

/** A screen as narrow as a phone, which is also 1280 px at 400 %; forced colours; a wide one in dark. */
const screens = {
  narrow: { width: 320, colours: 'light', forced: 'none' },
  forced: { width: 320, colours: 'light', forced: 'active' },
  wide: { width: 1280, colours: 'dark', forced: 'none' },
} as const;

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
 * Looks at kept pages one after the other, as a browser shows them to somebody who wants nothing to move: axe, outline and the way of the
 * Tab key at 320 px; inputs and the Tab key once more in forced colours; colours and targets in dark at 1280 px. What depends on colours alone is
 * looked at where a page draws something that none before it has drawn.
 */
export async function openInspection(browser: Browser): Promise<Inspection> {
  const portal = await openKeptPortal({ 'axe.js': axe });
  const context = await browser.newContext({ locale: 'de-DE', viewport: null });
  const page = await context.newPage();
  const seen = new Set<string>();
  const drawn = new Set<string>();
  const session = await context.newCDPSession(page);
  const used = async (): Promise<string[]> => {
    const found = await keyboardFindings(page, session);
    await page.addScriptTag({ url: scriptAddress('axe.js') });
    return [...found, ...(await axeFindings(page, everything))];
  };
  const coloured = async (): Promise<string[]> => {
    await turnTo(session, 'forced');
    const forced = [...(await forcedColourFindings(page)), ...(await keyboardFindings(page, session))];
    await turnTo(session, 'wide');
    const dark = await axeFindings(page, looks);
    return [...forced.map((finding) => `forced colours: ${finding}`), ...dark.map((finding) => `dark, wide: ${finding}`)];
  };
  return {
    async findings(shown, title, sparing = false) {
      const likeness = likenessOf(shown.html, title);
      if (seen.has(likeness)) return null;
      seen.add(likeness);
      const isNew = drawsNew(shown.html, drawn);
      await turnTo(session, 'narrow');
      await page.goto(portal.show(shown));
      // A browser puts the focus where the page wants it only when it draws: later than it says that the page is loaded.
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))');
      const found = await outlineFindings(page);
      if (isNew || !sparing) found.push(...(await used()));
      if (isNew) found.push(...(await coloured()));
      return namedFor(shown, found);
    },
    async close() {
      await context.close();
      await portal.close();
    },
  };
}

function namedFor({ address, status }: ShownPage, found: readonly string[]): string[] {
  const where = `${kindOf(new URL(address).pathname)} (${status})`;
  return [...new Set(found)].map((finding) => `${where}: ${finding}`);
}

/** One message each, where the library's own way waits for every step. */
async function turnTo(session: CDPSession, screen: keyof typeof screens): Promise<void> {
  const { width, colours, forced } = screens[screen];
  const features = [
    { name: 'prefers-color-scheme', value: colours },
    { name: 'forced-colors', value: forced },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ];
  await Promise.all([
    session.send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: false }),
    session.send('Emulation.setEmulatedMedia', { features }),
  ]);
}

function axeFindings(page: Page, options: object): Promise<string[]> {
  const run = `axe.run(${JSON.stringify({ ...options, resultTypes: ['violations'] })})`;
  return page.evaluate<string[]>(
    `${run}.then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
  );
}
