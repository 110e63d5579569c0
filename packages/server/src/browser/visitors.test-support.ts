import { expect } from '@jest/globals';
import { chromium } from '@serviceportal/test-support';
import { chromium as browsers, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { openGlass } from './axe.test-support.js';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--renderer-process-limit=1',
  '--in-process-gpu',
  '--disable-site-isolation-trials',
];

export const launch = (): Promise<Browser> =>
  browsers.launch({ ...(chromium === undefined ? {} : { executablePath: chromium }), args: flags });

/** People in front of browsers. */
export interface Visitors {
  /** A device that the portal has not seen before: without more, a phone of 320 px. */
  device(options?: BrowserContextOptions): Promise<Page>;
  /** Holds a page to what all are held to: no finding of axe, one first heading, fits 320 px, nothing refused by the policy. */
  look(page: Page): Promise<void>;
  leave(): Promise<void>;
}

/** Everybody whom a test needs, in one browser. Their devices know nothing of each other. */
export async function invite(): Promise<Visitors> {
  const browser = await launch();
  const glass = await openGlass(browser);
  const refused: string[] = [];
  return {
    async device(options = {}) {
      const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 320, height: 640 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on('console', (message) => {
        if (/Content Security Policy|integrity|SyntaxError|TypeError/.test(message.text())) refused.push(message.text());
      });
      page.on('pageerror', (error) => refused.push(String(error)));
      return page;
    },
    async look(page) {
      const url = page.url();
      expect({ url, refused }).toEqual({ url, refused: [] });
      expect({ url, ...(await glass.glance(page)) }).toEqual({ url, findings: [], fits: true });
      expect(await page.locator('h1').count()).toBe(1);
    },
    async leave() {
      await glass.close();
      await browser.close();
    },
  };
}
