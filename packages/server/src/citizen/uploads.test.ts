import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { blackPng, photo } from '../images/sample-images.test-support.js';
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
  const rows = await database
    .selectFrom('attachments')
    .selectAll()
    .where('application_id', '=', id)
    .where('kind', '=', 'uploaded')
    .execute();
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

it('keeps of a photo the picture alone, with its size and digest as they are handed over', async () => {
  const { browser, page, id } = await proofPage();
  const bytes = await photo();
  expect(bytes.toString('latin1')).toContain('Mustermann');
  await upload(browser, page, { name: 'Foto vom Müll ß.JPEG', mediaType: 'image/jpeg', bytes });
  const check = await browser.get(`/antrag/${id}/pruefen`);
  expect(check.html.textContent).toContain('Foto vom Müll ß.JPEG');
  await send(browser, check, {}, '/absenden');
  const folder = join(portal.data, 'uebergabe');
  const names = async (): Promise<string[]> => (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.'));
  for (let wait = 0; (await names()).length === 0 && wait < 300; wait++) await new Promise((resolve) => setTimeout(resolve, 100));
  const [name = ''] = await names();
  const arrived = await readFile(join(folder, name, 'anlagen/Foto vom Müll ß.JPEG'));
  expect(arrived.toString('latin1')).not.toMatch(/Mustermann|Exif/);
  const { files } = JSON.parse(await readFile(join(folder, name, 'uebergabe.json'), 'utf8')) as { files: Record<string, unknown>[] };
  expect(files.find(({ purpose }) => purpose === 'attachment')).toMatchObject({
    mediaType: 'image/jpeg',
    size: arrived.length,
    sha256: createHash('sha256').update(arrived).digest('hex'),
  });
  const answers = JSON.parse(await readFile(join(folder, name, 'antrag.json'), 'utf8')) as unknown;
  expect(JSON.stringify(answers)).toContain('Foto vom Müll ß.JPEG');
  const rows = await portal.running.portal.office.database
    .selectFrom('attachments')
    .selectAll()
    .where('application_id', '=', id)
    .where('kind', '=', 'uploaded')
    .execute();
  expect(rows.map(({ size }) => size)).toEqual([arrived.length]);
  expect(await readdir(join(portal.data, 'attachments'))).toContain(rows[0]?.id);
});

it.each([
  ['a picture that is cut off', 'image/jpeg', async () => (await photo()).subarray(0, -900), 'ist leer oder beschädigt'],
  ['a picture of 900 megapixels', 'image/png', () => Promise.resolve(blackPng(30_000, 30_000)), 'Möglich sind 60 Megapixel'],
  ['half a PDF', 'application/pdf', () => Promise.resolve(Buffer.from(pdf.bytes).subarray(0, 300)), 'ist leer oder beschädigt'],
  [
    'a locked PDF',
    'application/pdf',
    () => Promise.resolve(Buffer.from(Buffer.from(pdf.bytes).toString().replace('/Root', '/Encrypt<</Filter/Standard/R 9>>/Root'))),
    'nur mit einem Passwort',
  ],
])('refuses %s by its name, and keeps nothing of it', async (_what, mediaType, make, reason) => {
  const { browser, page } = await proofPage();
  const before = await readdir(join(portal.data, 'attachments'));
  const refused = await upload(browser, page, { name: 'Nachweis 7.x', mediaType, bytes: await make() });
  expect(refused.status).toBe(422);
  expect(mistakesOn(refused)[0]?.text).toContain('„Nachweis 7.x“');
  expect(mistakesOn(refused)[0]?.text).toContain(reason);
  expect(await readdir(join(portal.data, 'attachments'))).toEqual(before);
});
