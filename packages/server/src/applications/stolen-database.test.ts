import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { openBrowser } from '../try/browser.js';
import { formsOn } from '../try/form-on-page.js';

const file = Buffer.from(`%PDF-1.4\n${'Kontoauszug von Zoë Müller '.repeat(50)}\nstartxref\n0\n%%EOF\n`);
/** What a thief looks for: what was typed and uploaded, names of files included. */
const typed = ['Zoë Müller', 'Müller', 'Kontoauszug', 'Geheim'];
const encodings = ['utf8', 'utf16le', 'latin1'] as const;

let portal: SmallPortal;
let stolen: string;

beforeAll(async () => {
  portal = await startSmallPortal();
  stolen = await mkdtemp(join(tmpdir(), 'serviceportal-stolen-'));
});
afterAll(async () => {
  await portal.close();
  await rm(stolen, { recursive: true, force: true });
});

async function filesBelow(folder: string): Promise<Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))));
}

/** Every way in which a text may stand in a file: as it is, in other encodings, as hex or base64 of its middle. */
function traces(text: string): Buffer[] {
  const plain = encodings.map((encoding) => Buffer.from(text, encoding));
  const bytes = Buffer.from(text);
  return [...plain, Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('base64').slice(0, 4 * Math.floor(bytes.length / 3)))];
}

it('tells who steals database, files and the key of the municipality nothing of a running draft', async () => {
  const { browser, page, id } = await fillAll(portal.base);
  const proof = await browser.get(`/antrag/${id}/nachweise`);
  const form = formsOn(proof).find(({ multipart }) => multipart);
  const hidden = form?.inputs.filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value ?? ''] as const) ?? [];
  await browser.post(proof.path, {
    fields: hidden,
    files: [['G3/F5', { name: 'Geheim.pdf', mediaType: 'application/pdf', bytes: file }]],
    multipart: true,
  });
  // Code and link are made: what is kept for them must not help either.
  const shared = await send(browser, await browser.get(`/antrag/${id}/spaeter`), { aktion: 'code' }, '/spaeter');
  const code = shared.html.querySelector('.portal-code strong')?.textContent ?? '';
  await cp(portal.data, stolen, { recursive: true });
  const found = await filesBelow(stolen);
  expect(found.length).toBeGreaterThanOrEqual(3);
  for (const text of [...typed, code, code.replace(/-/g, '')]) {
    for (const trace of traces(text)) expect([text, found.some((bytes) => bytes.includes(trace))]).toEqual([text, false]);
  }

  // That it is there at all: with the code it opens, and when it is submitted the same search is not what hides it.
  const other = openBrowser(portal.base);
  await send(other, await other.get('/weiter'), { code });
  const opened = (await other.get(`/antrag/${id}/pruefen`)).html.textContent;
  for (const text of ['Zoë Müller', 'Geheim.pdf']) expect(opened).toContain(text);
  expect(page.status).toBe(200);
});

it('searches what is really there: the id of the draft is found', async () => {
  const { id } = await fillAll(portal.base);
  await cp(portal.data, join(stolen, 'again'), { recursive: true });
  const found = await filesBelow(join(stolen, 'again'));
  expect(found.some((bytes) => bytes.includes(Buffer.from(id)))).toBe(true);
});
