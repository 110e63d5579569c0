// Large forms: a thousand questions on one page, and a list with 120 entries beside the same list with one.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.mjs';
import { largePackage } from './large-package.mjs';
import { load } from './load.mjs';
import { startPortal } from './servers.mjs';
import { table } from './table.mjs';

const { openBrowser } = await import(join(root, 'packages/server/dist/try/browser.js'));
const { formsOn } = await import(join(root, 'packages/server/dist/try/form-on-page.js'));

const form = 'application/x-www-form-urlencoded';
const fixed = (value, digits = 2) => value.toFixed(digits);

/** A browser that also says which cookies it holds. */
function visitor(base) {
  let cookie = '';
  const send = globalThis.fetch;
  const noting = (address, init) => {
    cookie = init.headers.cookie || cookie;
    return send(address, init);
  };
  const browser = openBrowser(base);
  const through = async (act) => {
    globalThis.fetch = noting;
    try {
      return await act();
    } finally {
      globalThis.fetch = send;
    }
  };
  return {
    get: (path) => through(() => browser.get(path)),
    post: (path, post) => through(() => browser.post(path, post)),
    cookie: () => cookie,
  };
}

const filled = (page, text, button = []) => {
  const own = formsOn(page).find(({ action }) => action === page.path);
  const fields = own.inputs.map(({ name, kind, value }) => [name, kind === 'hidden' ? (value ?? '') : text(name)]);
  return { path: own.action, post: { fields: [...fields, ...button], files: [], multipart: false } };
};

const place = (name) => (/906$/.test(name) ? '51147' : 'Köln');

/** An application with so many entries: its list page and the page of its first entry, with the post that changes it. */
async function withEntries(base, count) {
  const browser = visitor(base);
  let page = await browser.post('/gross/antrag', { fields: [], files: [], multipart: false });
  const questions = { path: page.path, cookie: browser.cookie(), ...filled(page, () => 'Zoë') };
  const send = ({ path, post }) => browser.post(path, post);
  // An empty list that needs an entry leads on to its page at once.
  const list = (await send(questions)).path.replace(/\/orte.*$/, '/orte');
  for (let entry = 0; entry < count; entry += 1) {
    page = await browser.get(list);
    if (page.path === list) page = await send(filled(page, () => '', [['_add', '1']]));
    await send(filled(page, place));
  }
  page = await browser.get(list);
  const first = await browser.get(page.html.querySelector('.portal-entry a').getAttribute('href'));
  return { cookie: browser.cookie(), questions, list, first: filled(first, place), entryPath: first.path };
}

export async function benchLarge() {
  const fields = 1000;
  const folder = largePackage(fields);
  const portal = await startPortal(folder);
  try {
    const one = await withEntries(portal.base, 1);
    const many = await withEntries(portal.base, 120);
    const get = (path, cookie) => load(portal.base, [{ path, method: 'GET', headers: { cookie } }], 200);
    const post = ({ path, post: { fields: body } }, cookie) =>
      load(
        portal.base,
        [
          {
            path,
            method: 'POST',
            body: new URLSearchParams(body).toString(),
            headers: { cookie, 'content-type': form, origin: portal.base },
          },
        ],
        303,
      );
    const row = (what, { p50, p99, mean }, beside) => [
      what,
      ...[mean, p50, p99].map((value) => fixed(value)),
      beside === undefined ? '' : fixed(mean / beside.mean),
    ];
    const rows = [
      row(`a page with ${fields} questions: GET`, await get(one.questions.path, one.cookie)),
      row(`a page with ${fields} questions: POST`, await post(one.questions, one.cookie)),
    ];
    for (const [what, measure] of [
      ['list: GET', ({ list, cookie }) => get(list, cookie)],
      ['one of its entries: GET', ({ entryPath, cookie }) => get(entryPath, cookie)],
      ['one of its entries: POST', ({ first, cookie }) => post(first, cookie)],
    ]) {
      const single = await measure(one);
      rows.push(row(`${what}, 1 entry`, single), row(`${what}, 120 entries`, await measure(many), single));
    }
    table('Large forms, one user; × is 120 entries beside one', ['what', 'mean ms', 'p50 ms', 'p99 ms', '×'], rows);
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
