import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { repository } from '@serviceportal/test-support';
import type { ShownPage } from './kept-pages.test-support.js';
import { openKeptPortal, scriptAddress } from './kept-portal.test-support.js';

const axe = readFileSync(createRequire(join(repository, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** What WCAG 2.2 AA asks for, and what axe knows as good practice. */
export const everything = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

export interface Screen {
  /** In px. */
  readonly width: number;
  readonly colours: 'light' | 'dark';
  readonly forced: 'none' | 'active';
}

/** A page with scripts that shows kept pages, one after the other, to somebody who wants nothing to move. */
export interface AxePage {
  readonly page: Page;
  readonly session: CDPSession;
  show(shown: ShownPage): Promise<void>;
  turnTo(screen: Screen): Promise<void>;
  /** What axe finds, in words. */
  violations(rules: object): Promise<string[]>;
  close(): Promise<void>;
}

export async function openAxePage(browser: Browser): Promise<AxePage> {
  const portal = await openKeptPortal({ 'axe.js': axe });
  const context = await browser.newContext({ locale: 'de-DE', viewport: null });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  return {
    page,
    session,
    async show(shown) {
      await page.goto(portal.show(shown));
    },
    // One message each, where the library's own way waits for every step.
    async turnTo({ width, colours, forced }) {
      const features = [
        { name: 'prefers-color-scheme', value: colours },
        { name: 'forced-colors', value: forced },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ];
      await Promise.all([
        session.send('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: 1, mobile: false }),
        session.send('Emulation.setEmulatedMedia', { features }),
      ]);
    },
    async violations(rules) {
      // From the browser's own store, where it lies compiled.
      if (!(await page.evaluate<boolean>('"axe" in window'))) await page.addScriptTag({ url: scriptAddress('axe.js') });
      const run = `axe.run(${JSON.stringify({ ...rules, resultTypes: ['violations'] })})`;
      return page.evaluate<string[]>(
        `${run}.then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
      );
    },
    async close() {
      await context.close();
      await portal.close();
    },
  };
}
