import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startMailbox } from '@serviceportal/portal-adapter';
import type { RunningMailbox } from '@serviceportal/portal-adapter';
import type { Page } from 'playwright-core';
import { describeWith } from '@serviceportal/test-support';
import { startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { ask, signInAtDesk, takeOn } from './clerk.test-support.js';
import * as fill from './filling-in.test-support.js';
import { invite, type Visitors } from './visitors.test-support.js';

describeWith('chromium', 'Messages by e-mail, on a phone without JavaScript', () => {
  let portal: SmallPortal;
  let mailbox: RunningMailbox;
  let visitors: Visitors;
  let page: Page;

  beforeAll(async () => {
    mailbox = await startMailbox({ pagePort: 0 });
    const sender = { address: 'online-dienste@probe.example', name: 'Stadt Probe' };
    const notification = { connector: 'smtp', host: '127.0.0.1', port: mailbox.port, encryption: 'none', sender };
    portal = await startSmallPortal({ changes: { demonstration: true, notification } });
    visitors = await invite();
    page = await visitors.device({ javaScriptEnabled: false });
  }, 60_000);

  afterAll(async () => {
    await visitors?.leave();
    await portal?.close();
    await mailbox?.close();
  });

  const look = (here: Page = page): Promise<void> => visitors.look(here);
  async function press(name: string): Promise<void> {
    await fill.press(page, name);
    await look();
  }

  /** The page of the mailbox once it shows a subject. */
  async function inbox(subject: RegExp): Promise<Page> {
    const reader = await visitors.device();
    for (let attempt = 0; attempt < 60; attempt += 1) {
      await reader.goto(mailbox.url ?? '');
      if (subject.test(await reader.locator('main').innerText())) return reader;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`No mail ${String(subject)}: ${await reader.locator('main').innerText()}`);
  }

  it('an address is given, confirmed, told of the arrival, and told when the office asks', async () => {
    await page.goto(`${portal.base}/probe`);
    await page.getByRole('button', { name: 'Antrag starten' }).click();
    await page.getByLabel('Name').fill('Zoë');
    await page.getByLabel('Nein').check();
    for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'Weiter' }).click();
    await press('Antrag verbindlich absenden');
    const reference = /PR-\d{4}-[0-9A-Z-]+/.exec(await page.locator('main').innerText())?.[0] ?? '-';

    await page.getByLabel('Ihre E-Mail-Adresse').fill('zoe@beispiel');
    await press('Code schicken');
    expect(await page.title()).toMatch(/^Fehler: /);
    await page.getByRole('link', { name: /Bitte prüfen Sie Ihre E-Mail-Adresse/ }).click();
    await page.getByLabel('Ihre E-Mail-Adresse').fill('zoe@beispiel.de');
    await press('Code schicken');

    const first = await inbox(/Bitte bestätigen Sie Ihre E-Mail-Adresse/);
    await look(first);
    const text = await first.locator('main').innerText();
    expect(text).not.toContain(reference);
    const code = /\d{3} \d{3}/.exec(text)?.[0] ?? '';
    await page.getByLabel('Code aus der E-Mail').fill(code === '000 000' ? '111 111' : '000 000');
    await press('Adresse bestätigen');
    expect(await page.getByLabel('Code aus der E-Mail').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Code aus der E-Mail').fill(code);
    await press('Adresse bestätigen');
    await expect(page.getByRole('status').innerText()).resolves.toContain('Wir schreiben an zoe@beispiel.de');
    expect(await (await inbox(/Ihr Antrag ist eingegangen/)).locator('main').innerText()).toContain(reference);

    const clerk = await visitors.device();
    await signInAtDesk(clerk, `${portal.base}/amt`);
    await takeOn(clerk, reference);
    await ask(clerk, 'Welche Farbe hat das Fell?');
    const news = await inbox(/Es gibt etwas Neues/);
    expect(await news.locator('main').innerText()).not.toContain('Farbe');

    await page.getByRole('link', { name: 'Zum Stand des Antrags' }).click();
    await look();
    expect(await page.locator('main').innerText()).toContain('Welche Farbe hat das Fell?');
    await page.getByRole('link', { name: 'Adresse entfernen' }).click();
    await press('Adresse entfernen');
    await expect(page.getByLabel('Ihre E-Mail-Adresse').inputValue()).resolves.toBe('');
  }, 180_000);
});
