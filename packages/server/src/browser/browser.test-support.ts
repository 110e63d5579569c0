import { chromium as browsers, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from '@jest/globals';
import type { FormDefinition, FormNode } from '@serviceportal/form-engine';
import { chromium } from '@serviceportal/test-support';
import { startSmallPortal } from '../small-portal.test-support.js';
import { smallService } from '../small-service.test-support.js';
import { axeFindings, fitsItsWidth } from './axe.test-support.js';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> =>
  browsers.launch({ ...(chromium === undefined ? {} : { executablePath: chromium }), args: flags });

/** A form of one's own, in a portal of its own, opened by a person with or without JavaScript. */
export interface OpenForm {
  readonly base: string;
  /** A new application on its first page, 320 px wide. */
  begin(options?: { readonly javaScript?: boolean }): Promise<Page>;
  /** Holds a page to what all are held to: no finding of axe, one first heading, fits 320 px, nothing refused by the policy. */
  look(page: Page): Promise<void>;
  close(): Promise<void>;
}

export async function openForm(children: readonly FormNode[], more: Partial<FormDefinition> = {}): Promise<OpenForm> {
  const form: FormDefinition = { schema: { id: 'S1', version: '1.0', name: 'Probe' }, children, codeLists: {}, rules: [], ...more };
  const portal = await startSmallPortal({ service: { ...smallService, form } });
  const browser = await launch();
  const scripted: BrowserContext = await browser.newContext({ bypassCSP: true });
  const refused: string[] = [];
  return {
    base: portal.base,
    async begin({ javaScript = true } = {}) {
      const context = await browser.newContext({ javaScriptEnabled: javaScript, locale: 'de-DE', viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on('console', (message) => {
        if (/Content Security Policy|integrity|SyntaxError|TypeError/.test(message.text())) refused.push(message.text());
      });
      page.on('pageerror', (error) => refused.push(String(error)));
      await page.goto(`${portal.base}/probe`);
      await page.getByRole('button', { name: 'Antrag starten' }).click();
      return page;
    },
    async look(page) {
      const url = page.url();
      expect({ url, refused }).toEqual({ url, refused: [] });
      expect({ url, findings: await axeFindings(page, scripted) }).toEqual({ url, findings: [] });
      expect(await page.locator('h1').count()).toBe(1);
      expect({ url, fits: await fitsItsWidth(page, scripted) }).toEqual({ url, fits: true });
    },
    async close() {
      await browser.close();
      await portal.close();
    },
  };
}
