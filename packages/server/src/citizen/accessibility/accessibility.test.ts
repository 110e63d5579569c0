import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { HTMLElement } from 'node-html-parser';
import { fillAll, send, type SmallPortal, type SmallPortalOptions, startSmallPortal } from '../../small-portal.test-support.js';
import { municipalityOf } from '../../municipalities/municipality.js';
import { municipalitySchema } from '../../municipalities/configuration.js';
import { countOpenBarrierReports } from '../../storage/barrier-reports.js';
import { openBrowser, type Browser } from '../../try/browser.js';
import { startPeriodicWork } from '../../work/periodic.js';
import { accessibilityGaps } from './gaps.js';
import { accessibilityStatement } from './statement.js';

let portal: SmallPortal;
const open = async (options: SmallPortalOptions = {}): Promise<SmallPortal> => (portal = await startSmallPortal(options));

const text = { heading: 'Text', paragraphs: [], sections: [] };
const statementOf = async (accessibility: object) => {
  const configuration = municipalitySchema.parse({
    name: 'Stadt Probe',
    referencePrefix: 'PR',
    ars: '059700000000',
    land: 'NW',
    contact: { office: 'Bürgerbüro', phone: '0123 4' },
    legal: { imprint: { file: 'x' } },
    services: [],
    accessibility,
  });
  const municipality = await municipalityOf(configuration, '.', { imprint: text, privacy: null, accessibility: null });
  const view = accessibilityStatement(municipality, 'de', '/melden');
  return { gaps: accessibilityGaps(municipality), sections: new Map(view.sections.map((part) => [part.heading.text, part])) };
};

describe('the accessibility statement', () => {
  test('says what Decision (EU) 2018/1523 asks for, from what is configured', async () => {
    const { gaps, sections } = await statementOf({
      status: 'partial',
      limits: [{ text: 'PDF ohne Struktur.', reason: 'disproportionate', alternative: 'Die Seite.' }],
      prepared: '2026-11-21',
      method: 'Selbstbewertung.',
      reviewed: '2026-11-22',
      enforcement: { name: 'Ombudsstelle', url: 'https://ombudsstelle.example' },
    });
    expect(gaps).toEqual([]);
    expect([...sections.keys()]).toEqual([
      'Stand der Vereinbarkeit mit den Anforderungen',
      'Nicht barrierefreie Inhalte',
      'Erstellung dieser Erklärung',
      'Barriere melden: Kontakt und Rückmeldung',
      'Durchsetzungsverfahren',
    ]);
    expect(sections.get('Nicht barrierefreie Inhalte')?.items[0]).toMatchObject({
      text: 'Wäre eine unverhältnismäßige Belastung',
      detail: { text: 'PDF ohne Struktur. Stattdessen: Die Seite.' },
    });
    expect(sections.get('Erstellung dieser Erklärung')?.paragraphs.map((one) => one.text)).toEqual([
      'Diese Erklärung wurde am Samstag, 21. November 2026 erstellt.',
      'Selbstbewertung.',
      'Sie wurde zuletzt am Sonntag, 22. November 2026 überprüft.',
    ]);
    expect(sections.get('Barriere melden: Kontakt und Rückmeldung')?.paragraphs[1]?.text).toContain('Telefon 0123 4');
    expect(sections.get('Durchsetzungsverfahren')?.items[0]?.href).toBe('https://ombudsstelle.example');
  });

  test('claims nothing that nobody has entered', async () => {
    const { gaps, sections } = await statementOf({});
    expect(gaps).toEqual(['status', 'prepared', 'enforcement']);
    const status = sections.get('Stand der Vereinbarkeit mit den Anforderungen');
    expect([status?.paragraphs, status?.missing]).toEqual([[], expect.stringContaining('fehlt noch')]);
    expect((await statementOf({ status: 'partial' })).gaps).toContain('limits');
    expect((await statementOf({ status: 'full' })).gaps).not.toContain('limits');
  });

  test("leads to the report, also from a municipality's own text", async () => {
    await open();
    const page = await openBrowser(portal.base).get('/barrierefreiheit');
    expect(page.html.querySelector('main a[href="/barriere-melden"]')).not.toBeNull();
    await portal.close();
  });
});

describe('reporting a barrier', () => {
  afterEach(() => portal.close());

  const report = async (browser: Browser, answers: Readonly<Record<string, string>>) =>
    send(browser, await browser.get('/barriere-melden'), answers, '/barriere-melden');

  const atDesk = async (): Promise<{ clerk: Browser; list: HTMLElement }> => {
    const clerk = openBrowser(portal.base);
    await send(clerk, await clerk.get('/amt'), { username: 'amt', password: 'musterstadt' }, '/anmelden');
    return { clerk, list: (await clerk.get('/amt/barrieren')).html };
  };

  test('every page leads there and says which page it was', async () => {
    await open();
    const { browser, id } = await fillAll(portal.base);
    const page = await browser.get(`/antrag/${id}/person`);
    const link = page.html.querySelectorAll('footer a').find((one) => one.getAttribute('href')?.startsWith('/barriere-melden'));
    const form = await browser.get(link?.getAttribute('href')?.replaceAll('&amp;', '&') ?? '');
    expect(form.html.querySelector('#seite')?.getAttribute('value')).toBe('Person – Probe');
    expect(link?.getAttribute('href')).not.toContain(id);
  });

  test('comes to the desk, and is done or open there', async () => {
    await open({ changes: { demonstration: true } });
    const taken = await report(openBrowser(portal.base), {
      beschreibung: 'Die Tabelle <b> liest niemand vor.',
      kontakt: 'zoe@müller.example',
    });
    expect([taken.status, taken.path]).toEqual([200, '/barriere-melden/danke']);
    const { clerk, list } = await atDesk();
    expect(list.querySelector('.portal-letter')?.textContent).toContain('Die Tabelle <b> liest niemand vor.');
    expect(list.textContent).toContain('zoe@müller.example');
    expect((await clerk.get('/amt')).html.textContent).toContain('Gemeldete Barrieren (1)');
    const page = await clerk.get('/amt/barrieren');
    const [id] = page.html.querySelectorAll('form[action^="/amt/barrieren/"]').map((form) => form.getAttribute('action'));
    await send(clerk, page, { erledigt: 'ja' }, id);
    expect((await clerk.get('/amt/barrieren')).html.textContent).toContain('Hier liegt keine Meldung.');
    const done = await clerk.get('/amt/barrieren?erledigt');
    expect(done.html.textContent).toMatch(/Erledigt am .* von /);
    await send(clerk, done, { erledigt: 'nein' }, id);
    expect((await clerk.get('/amt')).html.textContent).toContain('Gemeldete Barrieren (1)');
  });

  test('what was typed stays when something is missing or too long', async () => {
    await open();
    const empty = await report(openBrowser(portal.base), { beschreibung: '  ', kontakt: '0123', seite: 'Start' });
    expect(empty.status).toBe(422);
    expect(empty.html.querySelector('#fehler a[href="#beschreibung"]')?.textContent).toBe('Bitte schreiben Sie, was Sie hindert.');
    expect(empty.html.querySelector('#kontakt')?.getAttribute('value')).toBe('0123');
    const long = await report(openBrowser(portal.base), { beschreibung: 'x'.repeat(4001) });
    expect([long.status, long.html.querySelector('textarea')?.textContent.trim().length]).toEqual([422, 4001]);
    expect(await countOpenBarrierReports(portal.running.portal.office.database)).toBe(0);
  });

  test('only clerks read it; posts of others and a flood are refused', async () => {
    await open({ changes: { limits: { reportsPerMinute: 2 } } });
    expect((await openBrowser(portal.base).get('/amt/barrieren')).path).toBe('/amt/anmelden');
    const post = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${portal.base}/barriere-melden`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ beschreibung: 'x' }),
        redirect: 'manual',
      });
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect([(await post({})).status, (await post({})).status, (await post({})).status]).toEqual([303, 303, 429]);
  });

  test('who has begun an application sends its token along', async () => {
    await open();
    const { browser } = await fillAll(portal.base);
    const post = (fields: [string, string][]) => browser.post('/barriere-melden', { fields, files: [], multipart: false });
    expect((await post([['beschreibung', 'x']])).status).toBe(403);
    expect((await report(browser, { beschreibung: 'x' })).path).toBe('/barriere-melden/danke');
  });

  test('lies encrypted, and is gone when its time is over', async () => {
    let now = new Date('2026-11-21T10:00:00Z');
    await open({ clock: { now: () => now }, changes: { accessibility: { reportDays: 30 } } });
    await report(openBrowser(portal.base), { beschreibung: 'Unverwechselbarer Satz', kontakt: 'zoe@probe.example' });
    const { office, log } = portal.running.portal;
    for (const name of ['portal.sqlite', 'portal.sqlite-wal']) {
      const bytes = await readFile(join(portal.data, name)).catch(() => Buffer.alloc(0));
      for (const typed of ['Unverwechselbarer', 'zoe@probe']) expect(bytes.includes(typed)).toBe(false);
    }
    now = new Date('2026-12-21T09:00:00Z');
    await startPeriodicWork(office, { reportDays: 30, retentionOf: () => null }, log)();
    expect(await countOpenBarrierReports(office.database)).toBe(1);
    now = new Date('2026-12-21T11:00:00Z');
    await startPeriodicWork(office, { reportDays: 30, retentionOf: () => null }, log)();
    expect(await countOpenBarrierReports(office.database)).toBe(0);
  });
});
