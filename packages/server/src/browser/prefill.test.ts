import { afterAll, beforeAll, expect } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import type { Page } from 'playwright-core';
import { signInAtDesk } from './clerk.test-support.js';
import * as fill from './filling-in.test-support.js';
import { startDemonstration } from './started-portal.test-support.js';
import type { StartedPortal } from './started-portal.test-support.js';
import { stepByStep } from './steps.test-support.js';
import { invite, type Visitors } from './visitors.test-support.js';

describeWith('chromium', 'filling in with an account, on a phone without JavaScript', () => {
  let portal: StartedPortal;
  let visitors: Visitors;
  let page: Page;

  beforeAll(async () => {
    portal = await startDemonstration();
    visitors = await invite();
    page = await visitors.device({ javaScriptEnabled: false });
  }, 120_000);
  afterAll(async () => {
    await visitors?.leave();
    await portal?.stop();
  });

  const look = (): Promise<void> => visitors.look(page);
  async function next(): Promise<void> {
    await fill.goOn(page);
    await look();
  }
  const said = (): Promise<string> => fill.said(page);
  const choose = (question: string, answer: string) => fill.choose(page, question, answer);
  const locked = (question: string) => page.getByRole('textbox', { name: question, exact: true });

  const step = stepByStep();

  step('reads what is asked for, and signs in at a page that says it is a stand-in', async () => {
    await page.goto(`${portal.citizen}hundesteuer`);
    await look();
    await page.getByRole('link', { name: 'Mit Konto ausfüllen' }).click();
    await look();
    expect(await said()).toContain('Diese Angaben fragen wir dort ab');
    await page.getByRole('link', { name: 'Weiter zu Muster-Konto' }).click();
    expect(await page.locator('body').innerText()).toContain('Attrappe zur Vorführung');
    await look();
    await page.getByLabel(/Erika Mustermann/).check();
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await look();
    // Neither code nor state stay in the address.
    expect(page.url()).toMatch(/\/antrag\/[\w-]+\/anliegen$/);
    await choose('Was möchten Sie tun?', 'Hund anmelden');
    await next();
  });

  step('sees verified answers locked, with the reason, and the way to correct them', async () => {
    expect(await locked('Vornamen').inputValue()).toBe('Erika');
    expect(await locked('Vornamen').getAttribute('readonly')).toBe('');
    const described = await locked('Vornamen').getAttribute('aria-describedby');
    expect(await page.locator(`#${described?.split(' ').at(-1) ?? ''}`).innerText()).toContain('dort geprüft (Vertrauensniveau hoch)');
    const birth = page.getByRole('group', { name: 'Wann sind Sie geboren?' });
    expect(await birth.getByLabel('Jahr').inputValue()).toBe('1984');
    await page.getByRole('link', { name: 'Stimmt nicht? Vornamen' }).click();
    await look();
    expect(await said()).toContain('Bürgerbüro');
    await page.goBack();
    await next();
    expect(await locked('Straße').inputValue()).toBe('Heidestraße');
    expect(await locked('Hausnummer').inputValue()).toBe('17');
    await next();
  });

  step('sees what is not verified marked, and changes it', async () => {
    const email = page.getByLabel(/^E-Mail-Adresse/);
    expect(await email.inputValue()).toBe('erika.mustermann@example.org');
    expect(await said()).toContain('Aus Ihrem Konto „Muster-Konto“ übernommen.');
    await email.fill('neu@example.org');
    await next();
  });

  step('answers the rest', async () => {
    await page.getByLabel('Wie heißt der Hund?', { exact: true }).fill('Bello');
    await page.getByLabel('Welche Rasse hat der Hund?').selectOption({ label: 'Andere Rasse oder Mischling' });
    await choose('Welches Geschlecht hat der Hund?', 'weiblich (Hündin)');
    await fill.date(page, 'Wann wurde der Hund geboren?', '29', '2', '2024');
    await fill.date(page, 'Seit wann halten Sie den Hund?', '1', '3', '2025');
    await page.getByLabel('Welche Farbe hat das Fell?', { exact: true }).fill('schwarz');
    await choose('Woher haben Sie den Hund?', 'Aus einem Tierheim');
    await next();
    await page.getByLabel('Welche andere Rasse oder Mischung ist es?').fill('Pudelmischling');
    await next();
    await choose('Ist der Hund ausgewachsen mindestens 40 cm hoch oder mindestens 20 kg schwer?', 'Nein');
    await choose('Hat eine Behörde festgestellt, dass der Hund gefährlich ist?', 'Nein');
    await next();
    await page.getByLabel(/^Nein/).check();
    await next();
    await next();
    await choose('Dürfen wir die Steuer von Ihrem Konto abbuchen?', 'Nein');
    await next();
  });

  step('reads at the end where each answer came from, and submits', async () => {
    const answers = await said();
    expect(answers).toMatch(/Erika\s+Geprüft durch Muster-Konto, Vertrauensniveau hoch/);
    expect(answers).toMatch(/\+49 2999 555010\s+Übernommen aus Muster-Konto, nicht geprüft/);
    expect(answers).toMatch(/neu@example\.org\s+(?!Übernommen)/);
    await page.getByRole('checkbox', { name: /^Ich versichere/ }).check();
    await page
      .getByRole('button', { name: /absenden/i })
      .last()
      .click();
    await look();
    expect(page.url()).toMatch(/\/fertig$/);
  });

  step('is asked in the next application whether to take the details over', async () => {
    await page.goto(`${portal.citizen}hundesteuer`);
    await page.getByRole('button', { name: 'Antrag starten' }).click();
    await look();
    expect(await page.locator('h1').innerText()).toBe('Angaben übernehmen?');
    expect(await said()).toMatch(/12\.8\.1984[^]*neu@example\.org/);
    await page.getByRole('button', { name: 'Angaben übernehmen' }).click();
    await choose('Was möchten Sie tun?', 'Hund anmelden');
    await next();
    expect(await page.getByLabel('Vornamen', { exact: true }).getAttribute('readonly')).toBeNull();
    expect(await said()).toContain('Bitte prüfen Sie die Angabe.');
  });

  step('and the clerk sees which answers were verified, by what', async () => {
    const desk = await visitors.device();
    await signInAtDesk(desk, portal.clerk);
    await desk.getByRole('link', { name: /^MS-/ }).first().click();
    expect(await fill.said(desk)).toMatch(/Mustermann\s+Geprüft durch Muster-Konto, Vertrauensniveau hoch/);
  });
});
