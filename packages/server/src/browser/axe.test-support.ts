import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { repository } from '@serviceportal/test-support';
import { likenessOf } from '../a11y/likeness.test-support.js';
import { drawsNew } from '../a11y/looks.test-support.js';

const axe = readFileSync(createRequire(join(repository, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** What WCAG 2.2 AA asks for, and what axe knows as good practice. */
const everything = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const colours = { runOnly: { type: 'rule', values: ['color-contrast'] } };

export interface Glance {
  /** What axe finds; in the dark scheme, contrasts. */
  readonly findings: readonly string[];
  /** Does the page fit 320 px, or must one scroll sideways? */
  readonly fits: boolean;
}

/**
 * Looks at pages as they stand: axe, once more for the colours of the dark scheme, and the width. Scripts are switched off in the pages
 * themselves, so a second page, in a context with scripts, gets the same HTML under the same address, with the same style sheets. A page that is
 * like one before it is not looked at again, and one that draws nothing new not in the dark (ADR 0073).
 */
export async function openGlass(scripted: BrowserContext): Promise<(page: Page) => Promise<Glance>> {
  const twin = await scripted.newPage();
  const run = (options: object): Promise<string[]> =>
    twin.evaluate<string[]>(
      `axe.run(${JSON.stringify({ ...options, resultTypes: ['violations'] })}).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
    );
  const seen = new Set<string>();
  const drawn = new Set<string>();
  return async (page) => {
    const [html, url, size] = [await page.content(), page.url(), page.viewportSize() ?? { width: 1280, height: 800 }];
    const likeness = `${size.width} ${likenessOf(html, '')}`;
    if (seen.has(likeness)) return { findings: [], fits: true };
    seen.add(likeness);
    await twin.emulateMedia({ colorScheme: 'light' });
    await twin.setViewportSize({ width: 320, height: 800 });
    await twin.route(url, (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
    // Else an address that differs in its fragment alone leads to the page that is there already.
    await twin.goto('about:blank');
    await twin.goto(url);
    const fits = await twin.evaluate<boolean>('document.documentElement.scrollWidth <= 320');
    await twin.setViewportSize(size);
    await twin.evaluate(axe);
    const findings = await run(everything);
    if (drawsNew(html, drawn)) {
      await twin.emulateMedia({ colorScheme: 'dark' });
      findings.push(...(await run(colours)).map((finding) => `dark: ${finding}`));
    }
    await twin.unroute(url);
    return { findings, fits };
  };
}
