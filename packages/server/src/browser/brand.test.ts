import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith, repository } from '@serviceportal/test-support';
import type { Browser } from 'playwright-core';
import { startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { openGlass } from './axe.test-support.js';
import { styleOf } from './style-of.test-support.js';
import { launch } from './visitors.test-support.js';

const fonts = join(createRequire(import.meta.url).resolve('@kern-ux/native/package.json'), '../dist/fonts/fira-sans');
const colors = { light: { action: '#8a1538', brand: '#5c0e25' }, dark: { action: '#f2a2b8', onAction: '#1a0008' } };

async function folderOf(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'brand-'));
  await mkdir(join(folder, 'bilder'));
  await copyFile(join(repository, 'examples/musterstadt/wappen.svg'), join(folder, 'bilder/wappen.svg'));
  await copyFile(join(fonts, 'FiraSans-Regular.woff2'), join(folder, 'Stadt-Regular.woff2'));
  await copyFile(join(fonts, 'FiraSans-SemiBold.woff2'), join(folder, 'Stadt-Bold.woff2'));
  await writeFile(join(folder, 'keine.woff2'), 'x');
  return folder;
}

describeWith('chromium', 'the look of a municipality', () => {
  let folder: string;
  let portal: SmallPortal;
  let browser: Browser;
  const lines: string[] = [];
  const brand = { colors, font: { family: 'Stadt Sans', regular: 'Stadt-Regular.woff2', bold: 'Stadt-Bold.woff2' } };
  beforeAll(async () => {
    folder = await folderOf();
    portal = await startSmallPortal({
      folder,
      changes: { brand, logo: 'bilder/wappen.svg' },
      log: { write: (line) => void lines.push(line) },
    });
    browser = await launch();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['light', 'rgb(138, 21, 56)', 'oklch(1 0 0)', 'rgb(92, 14, 37)'],
    ['dark', 'rgb(242, 162, 184)', 'rgb(26, 0, 8)', null],
  ] as const)(
    'shows its colours, logo and font on a %s screen, and every text can be read',
    async (colorScheme, action, onAction, stripe) => {
      const context = await browser.newContext({ colorScheme });
      const page = await context.newPage();
      const refused: string[] = [];
      page.on('console', (message) => void (message.text().includes('Content Security Policy') && refused.push(message.text())));
      page.on('response', (answer) => void (answer.status() >= 400 && refused.push(answer.url())));
      await page.goto(`${portal.base}/probe`);
      const style = (selector: string, name: string): Promise<string> => styleOf(page.locator(selector), name);
      expect(await style('.kern-btn--primary', 'background-color')).toBe(action);
      expect(await style('.kern-btn--primary .kern-label', 'color')).toBe(onAction);
      if (stripe !== null) expect(await style('.portal-header', 'border-top-color')).toBe(stripe);
      expect(
        await page.locator('.portal-brand__logo').evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
      ).toBeGreaterThan(0);
      const icon = await page.request.get(new URL((await page.locator('link[rel=icon]').getAttribute('href')) ?? '', portal.base).href);
      expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/svg+xml']);
      expect(await icon.text()).toContain(colors.light.brand);
      const ico = await page.request.get(`${portal.base}/favicon.ico`);
      expect([ico.status(), ico.headers()['content-type'], ico.headers()['set-cookie']]).toEqual([200, 'image/x-icon', undefined]);
      expect(await style('h1', 'font-family')).toContain('Stadt Sans');
      expect(await page.evaluate(`document.fonts.ready.then(() => document.fonts.check('16px "Stadt Sans"'))`)).toBe(true);
      expect(await page.evaluate("[...document.fonts].filter(({ status }) => status === 'error').length")).toBe(0);
      const glass = await openGlass(browser);
      expect((await glass.glance(page)).findings).toEqual([]);
      await glass.close();
      expect(refused).toEqual([]);
      await context.close();
    },
  );

  it('says at the start what is heavier than it should be', () => {
    expect(lines.some((line) => line.includes('Stadt-Regular.woff2 has'))).toBe(true);
  });

  it.each([
    ['colours that cannot be read', { brand: { colors: { light: { action: '#ffcc00' } } } }, /brand\.colors\.light\.action.*1\.\d\d : 1/],
    ['a logo that is not there', { logo: 'wappen.svg' }, /logo: .*wappen\.svg cannot be read as a picture/],
    ['a logo that is no picture', { logo: 'keine.woff2' }, /Name an SVG, PNG or JPEG/],
    ['a font that is none', { brand: { font: { ...brand.font, bold: 'keine.woff2' } } }, /brand\.font\.bold: keine\.woff2 is no WOFF2/],
    ['a font that is not there', { brand: { font: { ...brand.font, bold: 'fehlt.woff2' } } }, /brand\.font\.bold: .* cannot be read/],
    ['a style sheet that is not there', { brandCss: 'fehlt.css' }, /brandCss: .* cannot be read/],
  ])('does not start with %s', async (_what, changes, message) => {
    await expect(startSmallPortal({ folder, changes })).rejects.toThrow(message);
  });
});
