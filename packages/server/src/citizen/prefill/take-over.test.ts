import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { send, startSmallPortal } from '../../small-portal.test-support.js';
import type { SmallPortal } from '../../small-portal.test-support.js';
import { openBrowser } from '../../try/browser.js';
import type { Browser, Page } from '../../try/browser.js';
import { personService } from './person-service.test-support.js';

let portal: SmallPortal;
beforeAll(async () => {
  portal = await startSmallPortal({ service: personService() });
});
afterAll(() => portal.close());

const begin = (browser: Browser): Promise<Page> => browser.post('/probe/antrag', { fields: [], files: [], multipart: false });
const text = (page: Page): string => page.html.textContent.replace(/\s+/g, ' ');
const shown = (page: Page, id: string): string | undefined => page.html.querySelector(`#f-${id}`)?.getAttribute('value');
const birthday = { 'G1/F3.day': '7', 'G1/F3.month': '3', 'G1/F3.year': '1985' };

/** Somebody who has filled in the first application. */
async function known(): Promise<{ browser: Browser; child: Page }> {
  const browser = openBrowser(portal.base);
  const child = await send(browser, await begin(browser), { 'G1/F1': 'Zoë', 'G1/F2': 'Müller', ...birthday });
  return { browser, child };
}

describe('a second application', () => {
  test('asks whether to take over what the first one says about the person, and shows it', async () => {
    const { browser, child } = await known();
    await send(browser, child, { 'G2/F1': 'Kim' });
    const offer = await begin(browser);
    expect(offer.path).toMatch(/\/uebernehmen$/);
    expect(offer.html.querySelectorAll('main dd').map((one) => one.textContent.trim())).toEqual(['Zoë', 'Müller', '07.03.1985']);
    expect(text(offer)).not.toContain('Kim');
  });

  test('takes it over on a yes, marked and to be changed', async () => {
    const { browser } = await known();
    const first = await send(browser, await begin(browser), { uebernehmen: 'ja' });
    expect([shown(first, 'G1-F1'), shown(first, 'G1-F2'), shown(first, 'G1-F3')]).toEqual(['Zoë', 'Müller', '07']);
    expect(text(first)).toContain('Aus Ihrem Antrag „Probe“ übernommen.');
    expect(first.html.querySelector('[readonly]')).toBeNull();
  });

  test('takes nothing over on a no', async () => {
    const { browser } = await known();
    const first = await send(browser, await begin(browser), { uebernehmen: 'nein' });
    expect(shown(first, 'G1-F1')).toBe('');
  });

  test('knows what was just submitted, too', async () => {
    const { browser, child } = await known();
    const about = await send(browser, child, {});
    const check = await send(browser, about, { 'G3/F9': 'Anliegen' });
    expect((await send(browser, check, {}, '/absenden')).path).toMatch(/\/fertig$/);
    expect((await begin(browser)).path).toMatch(/\/uebernehmen$/);
  });

  test('does not ask where nothing is known', async () => {
    const browser = openBrowser(portal.base);
    await begin(browser);
    expect((await begin(browser)).path).not.toMatch(/\/uebernehmen$/);
  });

  test('does not ask after the browser was told to forget', async () => {
    const { browser, child } = await known();
    const done = await send(browser, await send(browser, await send(browser, child, {}), { 'G3/F9': 'x' }), {}, '/absenden');
    await send(browser, done, {}, '/vergessen');
    expect((await begin(browser)).path).not.toMatch(/\/uebernehmen$/);
  });

  test('gives nothing of an application that another browser holds', async () => {
    const theirs = await known();
    const id = theirs.child.path.split('/')[2] ?? '';
    const browser = openBrowser(portal.base);
    const own = await begin(browser);
    const base = own.path.split('/').slice(0, 3).join('/');
    expect((await browser.get(`${base}/uebernehmen?von=${id}`)).path).toBe(own.path);
    const csrf = own.html.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
    const fields: [string, string][] = [
      ['_csrf', csrf],
      ['von', id],
      ['uebernehmen', 'ja'],
    ];
    const after = await browser.post(`${base}/uebernehmen`, { fields, files: [], multipart: false });
    expect(shown(after, 'G1-F1')).toBe('');
  });
});
