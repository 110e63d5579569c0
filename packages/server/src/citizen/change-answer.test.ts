import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import type { Browser, Page } from '../try/browser.js';
import { mistakesOn } from '../try/form-on-page.js';

let portal: SmallPortal;
beforeAll(async () => {
  portal = await startSmallPortal();
});
afterAll(() => portal.close());

/** Follows the link on the page of all answers that changes this section. */
async function change(browser: Browser, check: Page, section: string): Promise<Page> {
  const link = check.html.querySelectorAll('a').find(({ textContent }) => textContent.replace(/\s+/g, ' ').trim() === `Ändern ${section}`);
  return browser.get(link?.getAttribute('href') ?? '');
}
const person = { 'G1/F1': 'Zoë Groß', 'G1/F2': 'false' };

it('comes back to all answers from the page where one was changed', async () => {
  const { browser, page: check, id } = await fillAll(portal.base);
  const before = await change(browser, check, 'Person');
  expect(before.html.querySelector('.portal-back')?.getAttribute('href')).toBe(`/antrag/${id}/pruefen`);
  const after = await send(browser, before, person);
  expect(after.path).toBe(`/antrag/${id}/pruefen`);
  expect(after.html.textContent).toContain('Zoë Groß');
});

it('comes back after a mistake that was made and mended', async () => {
  const { browser, page: check, id } = await fillAll(portal.base);
  const wrong = await send(browser, await change(browser, check, 'Person'), { ...person, 'G1/F1': '' });
  expect([wrong.status, mistakesOn(wrong).length]).toEqual([422, 1]);
  expect((await send(browser, wrong, person)).path).toBe(`/antrag/${id}/pruefen`);
});

it('shows the list of entries where one was changed or added before it comes back, and asks what is open because of it', async () => {
  const { browser, id } = await fillAll(portal.base);
  const kinder = `/antrag/${id}/kinder`;
  await send(browser, await send(browser, await browser.get(kinder), { _add: '1' }), { 'G2[0]/F4': 'Ada' });
  const list = await send(browser, await change(browser, await browser.get(`/antrag/${id}/pruefen`), 'Kinder 1'), { 'G2[0]/F4': 'Ada' });
  expect(list.path).toBe(kinder);
  const entry = await send(browser, list, { _add: '1' });
  expect(entry.path).toMatch(/\/2$/);
  const listAgain = await send(browser, entry, { 'G2[1]/F4': 'Ben' });
  expect(listAgain.path).toBe(kinder);
  expect((await send(browser, listAgain, {})).path).toBe(`/antrag/${id}/pruefen`);
  // One entry that is left empty is open, also where something else was changed.
  await send(browser, await browser.get(kinder), { _add: '1' });
  const open = await send(browser, await change(browser, await browser.get(`/antrag/${id}/pruefen`), 'Person'), person);
  expect(open.path).toMatch(/\/3$/);
  expect((await send(browser, await send(browser, open, { 'G2[2]/F4': 'Cem' }), {})).path).toBe(`/antrag/${id}/pruefen`);
});
