import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from '../try/browser.js';
import { formsOn, mistakesOn } from '../try/form-on-page.js';
import { sampleFiles } from '../try/values/sample-files.js';
import type { SampleFile } from '../try/values/sample-files.js';
import { begin, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';

let portal: SmallPortal;
beforeAll(async () => {
  portal = await startSmallPortal({ changes: { limits: { uploadMegabytes: 1 } } });
});
afterAll(() => portal.close());

async function proofPage(): Promise<{ browser: Browser; page: Page; id: string }> {
  const { browser, page, id } = await begin(portal.base);
  const children = await send(browser, page, { 'G1/F1': 'Ada', 'G1/F2': 'false' });
  return { browser, page: await send(browser, children, {}), id };
}

function upload(browser: Browser, page: Page, file: SampleFile): Promise<Page> {
  const form = formsOn(page)[0];
  const fields = (form?.inputs ?? []).filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value ?? ''] as const);
  return browser.post(page.path, { fields, files: [['G3/F5', file]], multipart: true });
}

const pdf = sampleFiles[0] as SampleFile;

it('keeps a file under its name, sealed on disk', async () => {
  const { browser, page, id } = await proofPage();
  const check = await upload(browser, page, pdf);
  expect(check.path).toMatch(/\/pruefen$/);
  expect(check.html.textContent).toContain('Nachweis Müll ß.pdf');
  const { database, files } = portal.running.portal.office;
  const rows = await database.selectFrom('attachments').selectAll().where('application_id', '=', id).execute();
  expect(rows.map(({ size }) => size)).toEqual([pdf.bytes.length]);
  const other = files.read(rows[0]?.id ?? '', Buffer.alloc(32));
  await expect(other.toArray()).rejects.toThrow();
});

it('says before the upload what is allowed, and after it what was wrong', async () => {
  const { browser, page } = await proofPage();
  expect(page.html.textContent).toContain('Erlaubt sind PDF, JPEG, PNG bis 1 MB.');
  const large = await upload(browser, page, { ...pdf, bytes: Buffer.concat([pdf.bytes, Buffer.alloc(1_000_000)]) });
  expect(large.status).toBe(422);
  expect(mistakesOn(large)[0]?.text).toContain('1 MB');
  const disguised = await upload(browser, page, { ...pdf, bytes: Buffer.from('<script>alert(1)</script>') });
  expect(disguised.status).toBe(422);
  expect(mistakesOn(disguised)[0]?.text).toContain('PDF');
});

it('refuses far too much at once, and leaves nothing on disk of what it refused', async () => {
  const { browser, page } = await proofPage();
  const before = await readdir(join(portal.data, 'attachments'));
  const huge = await upload(browser, page, { ...pdf, bytes: Buffer.alloc(3_500_000) }).catch(() => null);
  if (huge) expect(huge.status).toBe(413);
  expect(await readdir(join(portal.data, 'attachments'))).toEqual(before);
});

it('calls a file by what it is, whatever it was called', async () => {
  const { browser, page } = await proofPage();
  const check = await upload(browser, page, { ...pdf, name: 'Nachweis.html' });
  expect(check.html.textContent).toContain('Nachweis.html.pdf');
});

it('replaces and removes a file, and deletes what it replaced', async () => {
  const { browser, page, id } = await proofPage();
  await upload(browser, page, pdf);
  await upload(browser, await browser.get(page.path), sampleFiles[1] as SampleFile);
  const database = portal.running.portal.office.database;
  const count = async (): Promise<number> =>
    (await database.selectFrom('attachments').select('id').where('application_id', '=', id).execute()).length;
  expect(await count()).toBe(1);
  const again = await send(browser, await browser.get(page.path), { _remove: 'G3/F5' });
  expect(again.html.textContent).not.toContain('Foto (1).png');
  expect(await count()).toBe(0);
});
