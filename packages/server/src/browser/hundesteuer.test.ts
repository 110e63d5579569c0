import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import type { Page } from 'playwright-core';
import * as fill from './filling-in.test-support.js';
import { startDemonstration, type StartedPortal } from './started-portal.test-support.js';
import { stepByStep } from './steps.test-support.js';
import { invite, type Visitors } from './visitors.test-support.js';

describeWith('chromium', 'Hundesteuer on a phone of 320 px without JavaScript', () => {
  let portal: StartedPortal;
  let visitors: Visitors;
  let page: Page;
  let reference = '';

  beforeAll(async () => {
    portal = await startDemonstration();
    visitors = await invite();
    page = await visitors.device({ javaScriptEnabled: false, acceptDownloads: true });
  }, 120_000);

  afterAll(async () => {
    await visitors?.leave();
    await portal?.stop();
  });

  const look = (): Promise<void> => visitors.look(page);
  async function press(name: string): Promise<void> {
    await fill.press(page, name);
    await look();
  }
  const date = (question: string, day: string, month: string, year: string) => fill.date(page, question, day, month, year);
  const choose = (question: string, answer: string) => fill.choose(page, question, answer);
  const type = (question: string, text: string) => fill.type(page, question, text);

  const step = stepByStep();

  step('finds the service and reads what it costs', async () => {
    await page.goto(portal.citizen);
    await look();
    await page.getByRole('link', { name: /Hundesteuer/ }).click();
    await look();
    expect(await page.locator('main').innerText()).toContain('85,80 €');
    await press('Antrag starten');
  });

  step('is told what is missing, next to the question and in a summary that links there', async () => {
    await press('Weiter');
    expect(await page.title()).toMatch(/^Fehler: /);
    const summary = page.getByRole('link', { name: '„Was möchten Sie tun?“ fehlt noch. Bitte machen Sie hier eine Angabe.' });
    await summary.click();
    expect(await page.locator(':target').count()).toBe(1);
    await choose('Was möchten Sie tun?', 'Hund anmelden');
    await press('Weiter');
  });

  step('fills in the pages about the person', async () => {
    await type('Vornamen', 'Zoë Đorđe');
    await type('Familienname', 'Müller-Özdemi̇r');
    await date('Wann sind Sie geboren?', '12', '8', '1984');
    await press('Weiter');
    await type('Straße', 'Hauptstraße');
    await page.getByLabel(/^Hausnummer/).fill('12a');
    await type('Postleitzahl', '5949');
    await type('Ort', 'Soest');
    await press('Weiter');
    expect(await page.locator('main').innerText()).toMatch(/Postleitzahl“. Eine Postleitzahl hat 5 Ziffern/);
    expect(await page.getByLabel('Postleitzahl', { exact: true }).inputValue()).toBe('5949');
    await type('Postleitzahl', '59494');
    await press('Weiter');
    await page.getByLabel(/^E-Mail-Adresse/).fill('zoe@beispiel.de');
    await press('Weiter');
  });

  step('is asked more where an answer calls for it, without an error', async () => {
    await type('Wie heißt der Hund?', 'Bello');
    await page.getByLabel('Welche Rasse hat der Hund?').selectOption({ label: 'Andere Rasse oder Mischling' });
    await choose('Welches Geschlecht hat der Hund?', 'weiblich (Hündin)');
    await date('Wann wurde der Hund geboren?', '29', '2', '2024');
    await type('Welche Farbe hat das Fell?', 'schwarz');
    await date('Seit wann halten Sie den Hund?', '1', '11', '2026');
    await choose('Woher haben Sie den Hund?', 'Aus einem Tierheim');
    await press('Weiter');
    expect(await page.title()).not.toMatch(/^Fehler/);
    await type('Welche andere Rasse oder Mischung ist es?', 'Labrador-Mischling');
    await press('Weiter');
  });

  step('uploads a proof and takes it back', async () => {
    await choose('Ist der Hund ausgewachsen mindestens 40 cm hoch oder mindestens 20 kg schwer?', 'Nein');
    await choose('Hat eine Behörde festgestellt, dass der Hund gefährlich ist?', 'Nein');
    await press('Weiter');
    await page.getByLabel('Ja, Hund aus einem Tierheim').check();
    if ((await page.locator('input[type=file]').count()) === 0) await press('Weiter');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Müll ß.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ no document') });
    await press('Weiter');
    expect(await page.title()).toMatch(/^Fehler: /);
    await page.locator('input[type=file]').setInputFiles({
      name: 'Müll ß.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n', 'latin1'),
    });
    await press('Weiter');
    expect(page.url()).toMatch(/\/hunde$/);
    expect(await page.locator('main').innerText()).toContain('Bello');
  });

  step('checks the answers, changes one and comes back', async () => {
    await press('Weiter');
    await choose('Dürfen wir die Steuer von Ihrem Konto abbuchen?', 'Nein');
    await press('Weiter');
    const answers = await page.locator('main').innerText();
    for (const expected of ['Zoë Đorđe', '12a', '59494', '29.02.2024', 'Labrador-Mischling', 'Müll ß.pdf'])
      expect(answers).toContain(expected);
    await page.getByRole('link', { name: /Ändern.*Wie möchten Sie zahlen/ }).click();
    await look();
    await press('Weiter');
    expect(page.url()).toMatch(/\/pruefen$/);
  });

  step('is asked to declare before it is submitted', async () => {
    const declaration = page.getByRole('checkbox', { name: /^Ich versichere, dass meine Angaben vollständig und richtig sind/ });
    expect(await declaration.isChecked()).toBe(false);
    await press('Antrag verbindlich absenden');
    expect(await page.title()).toMatch(/^Fehler: /);
    await page.getByRole('link', { name: /^Diese Erklärung fehlt noch/ }).click();
    expect(await page.locator(':target').count()).toBe(1);
    await declaration.check();
  });

  step('submits and gets a number, a receipt and the application as PDF', async () => {
    await page
      .getByRole('button', { name: /absenden/i })
      .last()
      .click();
    await look();
    reference = /MS-2026-[0-9A-Z-]+/.exec(await page.locator('main').innerText())?.[0] ?? '';
    expect(reference).not.toBe('');
    for (const name of [/Antrag herunterladen/, /Quittung herunterladen/]) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      const path = await download.path();
      expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');
      const { stdout } = await promisify(execFile)('pdftotext', ['-layout', path, '-']);
      expect(stdout).toContain(reference);
    }
    await page.getByRole('link', { name: /Stand des Antrags ansehen/ }).click();
    await look();
  });

  step('finds the case in the Fachverfahren', async () => {
    await expect(arrived()).resolves.toBe(true);
    await page
      .getByRole('row', { name: new RegExp(reference) })
      .getByRole('link')
      .first()
      .click();
    await look();
    const shown = await page.locator('main').innerText();
    for (const expected of ['Zoë Đorđe', 'Bello', 'Müll ß.pdf']) expect(shown).toContain(expected);
  });

  async function arrived(): Promise<boolean> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      await page.goto(portal.fachverfahren);
      if ((await page.content()).includes(reference)) return true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return false;
  }

  step('finds the case at the clerk’s desk and takes it on', async () => {
    await page.goto(portal.clerk);
    await look();
    await page.getByLabel(/Benutzername/).fill('amt');
    await page.getByLabel(/Passwort/).fill('falsch');
    await press('Anmelden');
    await page.getByLabel(/Benutzername/).fill('amt');
    await page.getByLabel(/Passwort/).fill('musterstadt');
    await press('Anmelden');
    await page.getByRole('link', { name: new RegExp(reference) }).click();
    await look();
    const shown = await page.locator('main').innerText();
    for (const expected of ['Zoë Đorđe', 'Labrador-Mischling', 'F60000000227', 'Müll ß.pdf']) expect(shown).toContain(expected);
  });
});
