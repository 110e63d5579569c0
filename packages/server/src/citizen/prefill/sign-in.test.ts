import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeArchive } from '@serviceportal/form-engine';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startApplication } from '../../applications/start.js';
import { send } from '../../small-portal.test-support.js';
import { withDigest } from '../../small-service.test-support.js';
import { keepPackage } from '../../storage/packages.js';
import { openBrowser } from '../../try/browser.js';
import type { Browser, Page } from '../../try/browser.js';
import { choose, personService, startPersonPortal } from './person-service.test-support.js';
import type { PersonPortal } from './person-service.test-support.js';

let portal: PersonPortal;
const lines: string[] = [];
beforeAll(async () => {
  portal = await startPersonPortal({ log: { write: (line) => void lines.push(line) } });
});
afterEach(() => portal.provider.behave('honest'));
afterAll(() => portal.close());

async function signedIn(
  who: string | null,
  browser: Browser = openBrowser(portal.base),
): Promise<{ browser: Browser; page: Page; id: string }> {
  const login = await browser.get('/probe/konto/anmelden');
  const page = await choose(portal, browser, login, who);
  return { browser, page, id: page.path.split('/')[2] ?? '' };
}

const shown = (page: Page, name: string): string | undefined =>
  page.html.querySelector(`#f-${name.replace('/', '-')}`)?.getAttribute('value');
const text = (page: Page): string => page.html.textContent.replace(/\s+/g, ' ');

/** Fills in the rest and submits. */
async function submitted(browser: Browser, page: Page): Promise<Page> {
  const child = await send(browser, page, {});
  const about = await send(browser, child, {});
  const check = await send(browser, about, { 'G3/F9': 'Ein Anliegen' });
  return send(browser, check, {}, '/absenden');
}

describe('filling in with an account', () => {
  test('is offered beside filling in without', async () => {
    const page = await openBrowser(portal.base).get('/probe');
    expect(page.html.querySelector('a[href="/probe/konto"]')?.textContent).toContain('Mit Konto ausfüllen');
    expect(page.html.querySelector('form[action="/probe/antrag"]')).not.toBeNull();
  });

  test('says before what is asked for, and sends to the provider on a click only', async () => {
    const page = await openBrowser(portal.base).get('/probe/konto');
    expect(page.html.querySelectorAll('ul[aria-labelledby] li').map((item) => item.textContent)).toEqual([
      'Vornamen',
      'Familienname',
      'Geburtsdatum',
      'E-Mail',
    ]);
    expect(page.html.querySelector('a[href="/probe/konto/anmelden"]')).not.toBeNull();
  });

  test('verified answers are locked and say why; others are marked and can be changed', async () => {
    const { browser, page } = await signedIn('erika');
    expect(shown(page, 'G1/F1')).toBe('Erika');
    expect(page.html.querySelector('#f-G1-F1')?.hasAttribute('readonly')).toBe(true);
    expect(text(page)).toContain('Aus Ihrem Konto „BundID“ übernommen und dort geprüft (Vertrauensniveau hoch)');
    expect(shown(page, 'G1/F3')).toBe('12.08.1984');
    expect(page.html.querySelector('#f-G1-F4')?.hasAttribute('readonly')).toBe(false);
    expect(text(page)).toContain('Aus Ihrem Konto „BundID“ übernommen.');
    const changed = await send(browser, page, { 'G1/F4': 'neu@example.org' });
    expect(changed.path).toMatch(/\/kind$/);
    const again = await browser.get(page.path);
    expect(shown(again, 'G1/F4')).toBe('neu@example.org');
    // Now it is the person's own.
    expect(again.html.querySelector('#f-G1-F4-origin')).toBeNull();
  });

  test('nothing goes into questions about somebody else', async () => {
    const { browser, page } = await signedIn('erika');
    expect(shown(await send(browser, page, {}), 'G2/F1')).toBe('');
  });

  test('what is posted to a locked question is ignored', async () => {
    const { browser, page } = await signedIn('erika');
    await send(browser, page, { 'G1/F1': 'Mallory', 'G1/F2': '', 'G1/F3.day': '1', 'G1/F3.month': '1', 'G1/F3.year': '2001' });
    const again = await browser.get(page.path);
    expect([shown(again, 'G1/F1'), shown(again, 'G1/F2'), shown(again, 'G1/F3')]).toEqual(['Erika', 'Mustermann', '12.08.1984']);
    const live = await send(browser, page, { 'G1/F1': 'Mallory', _show: '1' });
    expect(shown(live, 'G1/F1')).toBe('Erika');
  });

  test('by a password everything can be changed', async () => {
    const { page } = await signedIn('otto');
    expect(shown(page, 'G1/F1')).toBe('Otto');
    expect(page.html.querySelector('[readonly]')).toBeNull();
    expect(shown(page, 'G1/F3')).toBe('');
  });

  test('the person can make verified answers their own again', async () => {
    const { browser, page, id } = await signedIn('erika');
    const why = await browser.get(page.html.querySelector('.portal-origin a')?.getAttribute('href') ?? '');
    expect(text(why)).toContain('Dann gelten sie nicht mehr als geprüft');
    await send(browser, why, {}, '/geprueft');
    await send(browser, await browser.get(page.path), { 'G1/F1': 'Erika Maria' });
    const check = await browser.get(`/antrag/${id}/pruefen`);
    expect(text(check)).toContain('Erika Maria');
    expect(text(check)).toContain('MustermannÜbernommen aus BundID, nicht geprüft');
    expect(text(check)).not.toContain('Geprüft durch');
  });

  test('clerks see what was verified, by what', async () => {
    const { browser, page, id } = await signedIn('cagla');
    expect((await submitted(browser, page)).path).toMatch(/\/fertig$/);
    const { office } = portal.running.portal;
    const row = await office.database.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const { openApplication } = await import('../../applications/application.js');
    const { content } = await openApplication(office, row);
    expect(content.signedIn).toEqual({ name: 'BundID', level: 'substantial' });
    expect(Object.keys(content.prefilled ?? {}).sort()).toEqual(['G1/F1', 'G1/F2', 'G1/F3', 'G1/F4']);
    expect(content.prefilled?.['G1/F2']?.source).toEqual({ kind: 'identity', name: 'BundID', level: 'substantial', locked: true });
    // Nothing of the account that the form does not ask for: neither address nor pseudonym.
    expect(JSON.stringify(content)).not.toMatch(/Musterstadt|[0-9a-f]{32}/);
  });

  test('nothing that the account said is readable in the data folder', async () => {
    await signedIn('cagla');
    for (const name of await readdir(portal.data)) {
      const bytes = await readFile(join(portal.data, name)).catch(() => Buffer.alloc(0));
      expect({ name, found: bytes.includes('Đorđević') || bytes.includes('cagla@example.org') }).toEqual({ name, found: false });
    }
  });
});

describe('signing in to an application that was begun without', () => {
  test('verified values take the place of typed ones, the rest stays', async () => {
    const browser = openBrowser(portal.base);
    const begun = await browser.post('/probe/antrag', { fields: [], files: [], multipart: false });
    await send(browser, begun, { 'G1/F1': 'Rika', 'G1/F2': 'M.', 'G1/F4': 'eigene@example.org' });
    const id = begun.path.split('/')[2] ?? '';
    expect((await browser.get(`/antrag/${id}/konto`)).html.querySelector(`a[href="/antrag/${id}/konto/anmelden"]`)).not.toBeNull();
    const after = await choose(portal, browser, await browser.get(`/antrag/${id}/konto/anmelden`), 'erika');
    expect(after.path).toBe(`/antrag/${id}/uebersicht`);
    const page = await browser.get(begun.path);
    expect([shown(page, 'G1/F1'), shown(page, 'G1/F2'), shown(page, 'G1/F4')]).toEqual(['Erika', 'Mustermann', 'eigene@example.org']);
  });

  test('leads back to it, in words too', async () => {
    const browser = openBrowser(portal.base);
    const begun = await browser.post('/probe/antrag', { fields: [], files: [], multipart: false });
    const id = begun.path.split('/')[2] ?? '';
    const back = (await browser.get(`/antrag/${id}/konto`)).html.querySelector('.portal-back');
    expect([back?.textContent, back?.getAttribute('href')]).toEqual(['Zurück zum Antrag', `/antrag/${id}/uebersicht`]);
  });

  test('goes on with it when its service is no longer offered', async () => {
    const { office } = portal.running.portal;
    const pkg = withDigest({ ...personService(), key: 'frueher' });
    const { digest, key, version } = pkg;
    await keepPackage(office.database, { digest, key, version, content: writeArchive(pkg), stored_at: '2026-01-01T00:00:00.000Z' });
    const service = await office.services.byDigest(digest);
    if (!service) throw new Error('The package was not kept');
    const visit = Buffer.alloc(32, 7);
    const { id } = await startApplication(office, visit, service, 'de');
    const browser = openBrowser(portal.base, () => undefined, { besuch: visit.toString('base64url') });
    const cancelled = await choose(portal, browser, await browser.get(`/antrag/${id}/konto/anmelden`), null);
    expect(text(cancelled)).toContain('Sie haben die Anmeldung abgebrochen');
    expect(cancelled.html.querySelector(`main a[href="/antrag/${id}/konto"]`)).not.toBeNull();
    const after = await choose(portal, browser, await browser.get(`/antrag/${id}/konto/anmelden`), 'erika');
    expect(after.path).toBe(`/antrag/${id}/uebersicht`);
    expect(text(await browser.get(`/antrag/${id}/pruefen`))).toContain('Mustermann');
  });
});

describe('signing in again, as somebody else', () => {
  test('leaves nothing of the first person; what was changed since stays', async () => {
    const { browser, page, id } = await signedIn('erika');
    await send(browser, page, { 'G1/F4': 'eigene@example.org' });
    const after = await choose(portal, browser, await browser.get(`/antrag/${id}/konto/anmelden`), 'mina');
    expect(after.path).toBe(`/antrag/${id}/uebersicht`);
    const now = await browser.get(page.path);
    // The account of Mina gives no whole date of birth.
    expect(['G1/F1', 'G1/F2', 'G1/F3', 'G1/F4'].map((name) => shown(now, name))).toEqual(['Mina', 'Probe', '', 'eigene@example.org']);
    expect(text(now)).not.toContain('Erika');
  });

  test('also where the second account proves less', async () => {
    const { browser, page, id } = await signedIn('erika');
    await choose(portal, browser, await browser.get(`/antrag/${id}/konto/anmelden`), 'otto');
    const now = await browser.get(page.path);
    expect([shown(now, 'G1/F1'), shown(now, 'G1/F3'), shown(now, 'G1/F4')]).toEqual(['Otto', '', 'otto.beispiel@example.org']);
    expect(now.html.querySelector('[readonly]')).toBeNull();
  });
});

describe('what does not work says why, and how to go on', () => {
  test('broken off', async () => {
    const { page } = await signedIn(null);
    expect(page.status).toBe(200);
    expect(text(page)).toContain('Sie haben die Anmeldung abgebrochen');
    expect(page.html.querySelector('main a[href="/probe"]')).not.toBeNull();
  });

  test.each(['wrongNonce', 'unsigned', 'foreignKey', 'wrongState', 'otherUserInfo', 'expired'] as const)(
    'a lying provider: %s',
    async (behaviour) => {
      portal.provider.behave(behaviour);
      const { page } = await signedIn('erika');
      expect(page.status).toBe(422);
      expect(text(page)).toContain('Es wurden keine Angaben übernommen');
      expect(page.path).toBe('/anmeldung/zurueck');
    },
  );

  test('a provider that fails', async () => {
    portal.provider.behave('tokenFails');
    expect((await signedIn('erika')).page.status).toBe(503);
  });

  test('an answer that this browser did not ask for', async () => {
    const { browser } = await signedIn('erika');
    const page = await openBrowser(portal.base).get('/anmeldung/zurueck?code=x&state=y');
    expect(page.status).toBe(422);
    // The way back is used up, too: the same answer a second time.
    expect((await browser.get('/anmeldung/zurueck?code=x&state=y')).status).toBe(422);
  });

  test('the answer to somebody else, brought into this browser', async () => {
    const theirs = openBrowser(portal.base);
    const login = await theirs.get('/probe/konto/anmelden');
    const request = login.html.querySelector('input[name=request]')?.getAttribute('value') ?? '';
    const body = new URLSearchParams({ request, person: 'cagla', action: 'login' });
    const answer = await fetch(`${portal.provider.issuer}/authorize`, { method: 'POST', body, redirect: 'manual' });
    const ours = openBrowser(portal.base);
    await ours.get('/probe/konto/anmelden');
    const page = await ours.get(answer.headers.get('location') ?? '');
    expect(page.status).toBe(422);
  });

  test('a cookie that somebody made, or that is too old', async () => {
    for (const value of ['x', 'A'.repeat(400)]) {
      const browser = openBrowser(portal.base, () => undefined, { anmeldung: value });
      expect((await browser.get('/anmeldung/zurueck?code=x&state=y')).status).toBe(422);
    }
  });

  test('no log line names who signed in, or holds a code', async () => {
    const all = lines.join('');
    expect(all).toContain('sign-in failed');
    expect(all).not.toMatch(/Erika|Mustermann|Đorđević|code=|state=/);
  });
});

describe('a service that demands an account', () => {
  let strict: PersonPortal;
  beforeAll(async () => {
    strict = await startPersonPortal({ service: personService({ identify: { required: true, level: 'substantial' } }) });
  });
  afterAll(() => strict.close());

  const enter = async (who: string, browser = openBrowser(strict.base)): Promise<Page> =>
    choose(strict, browser, await browser.get('/probe/konto/anmelden'), who);

  test('cannot be started without', async () => {
    const browser = openBrowser(strict.base);
    expect((await browser.get('/probe')).html.querySelector('form[action="/probe/antrag"]')).toBeNull();
    expect((await browser.post('/probe/antrag', { fields: [], files: [], multipart: false })).path).toBe('/probe/konto');
  });

  test('takes no lower level', async () => {
    const page = await enter('otto');
    expect(page.status).toBe(422);
    expect(text(page)).toContain('Nötig ist das Vertrauensniveau substanziell oder höher');
  });

  test('does not let go of verified answers', async () => {
    const browser = openBrowser(strict.base);
    const page = await enter('cagla', browser);
    const why = await browser.get(`/antrag/${page.path.split('/')[2] ?? ''}/geprueft`);
    expect(why.html.querySelector('main form')).toBeNull();
    expect((await submitted(browser, page)).path).toMatch(/\/fertig$/);
  });

  test('is not submitted by a draft that nobody signed in for', async () => {
    const { office } = strict.running.portal;
    const { submitApplication } = await import('../../applications/submit.js');
    const service = office.services.byKey('probe');
    if (!service) throw new Error('The service is not offered');
    const visit = Buffer.alloc(32, 7);
    const answers = { G1: { F1: 'A', F2: 'B', F3: '1990-01-01' }, G3: { F9: 'x' } };
    const draft = await startApplication(office, visit, service, 'de', (empty) => ({ ...empty, answers }));
    expect(await submitApplication(office, visit, draft.id, { given: [], language: 'de', stand: '' })).toEqual({ kind: 'unidentified' });
  });

  test('is not offered by a portal without accounts', async () => {
    const { startSmallPortal } = await import('../../small-portal.test-support.js');
    await expect(startSmallPortal({ service: personService({ identify: { required: true } }) })).rejects.toMatchObject({
      code: 'package-needs-identity',
    });
  });
});
