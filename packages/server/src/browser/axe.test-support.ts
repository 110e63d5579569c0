import type { Browser, Page } from 'playwright-core';
import { everything, openAxePage } from '../a11y/axe-page.test-support.js';
import { likenessOf } from '../a11y/likeness.test-support.js';
import { drawsNew } from '../a11y/looks.test-support.js';

const contrast = { runOnly: { type: 'rule', values: ['color-contrast'] } };

export interface Glance {
  /** What axe finds; in the dark scheme, contrasts. */
  readonly findings: readonly string[];
  /** Does the page fit 320 px, or must one scroll sideways? */
  readonly fits: boolean;
}

export interface Glass {
  glance(page: Page): Promise<Glance>;
  close(): Promise<void>;
}

/**
 * Looks at pages as they stand: axe, once more for the colours of the dark scheme, and the width. Scripts are switched off in the pages
 * themselves, so another page, with scripts, shows the same HTML with the same style sheets. A page that is like one before it is not looked at
 * again, and one that draws nothing new not in the dark (ADR 0073).
 */
export async function openGlass(browser: Browser): Promise<Glass> {
  const twin = await openAxePage(browser);
  const seen = new Set<string>();
  const drawn = new Set<string>();
  return {
    async glance(page) {
      const [html, address, width] = [await page.content(), page.url(), page.viewportSize()?.width ?? 1280];
      const likeness = `${width} ${likenessOf(html, '')}`;
      if (seen.has(likeness)) return { findings: [], fits: true };
      seen.add(likeness);
      await twin.turnTo({ width: 320, colours: 'light', forced: 'none' });
      await twin.show({ address, status: 200, html });
      const fits = await twin.page.evaluate<boolean>('document.documentElement.scrollWidth <= 320');
      if (width !== 320) await twin.turnTo({ width, colours: 'light', forced: 'none' });
      const findings = await twin.violations(everything);
      if (drawsNew(html, drawn)) {
        await twin.turnTo({ width, colours: 'dark', forced: 'none' });
        findings.push(...(await twin.violations(contrast)).map((finding) => `dark: ${finding}`));
      }
      return { findings, fits };
    },
    close: () => twin.close(),
  };
}
