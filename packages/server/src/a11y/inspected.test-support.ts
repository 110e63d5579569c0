import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeWith } from '@serviceportal/test-support';
import { launch } from '../browser/visitors.test-support.js';
import { openInspection } from './page-findings.test-support.js';
import type { Inspection } from './page-findings.test-support.js';
import type { Shown } from './shown-pages.test-support.js';

export interface Inspected {
  readonly name: string;
  /** Absent: its files are not at hand, and it is skipped. */
  readonly show?: () => Promise<Shown>;
  /** Axe and the Tab key only on pages that draw something new. */
  readonly sparing?: boolean;
}

/** A file that gets a line of JSON for each service. */
const report = process.env['A11Y_REPORT'];

/** A browser looks at every page that is shown: a test for each. */
export function everybodyCanUse(what: string, inspected: readonly Inspected[]): void {
  describeWith('chromium', `everybody can use every page of ${what}`, () => {
    let browser: Browser;
    let inspection: Inspection;
    beforeAll(async () => {
      browser = await launch();
      inspection = await openInspection(browser);
    }, 60_000);
    afterAll(async () => {
      await inspection?.close();
      await browser?.close();
    });

    const looksFine = async ({ name, show, sparing = false }: Inspected & { show: () => Promise<Shown> }): Promise<void> => {
      const begun = performance.now();
      const { stage, title, pages, unseen } = await show();
      try {
        const found: string[] = [];
        let looked = 0;
        for (const page of pages) {
          const findings = await inspection.findings(page, title, sparing);
          if (findings === null) continue;
          looked++;
          found.push(...findings);
        }
        const seconds = Math.round((performance.now() - begun) / 1000);
        // Jest itself says nothing of what a run has looked at.
        if (report !== undefined)
          appendFileSync(report, `${JSON.stringify({ name, pages: pages.length, looked, seconds, found, unseen })}\n`);
        expect(pages.length).toBeGreaterThan(8);
        expect(found).toEqual([]);
      } finally {
        await stage.close();
      }
    };
    for (const one of inspected) {
      const { name, show } = one;
      if (show) it(name, () => looksFine({ ...one, show }), 900_000);
      else it.skip(name, () => undefined);
    }
  });
}
