import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uiText } from '@serviceportal/form-engine';
import { describeWith } from '@serviceportal/test-support';
import type { Page } from 'playwright-core';
import { portalText } from '../texts/portal-text.js';
import { press, said } from './filling-in.test-support.js';
import { looksGerman, replacedGerman, textsOf } from './languages.test-support.js';
import { offeredArchive, startDemonstration, type StartedPortal } from './started-portal.test-support.js';
import { stepByStep } from './steps.test-support.js';
import { invite, type Visitors } from './visitors.test-support.js';

/** One page after the other: answers by the end of the question's name. Pages without are left as they are. */
const pages: readonly Readonly<Record<string, string>>[] = [
  { F05999000001: '001' },
  {
    F60000000228: 'Ada',
    F60000000227: 'Example',
    F60000000231: '12',
    F60000000232: '8',
    F60000000233: '1984',
  },
  { F60000000243: 'Market Street', F60000000244: '1', F60000000246: '99999', F60000000247: 'Exampletown' },
  {},
  {
    F05999000021: 'Rex',
    F05999000022: '101',
    F05999000025: '001',
    'F05999000024.day': '1',
    'F05999000024.month': '2',
    'F05999000024.year': '2024',
    F05999000026: 'black',
    'F05999000028.day': '1',
    'F05999000028.month': '3',
    'F05999000028.year': '2025',
    F05999000029: '001',
  },
  { F05999000030: 'true', F05999000031: 'false', F05999000027: '276098106123456' },
  { F05999000040: '000' },
  {},
  { F05999000061: 'false' },
];

async function answer(page: Page, end: string, value: string): Promise<void> {
  const input = page.locator(`main [name$="${end}"]:not([type=hidden])`);
  if ((await input.first().getAttribute('type')) === 'radio') await input.and(page.locator(`[value="${value}"]`)).check();
  else if ((await input.first().evaluate(({ tagName }) => tagName)) === 'SELECT') await input.selectOption(value);
  else await input.fill(value);
}

describeWith('chromium', 'another language than German', () => {
  let portal: StartedPortal;
  let visitors: Visitors;
  beforeAll(async () => {
    portal = await startDemonstration();
    visitors = await invite();
  }, 120_000);
  afterAll(async () => {
    await visitors?.leave();
    await portal?.stop();
  });

  describe.each(['en', 'de-simple'] as const)('%s', (language) => {
    const step = stepByStep();
    const says = (key: Parameters<typeof uiText>[1]) => uiText(language, key);
    let page: Page;
    let german: ReadonlySet<string>;

    beforeAll(async () => {
      german = replacedGerman(await offeredArchive('hundesteuer'), language);
      expect(german.size).toBeGreaterThan(50);
    });

    const foreign = (text: string): boolean => german.has(text) || (language === 'en' && looksGerman(text));
    async function look(): Promise<void> {
      const texts = await textsOf(page);
      expect({ url: page.url(), german: texts.filter(foreign) }).toEqual({ url: page.url(), german: [] });
      await visitors.look(page);
    }
    async function go(name: string): Promise<void> {
      await press(page, name);
      await look();
    }

    step('is chosen on the start page, and stays', async () => {
      page = await visitors.device({ javaScriptEnabled: false, acceptDownloads: true });
      await page.goto(portal.citizen);
      await page.getByRole('link', { name: uiText('de', `language.${language}`) }).click();
      await look();
      await page.getByRole('link', { name: /Dog tax|Hund/ }).click();
      await look();
      await go(says('service.start'));
    });

    step('leads through every page, with mistakes named in it', async () => {
      for (const answers of pages) {
        const asks = Object.keys(answers).length > 0;
        if (asks) {
          await go(says('form.continue'));
          for (const [end, value] of Object.entries(answers)) await answer(page, end, value);
        }
        await go(says('form.continue'));
      }
      expect(page.url()).toMatch(/\/pruefen$/);
      for (const end of ['uebersicht', 'spaeter', 'verwerfen', 'pruefen']) {
        await page.goto(page.url().replace(/\/[^/]+$/, `/${end}`));
        await look();
        if (end === 'spaeter') await go(says('later.make'));
      }
    });

    step('is that of receipt, application and status', async () => {
      await go(says('check.submit'));
      await page.getByRole('checkbox').first().check();
      await go(says('check.submit'));
      expect(page.url()).toMatch(/\/fertig$/);
      // The receipt is the citizen's. The application goes to the office, in German.
      const link = page.getByRole('link', { name: says('submitted.receipt') });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      const { stdout } = await promisify(execFile)('pdftotext', ['-layout', await download.path(), '-']);
      const received = { en: 'We have received your application', 'de-simple': 'Ihr Antrag ist bei uns angekommen' }[language];
      expect(stdout).toContain(received);
      const german = { en: /Vorgangsnummer|Abrufcode|Eingegangen|Dienst|Quittung|Seite|Stand|Fragen|Sie /, 'de-simple': /ist eingegangen/ }[
        language
      ];
      expect(stdout.replaceAll('Stadt Musterstadt', '')).not.toMatch(german);
      await page.getByRole('link', { name: says('submitted.status') }).click();
      await look();
      expect(await said(page)).toContain(portalText(language, 'state.received'));
    });

    it('is that of every page around', async () => {
      page = await visitors.device({ javaScriptEnabled: false });
      await page.goto(`${portal.citizen}?sprache=${language}`);
      // Not imprint and general privacy notice: the municipality's own texts, whose pages are German.
      for (const path of ['barrierefreiheit', 'barriere-melden', 'status', 'weiter', 'hundesteuer/konto', 'x/y']) {
        await page.goto(`${portal.citizen}${path}`);
        await look();
      }
    }, 600_000);
  });
});
