import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { repository } from '@serviceportal/test-support';

const axePath = createRequire(join(repository, 'package.json')).resolve('axe-core/axe.min.js');

/** What WCAG 2.2 AA asks for, and what axe knows as good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const findings = (scheme: string, { violations }: AxeResults): string[] =>
  violations.map(({ id, nodes }) => `${scheme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);

/**
 * Runs axe on a page as it stands, and once more for its colours in the dark scheme. Scripts are switched off there, so
 * a second page, in a context with scripts, gets the same HTML under the same address, with the same style sheets.
 */
export async function axeFindings(page: Page, scripted: BrowserContext): Promise<string[]> {
  const twin = await scripted.newPage();
  try {
    const html = await page.content();
    await twin.setViewportSize(page.viewportSize() ?? { width: 1280, height: 800 });
    await twin.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
    await twin.goto(page.url());
    await twin.evaluate(await readFile(axePath, 'utf8'));
    const all = await twin.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(tags)} })`);
    await twin.emulateMedia({ colorScheme: 'dark' });
    const dark = await twin.evaluate<AxeResults>("axe.run({ runOnly: { type: 'rule', values: ['color-contrast'] } })");
    return [...findings('light', all), ...findings('dark', dark)];
  } finally {
    await twin.close();
  }
}

/** Does the page fit its width, or must one scroll sideways? */
export async function fitsItsWidth(page: Page, scripted: BrowserContext): Promise<boolean> {
  const twin = await scripted.newPage();
  try {
    const html = await page.content();
    await twin.setViewportSize({ width: 320, height: 800 });
    await twin.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
    await twin.goto(page.url());
    return await twin.evaluate<boolean>('document.documentElement.scrollWidth <= 320');
  } finally {
    await twin.close();
  }
}
