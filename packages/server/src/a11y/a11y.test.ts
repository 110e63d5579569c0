import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { chromium as browsers, type Browser } from 'playwright-core';
import { chromium, describeWith, repository, shared } from '@serviceportal/test-support';
import { packageFrom } from '../preview/preview-packages.js';
import { pageFindings } from './page-findings.test-support.js';
import { shownPages } from './shown-pages.test-support.js';

/** `npm run test:a11y` takes every schema; otherwise a fixed sample, chosen for what is in it. */
const sample = [
  'S00000000362V1.0.0', // Gewerbe: wide address groups, one of several
  'S07000000201V1.2.0', // the smallest
];
const all = process.env['A11Y'] === 'all';

function schemas(): string[] {
  const folder = join(shared, 'fim/xdf3');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).sort();
  const chosen = names.filter((name, at) => all || sample.some((id) => name.startsWith(id)) || at % 8 === 0);
  return chosen.map((name) => join(folder, name));
}

const services = readdirSync(join(repository, 'services')).map((name) => join(repository, 'services', name));
const examples = [join(repository, 'examples/drei-seiten/package')];

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']; // prettier-ignore

describeWith('chromium', 'everybody can use every page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await browsers.launch({ ...(chromium === undefined ? {} : { executablePath: chromium }), args: flags });
  }, 60_000);
  afterAll(() => browser?.close());

  async function findingsOf(path: string): Promise<string[]> {
    const { stage, pages } = await shownPages(await packageFrom(path), 1);
    const context = await browser.newContext({ bypassCSP: true, locale: 'de-DE', reducedMotion: 'reduce' });
    try {
      const found: string[] = [];
      for (const page of pages) found.push(...(await pageFindings(context, page)));
      expect(pages.length).toBeGreaterThan(8);
      return found;
    } finally {
      await context.close();
      await stage.close();
    }
  }

  it.each([...services, ...examples])('%s', async (path) => expect(await findingsOf(path)).toEqual([]), 600_000);
  describeWith('shared', 'of published schemas', () => {
    it.each(schemas())('%s', async (path) => expect(await findingsOf(path)).toEqual([]), 900_000);
  });
});
