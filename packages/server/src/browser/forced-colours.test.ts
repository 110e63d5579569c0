import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { field, group } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';
import { styleOf } from './style-of.test-support.js';

const children = [
  group('G1', 'Person', [field('F1', 'Name', { min: 0 }), field('F2', 'Haben Sie einen Hund?', { type: 'boolean' })]),
  group('G2', 'Hund', [field('F3', 'Name des Hundes')]),
];

/** How many points of a control, with 8 px around it, are not as its ground. */
async function drawn(page: Page, control: Locator): Promise<number> {
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  if (!box) throw new Error('The control is not there');
  const clip = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
  const { data, info } = await sharp(await page.screenshot({ clip }))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const ground = data[0] ?? 0;
  return [...data].filter((value, index) => index % info.channels === 0 && Math.abs(value - ground) > 100).length;
}

describeWith('chromium', 'colours that a person has chosen', () => {
  let form: OpenForm;
  beforeAll(async () => {
    form = await openForm(children);
  }, 120_000);
  afterAll(() => form?.close());

  it.each(['light', 'dark'] as const)('show the icons of links in the colour of links on a %s ground', async (colorScheme) => {
    const page = await form.begin({ javaScript: false });
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const back = page.locator('.portal-back').first();
    const icon = await styleOf(back.locator('.kern-icon'), 'background-color');
    expect(icon).toBe(await styleOf(back, 'color'));
    expect(icon).not.toBe(await styleOf(page.locator('body'), 'background-color'));
  });

  it.each(['light', 'dark'] as const)('show what is chosen and where the focus is on a %s ground', async (colorScheme) => {
    const page = await form.begin({ javaScript: false });
    await page.setViewportSize({ width: 1280, height: 1000 });
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const yes = page.getByRole('radio', { name: 'Ja' });
    const empty = await drawn(page, yes);
    expect(empty).toBeGreaterThan(30);
    await page.getByLabel(/^Name/).focus();
    await page.keyboard.press('Tab');
    expect(await drawn(page, yes)).toBeGreaterThan(empty + 100);
    await page.keyboard.press('Space');
    await page.getByLabel(/^Name/).focus();
    expect(await drawn(page, yes)).toBeGreaterThan(empty + 20);
  });
});
