import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import type { Page } from 'playwright-core';
import { field, group, smallService } from '../small-service.test-support.js';
import { openForm, type OpenForm } from './browser.test-support.js';
import { signInAtDesk } from './clerk.test-support.js';
import { press, said, type } from './filling-in.test-support.js';

const children = [group('G1', 'Kind', [field('F1', 'Name des Kindes'), field('F2', 'Wunsch', { min: 0 })])];
const coSign = { who: 'Der zweite Elternteil', declaration: 'Ich stelle den Antrag mit.', distinctIdentity: false };

describeWith('chromium', 'a second person who must sign', () => {
  let form: OpenForm;
  beforeAll(async () => {
    const workflow = { ...smallService.workflow, coSign };
    form = await openForm(children, {}, { service: { workflow }, changes: { demonstration: true } });
  }, 120_000);
  afterAll(() => form?.close());

  /** The form filled in, up to the link for the second person, which is opened at a device of their own. */
  async function invited(javaScript: boolean): Promise<{ applicant: Page; second: Page; link: string }> {
    const applicant = await form.begin({ javaScript });
    await type(applicant, 'Name des Kindes', 'Zoë');
    await form.goOn(applicant);
    expect(await applicant.getByRole('button', { name: /absenden/ }).count()).toBe(0);
    await applicant.getByRole('link', { name: 'Zur zweiten Unterschrift' }).click();
    await form.look(applicant);
    expect(await said(applicant)).toContain('Die zweite Person hat noch nicht unterschrieben.');
    await form.press(applicant, 'Link erstellen');
    const link = (await applicant.locator('.portal-break').innerText()).trim();
    const second = await form.device({ javaScriptEnabled: javaScript });
    await second.goto(link);
    await form.look(second);
    await form.press(second, 'Antrag öffnen');
    expect(await said(second)).toMatch(/Name des Kindes\s+Zoë/);
    expect(await second.getByRole('link', { name: /Ändern/ }).count()).toBe(0);
    return { applicant, second, link };
  }

  it.each([true, false])(
    'signs through the link, after which the application is submitted and the clerk sees who signed (JavaScript: %s)',
    async (javaScript) => {
      const { applicant, second, link } = await invited(javaScript);
      await form.press(second, 'Unterschreiben');
      expect(await second.title()).toMatch(/^Fehler: /);
      expect(await second.locator('#fehler a').allInnerTexts()).toEqual([
        'Bitte bestätigen Sie die Erklärung.',
        'Bitte geben Sie Ihren Vor- und Nachnamen ein.',
      ]);
      await second.getByLabel(coSign.declaration).check();
      await type(second, 'Ihr Vor- und Nachname', 'Ada Đorđe');
      await form.press(second, 'Unterschreiben');
      expect(await second.getByRole('heading', { level: 1 }).innerText()).toBe('Danke, Sie haben unterschrieben');

      const stranger = await form.device();
      await stranger.goto(link);
      await form.press(stranger, 'Antrag öffnen');
      expect(await stranger.getByRole('heading', { level: 1 }).innerText()).toBe('Dieser Link gilt nicht mehr');

      await applicant.reload();
      expect(await said(applicant)).toContain('Die zweite Person hat unterschrieben.');
      await form.look(applicant);
      await applicant.getByRole('link', { name: 'Angaben prüfen und absenden' }).click();
      await form.press(applicant, 'Antrag verbindlich absenden');
      const reference = /PR-\d{4}-[0-9A-Z-]+/.exec(await said(applicant))?.[0] ?? '-';
      const desk = await form.device();
      await signInAtDesk(desk, `${form.base}/amt`);
      await desk.getByRole('link', { name: reference }).click();
      expect(await said(desk)).toMatch(/Ada Đorđe/);
      await form.look(desk);
    },
    180_000,
  );

  it('refuses with a reason, which the applicant reads; nothing is submitted until the answers changed and were signed', async () => {
    const { applicant, second } = await invited(false);
    await form.press(second, 'Ablehnen');
    expect(await second.locator('#fehler a').allInnerTexts()).toEqual(['Bitte schreiben Sie, warum Sie ablehnen.']);
    await second.getByLabel(/^Warum nicht\?/).fill('Der Wunsch fehlt.');
    await form.press(second, 'Ablehnen');
    expect(await second.getByRole('heading', { level: 1 }).innerText()).toBe('Sie haben abgelehnt');

    await applicant.reload();
    expect(await said(applicant)).toMatch(/Die zweite Person hat abgelehnt\.\s+Der Wunsch fehlt\./);
    await form.look(applicant);
    await applicant.getByRole('link', { name: 'Zurück zu den Angaben' }).click();
    expect(await applicant.getByRole('button', { name: /absenden/ }).count()).toBe(0);
    await applicant.getByRole('link', { name: /^Ändern Kind/ }).click();
    await applicant.getByLabel(/^Wunsch/).fill('Ganztags');
    await form.goOn(applicant);

    await second.goto(`${form.base}/mitzeichnung/${applicant.url().split('/').at(-2) ?? ''}`);
    expect(await said(second)).toMatch(/Wunsch\s+Ganztags/);
    await second.getByLabel(coSign.declaration).check();
    await type(second, 'Ihr Vor- und Nachname', 'Ada Đorđe');
    await press(second, 'Unterschreiben');
    await applicant.reload();
    await form.press(applicant, 'Antrag verbindlich absenden');
    expect(applicant.url()).toMatch(/\/fertig$/);
  }, 180_000);
});
