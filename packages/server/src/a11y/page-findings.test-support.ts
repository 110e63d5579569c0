import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { repository } from '@serviceportal/test-support';
import { keyboardFindings } from './keyboard-findings.test-support.js';
import type { ShownPage } from './shown-pages.test-support.js';

const axe = readFileSync(createRequire(join(repository, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** What WCAG 2.2 AA asks for, and what axe knows as good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What is wrong with a page, in words: axe in light and dark, sideways scrolling at 320 px (which is also 1280 px at 400 %), the heading,
 * language and title, and the way of the Tab key. The page is shown from its HTML under its address; style sheets and script come from
 * the portal.
 */
export async function pageFindings(context: BrowserContext, shown: ShownPage): Promise<string[]> {
  const page = await context.newPage();
  try {
    await page.route(shown.address, (route) =>
      route.fulfill({ body: shown.html, contentType: 'text/html; charset=utf-8', status: shown.status }),
    );
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(shown.address);
    const found = [...(await outlineFindings(page)), ...(await keyboardFindings(page))];
    await page.evaluate(axe);
    found.push(...(await axeFindings(page, `{ runOnly: ${JSON.stringify(tags)} }`)));
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await axeFindings(page, "{ runOnly: { type: 'rule', values: ['color-contrast'] } }")));
    const where = `${new URL(shown.address).pathname.replace(/^\/antrag\/[^/]+/, '')} (${shown.status})`;
    return found.map((finding) => `${where}: ${finding}`);
  } finally {
    await page.close();
  }
}

async function axeFindings(page: Page, options: string): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${options})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const outline = `(() => ({
  scrolls: document.documentElement.scrollWidth > 320 ? document.documentElement.scrollWidth : 0,
  headings: document.querySelectorAll('h1').length,
  title: document.title.trim(),
  language: document.documentElement.lang,
  summaryFirst: !document.querySelector('[aria-invalid="true"]') || document.querySelector('#fehler a[href^="#"]') !== null,
}))()`;

interface Outline {
  readonly scrolls: number;
  readonly headings: number;
  readonly title: string;
  readonly language: string;
  readonly summaryFirst: boolean;
}

async function outlineFindings(page: Page): Promise<string[]> {
  const { scrolls, headings, title, language, summaryFirst } = await page.evaluate<Outline>(outline);
  return [
    ...(scrolls > 0 ? [`is ${scrolls} px wide where 320 are there`] : []),
    ...(headings === 1 ? [] : [`has ${headings} headings of the first level`]),
    ...(title.length > 3 ? [] : ['has no title']),
    ...(['de', 'en'].includes(language.slice(0, 2)) ? [] : [`speaks „${language}“`]),
    ...(summaryFirst ? [] : ['marks a mistake that the list at its top does not lead to']),
  ];
}
