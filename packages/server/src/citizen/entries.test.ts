import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { begin, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import type { Browser, Page } from '../try/browser.js';

let portal: SmallPortal;
beforeAll(async () => {
  portal = await startSmallPortal();
});
afterAll(() => portal.close());

/** The page of the list of children, with these in it. */
async function listOf(...names: string[]): Promise<{ browser: Browser; list: Page }> {
  const { browser, page } = await begin(portal.base);
  const list = (await send(browser, page, { 'G1/F1': 'Ada', 'G1/F2': 'false' })).path;
  for (const name of names) {
    const entry = await send(browser, await browser.get(list), { _add: '1' });
    await send(browser, entry, Object.fromEntries([[nameInput(entry), name]]));
  }
  return { browser, list: await browser.get(list) };
}

const nameInput = (entry: Page): string => entry.html.querySelector('input[type=text]')?.getAttribute('name') ?? '';
const open = (browser: Browser, list: Page, entry: number): Promise<Page> =>
  browser.get(list.html.querySelectorAll('.portal-entry a')[entry]?.getAttribute('href') ?? '');
const namesOn = (list: Page): string[] =>
  list.html.querySelectorAll('.portal-entry dd, .portal-entry .portal-table__value').map((element) => element.textContent.trim());

it('removes one entry when "remove" is sent twice, one after the other or at once', async () => {
  for (const atOnce of [false, true]) {
    const { browser, list } = await listOf('Eins', 'Zwei', 'Drei');
    expect(namesOn(list)).toEqual(['Eins', 'Zwei', 'Drei']);
    const click = () => send(browser, list, { _remove: '0' });
    const pages = atOnce ? await Promise.all([click(), click()]) : [await click(), await click()];
    expect(namesOn(await browser.get(list.path))).toEqual(['Zwei', 'Drei']);
    expect(pages.filter(({ html }) => html.textContent.includes('inzwischen geändert'))).toHaveLength(1);
  }
});

it('adds one entry when "add" is sent twice', async () => {
  const { browser, list } = await listOf('Eins');
  await send(browser, list, { _add: '1' });
  const again = await send(browser, list, { _add: '1' });
  expect(again.path).toBe(list.path);
  expect(again.html.querySelectorAll('.portal-entry')).toHaveLength(2);
});

it('does not write into another entry from a page that was left open', async () => {
  const { browser, list } = await listOf('Eins', 'Zwei', 'Drei');
  const second = await open(browser, list, 1);
  await send(browser, list, { _remove: '0' });
  const again = await send(browser, second, { [nameInput(second)]: 'Zwei neu' });
  expect(again.status).toBe(409);
  expect(again.html.textContent).toContain('noch nicht gespeichert');
  expect(again.html.querySelector('input[type=text]')?.getAttribute('value')).toBe('Zwei neu');
  expect(namesOn(await browser.get(list.path))).toEqual(['Zwei', 'Drei']);
  await send(browser, again, { [nameInput(again)]: 'Drei neu' });
  expect(namesOn(await browser.get(list.path))).toEqual(['Zwei', 'Drei neu']);
});

it('takes the answers of an entry after others were added or changed', async () => {
  const { browser, list } = await listOf('Eins', 'Zwei');
  const [first, second] = [await open(browser, list, 0), await open(browser, list, 1)];
  await send(browser, list, { _add: '1' });
  await send(browser, second, { [nameInput(second)]: 'Zwei neu' });
  await send(browser, first, { [nameInput(first)]: 'Eins neu' });
  expect(namesOn(await browser.get(list.path)).slice(0, 2)).toEqual(['Eins neu', 'Zwei neu']);
});

it('moves an entry up and down, and takes nothing for it from a page that was left open', async () => {
  const { browser, list } = await listOf('Eins', 'Zwei', 'Drei');
  const second = await open(browser, list, 1);
  const moved = await send(browser, list, { _up: '2' });
  expect(namesOn(moved)).toEqual(['Eins', 'Drei', 'Zwei']);
  expect((await send(browser, second, { [nameInput(second)]: 'Zwei neu' })).status).toBe(409);
  expect((await send(browser, list, { _up: '2' })).status).toBe(409);
  expect(namesOn(await send(browser, moved, { _down: '0' }))).toEqual(['Drei', 'Eins', 'Zwei']);
});

it('moves nothing over the ends of a list', async () => {
  const { browser, list } = await listOf('Eins', 'Zwei');
  for (const [button, entry] of [
    ['_up', '0'],
    ['_down', '1'],
    ['_up', '7'],
    ['_down', 'x'],
  ] as const) {
    const here = await browser.get(list.path);
    await send(browser, here, { [button]: entry });
    expect(namesOn(await browser.get(list.path))).toEqual(['Eins', 'Zwei']);
  }
  expect(list.html.querySelectorAll('[name=_up]').map((button) => button.getAttribute('value'))).toEqual(['1']);
  expect(list.html.querySelectorAll('[name=_down]').map((button) => button.getAttribute('value'))).toEqual(['0']);
});
