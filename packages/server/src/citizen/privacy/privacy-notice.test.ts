import { afterEach, describe, expect, test } from '@jest/globals';
import { parse, type HTMLElement } from 'node-html-parser';
import request from 'supertest';
import { fillAll, send, type SmallPortal, type SmallPortalOptions, startSmallPortal } from '../../small-portal.test-support.js';
import { field, group, smallService } from '../../small-service.test-support.js';
import { openBrowser } from '../../try/browser.js';
import { startPersonPortal } from '../prefill/person-service.test-support.js';

let portal: SmallPortal;
afterEach(() => portal.close());

const complete = {
  privacy: { controller: { address: 'Markt 1, 12345 Probe' }, officer: { email: 'dsb@probe.example' } },
};
const facts = { purposes: ['Wir prüfen den Antrag.'], grounds: ['public-task' as const], retention: 'Fünf Jahre.' };
const norm = { text: '§ 1 Probegesetz', link: 'https://gesetze.example/1' };

async function notice(options: SmallPortalOptions, language = 'de', address = '/probe/datenschutz'): Promise<HTMLElement> {
  portal = await startSmallPortal(options);
  const { text } = await request(portal.base).get(address).set('Cookie', `sprache=${language}`).expect(200);
  return parse(text);
}

const service = (more: object) => ({ ...smallService, service: { ...smallService.service, ...more } });

const part = (page: HTMLElement, heading: string): string => {
  const found = page.querySelectorAll('section').find((one) => one.querySelector('h2')?.textContent === heading);
  return found?.structuredText ?? '';
};

describe('the privacy notice of a service', () => {
  test('says what the package, the municipality and the targets say', async () => {
    const page = await notice({ changes: complete, service: service({ privacy: facts, legalBasis: [norm] }) });
    expect(part(page, 'Wer ist verantwortlich?')).toContain('Stadt Probe\nMarkt 1, 12345 Probe');
    expect(part(page, 'An wen wenden Sie sich mit Fragen zum Datenschutz?')).toContain('dsb@probe.example');
    expect(part(page, 'Wozu brauchen wir Ihre Daten?')).toContain('Wir prüfen den Antrag.');
    expect(part(page, 'Auf welcher Rechtsgrundlage?')).toMatch(/Buchst\. e DSGVO[^]*§ 1 Probegesetz/);
    expect(part(page, 'Wer erhält Ihre Daten?')).toMatch(/Ablage: Ablage als Dateien/);
    expect(part(page, 'Wie lange speichern wir Ihre Daten?')).toMatch(/30 Tage[^]*Fünf Jahre\./);
    expect(part(page, 'Wo können Sie sich beschweren?')).toContain('Nordrhein-Westfalen');
    expect(page.textContent).not.toContain('Diese Angabe fehlt noch');
  });

  test('lists every question by page, and which may be left out', async () => {
    const page = await notice({ changes: complete });
    const lists = page
      .querySelectorAll('details')
      .map((one) => [
        one.querySelector('summary')?.textContent.trim(),
        ...one.querySelectorAll('.portal-why__body > ul:first-of-type > li').map((row) => row.textContent.trim()),
      ]);
    expect(lists).toEqual([
      ['Person', 'Name', 'Hund', 'Rasse (je nach Ihren Antworten)'],
      ['Kinder', 'Vorname (je nach Ihren Antworten)'],
      ['Nachweise', 'Nachweis (freiwillig)'],
    ]);
  });

  test('names the norms of the questions, and marks what is German on an English page', async () => {
    const children = [group('G1', 'Person', [field('F1', 'Name', { legalBasis: [norm] }), field('F2', 'Tag')])];
    const page = await notice({ service: { ...smallService, form: { ...smallService.form, children, rules: [] } } }, 'en');
    const [person] = page.querySelectorAll('details');
    expect(person?.querySelector('summary [lang=de]')?.textContent).toBe('Person');
    expect(person?.querySelector('a[lang=de]')?.getAttribute('href')).toBe(norm.link);
    expect(page.querySelector('h1')?.textContent).toBe('Privacy notice');
  });

  test('what nobody has entered stands there as missing, and is told at start', async () => {
    const lines: string[] = [];
    const page = await notice({ log: { write: (line: string) => void lines.push(line) } });
    const sections = ['Wer ist verantwortlich?', 'Wozu brauchen wir Ihre Daten?', 'Auf welcher Rechtsgrundlage?'];
    for (const heading of sections)
      expect(part(page, heading)).toContain('Diese Angabe fehlt noch. Bitte fragen Sie bei uns nach: Stadt Probe');
    expect(part(page, 'Wie lange speichern wir Ihre Daten?')).toContain('Abgesendeter Antrag: Diese Angabe fehlt noch.');
    const warning = lines.find((line) => line.includes('privacy notice')) ?? '';
    for (const place of ['privacy.controller', 'privacy.officer', 'service.yaml: privacy.purposes', 'privacy.retention'])
      expect(warning).toContain(place);
  });

  test('a public task without a law is not a complete ground', async () => {
    const page = await notice({ changes: complete, service: service({ privacy: facts }) });
    expect(part(page, 'Auf welcher Rechtsgrundlage?')).toContain('Diese Angabe fehlt noch');
  });

  test.each([
    ['public-task', /Art\. 21/, /Art\. 20|Art\. 7/],
    ['consent', /Art\. 20[^]*Art\. 7 Abs\. 3/, /Art\. 21/],
    ['legal-obligation', /Art\. 18/, /Art\. 20|Art\. 21/],
  ])('with the ground %s, the rights that belong to it', async (ground, has, hasNot) => {
    const page = await notice({ service: service({ privacy: { ...facts, grounds: [ground] } }) });
    expect(part(page, 'Welche Rechte haben Sie?')).toMatch(has);
    expect(part(page, 'Welche Rechte haben Sie?')).not.toMatch(hasNot);
  });

  test('what is declared when submitting, the address for messages, and that a consent can be withdrawn', async () => {
    const consent = {
      key: 'presse',
      kind: 'consent',
      text: 'Sie dürfen mein Bild zeigen.',
      required: false,
      withdrawal: 'Ein Brief genügt.',
      legalBasis: [],
    } as const;
    const workflow = { ...smallService.workflow, declarations: [consent] };
    const sender = { address: 'a@probe.example' };
    const notification = { connector: 'smtp', host: '127.0.0.1', port: 1, encryption: 'none', sender };
    const page = await notice({
      changes: { notification, baseUrl: 'https://probe.example' },
      service: { ...service({ privacy: { ...facts } }), workflow },
    });
    expect(part(page, 'Welche Daten verarbeiten wir?')).toMatch(
      /Sie dürfen mein Bild zeigen\.[^]*freiwillig[^]*E-Mail-Adresse für Nachrichten/,
    );
    expect(part(page, 'Welche Rechte haben Sie?')).toContain('Art. 7 Abs. 3');
    const without = await notice({ service: service({ privacy: facts }) });
    expect(without.textContent).not.toContain('E-Mail-Adresse für Nachrichten');
  });

  test('names what an account is asked for, and who sends the e-mails', async () => {
    portal = await startPersonPortal({
      changes: {
        ...complete,
        notification: { connector: 'smtp', host: '127.0.0.1', port: 1, encryption: 'none', sender: { address: 'post@probe.example' } },
        baseUrl: 'http://probe.example',
      },
    });
    const { html } = await openBrowser(portal.base).get('/probe/datenschutz');
    const lists = html.querySelectorAll('details').map((one) => [one.querySelector('summary'), ...one.querySelectorAll('li')]);
    expect(lists.map((list) => list.map((each) => each?.textContent.trim()))).toContainEqual([
      'Aus Ihrem Konto „BundID“, nur wenn Sie sich damit anmelden',
      'Vornamen',
      'Familienname',
      'Geburtsdatum',
      'E-Mail',
      'Wie sicher BundID weiß, wer Sie sind (Vertrauensniveau)',
    ]);
    expect(part(html, 'Wer erhält Ihre Daten?')).toMatch(/Absender post@probe\.example/);
  });

  test('names the norms on which declarations rest', async () => {
    const declaration = { key: 'wahr', kind: 'declaration', text: 'Alles stimmt.', required: true, legalBasis: [norm] } as const;
    const page = await notice({ service: { ...service({}), workflow: { ...smallService.workflow, declarations: [declaration] } } });
    const list = page.querySelectorAll('details').find((one) => one.textContent.includes('Erklärungen und Einwilligungen'));
    expect(list?.querySelector('a')?.getAttribute('href')).toBe(norm.link);
  });

  test.each([
    ['BB', {}, 'Brandenburg'],
    ['SN', {}, 'Sächsische'],
    ['SN', { authority: { name: 'Kirchliche Aufsicht', url: 'https://aufsicht.example' } }, 'Kirchliche Aufsicht'],
  ])('names the supervisory authority of the Land (%s), or the one that is configured', async (land, authority, name) => {
    const page = await notice({ changes: { land, privacy: { ...complete.privacy, ...authority } } });
    const [only, ...others] = page.querySelectorAll('section').at(-1)?.querySelectorAll('li a') ?? [];
    expect(only?.textContent).toContain(name);
    expect(only?.getAttribute('href')).toMatch(/^https:/);
    expect(others).toEqual([]);
  });

  test('the municipality speaks for itself where it wants to', async () => {
    const delivery = { connector: 'directory', path: '/nirgends', create: true };
    const privacy = { purposes: ['Unser Zweck'], retention: 'Zwei Jahre', recipients: ['Rechenzentrum Nord'] };
    const target = { name: 'ablage', label: 'Ablage', delivery };
    const changes = { ...complete, services: [{ package: 'probe', targets: [{ ...target, attachments: false }], privacy }] };
    const page = await notice({ changes, service: service({ privacy: facts }) });
    expect(part(page, 'Wozu brauchen wir Ihre Daten?')).toMatch(/Unser Zweck/);
    expect(page.textContent).not.toMatch(/Wir prüfen den Antrag\.|Fünf Jahre/);
    expect(part(page, 'Wer erhält Ihre Daten?')).toMatch(/ohne Ihre Dateien[^]*Rechenzentrum Nord/);
  });
});

async function cookiesSetDuring(visit: () => Promise<void>): Promise<string[]> {
  const names = new Set<string>();
  const real = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    const response = await real(...request);
    for (const cookie of response.headers.getSetCookie()) names.add(cookie.slice(0, cookie.indexOf('=')));
    return response;
  };
  await visit().finally(() => (globalThis.fetch = real));
  return [...names];
}

test('every cookie that a citizen gets is told, with its name', async () => {
  const page = await notice({});
  const told = part(page, 'Welche Cookies setzen wir?');
  const names = await cookiesSetDuring(async () => {
    const { browser, page: check } = await fillAll(portal.base);
    await send(browser, check, {}, 'absenden');
    await browser.get('/?sprache=en');
  });
  expect(names).toEqual(expect.arrayContaining(['besuch', 'antrag-probe', 'sprache']));
  for (const name of names) expect(told).toContain(name);
  expect(told).toContain('abruf');
});

test('is linked from the page of the service, from every page of the form, and before submitting', async () => {
  portal = await startSmallPortal();
  const start = (await openBrowser(portal.base).get('/probe')).html;
  const { page: check, browser, id } = await fillAll(portal.base);
  const question = await browser.get(`/antrag/${id}/person`);
  const linksOf = (html: HTMLElement): (string | undefined)[] => html.querySelectorAll('a').map((link) => link.getAttribute('href'));
  expect(start.querySelector('aside a[href="/probe/datenschutz"]')).not.toBeNull();
  expect(check.html.querySelector('.portal-submit a[href="/probe/datenschutz"]')).not.toBeNull();
  for (const html of [question.html, check.html]) expect(linksOf(html)).toContain('/probe/datenschutz');
  expect(linksOf((await browser.get('/datenschutz')).html)).toContain('/probe/datenschutz');
});

test('an application of an older version has the notice of that version; others do not exist', async () => {
  const page = await notice({}, 'de', `/probe/datenschutz/${smallService.digest.replace('sha256:', '')}`);
  expect(page.querySelector('h1')?.textContent).toBe('Datenschutzhinweise');
  for (const address of [`/probe/datenschutz/${'1'.repeat(64)}`, '/probe/datenschutz/x', '/anderes/datenschutz'])
    await request(portal.base).get(address).expect(404);
});
