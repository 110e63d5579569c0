import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { attachmentsOf } from '../storage/attachments.js';
import { startS3 } from '../storage/s3.test-support.js';
import type { RunningS3 } from '../storage/s3.test-support.js';
import type { Browser, Page } from '../try/browser.js';
import { formsOn, mistakesOn } from '../try/form-on-page.js';
import { sampleFiles } from '../try/values/sample-files.js';
import type { SampleFile } from '../try/values/sample-files.js';
import { begin, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';

const pdf = sampleFiles[0] as SampleFile;

let s3: RunningS3;
let portal: SmallPortal;
beforeAll(async () => {
  s3 = await startS3();
  portal = await startSmallPortal({ environment: s3.environment });
});
afterAll(async () => {
  s3.mend();
  await portal.close();
  await s3.close();
});

async function proofPage(): Promise<{ browser: Browser; page: Page; id: string }> {
  const { browser, page, id } = await begin(portal.base);
  const children = await send(browser, page, { 'G1/F1': 'Ada', 'G1/F2': 'false' });
  return { browser, page: await send(browser, children, {}), id };
}

function upload(browser: Browser, page: Page): Promise<Page> {
  const hidden = (formsOn(page)[0]?.inputs ?? []).filter(({ kind }) => kind === 'hidden');
  const fields = hidden.map(({ name, value }) => [name, value ?? ''] as const);
  return browser.post(page.path, { fields, files: [['G3/F5', pdf]], multipart: true });
}

async function stored(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of portal.running.portal.office.files.list()) ids.push(id);
  return ids;
}

it('refuses uploads while the object storage is away, says so, and takes them when it is back', async () => {
  const { browser, page } = await proofPage();
  s3.cut();
  const refused = await upload(browser, page);
  expect(refused.status).toBe(422);
  expect(mistakesOn(refused)[0]?.text).toContain('können wir gerade nicht speichern');
  s3.mend();
  const check = await upload(browser, refused);
  expect(check.path).toMatch(/\/pruefen$/);
  expect(check.html.textContent).toContain('Ada');
  const { database } = portal.running.portal.office;
  const rows = await database.selectFrom('attachments').select('id').execute();
  expect(rows).toHaveLength(1);
  expect(await stored()).toContain(rows[0]?.id);
}, 60_000);

it('lets an accepted application wait for its files, and hands it over when they can be read again', async () => {
  const { browser, page, id } = await proofPage();
  const check = await upload(browser, page);
  s3.cut();
  expect((await send(browser, check, {}, '/absenden')).path).toMatch(/\/fertig$/);
  const { database } = portal.running.portal.office;
  const delivery = () => database.selectFrom('deliveries').selectAll().where('application_id', '=', id).executeTakeFirstOrThrow();
  for (let time = 0; time < 200 && (await delivery()).attempts === 0; time++) await delay(50);
  for (let time = 0; time < 200 && (await delivery()).state !== 'retrying'; time++) await delay(50);
  expect((await delivery()).state).toBe('retrying');
  // What an attempt could not store whole is forgotten.
  const made = async () => (await attachmentsOf(database, id)).filter(({ kind }) => kind === 'sent').length;
  expect(await made()).toBe(0);
  s3.mend();
  for (let time = 0; time < 400 && (await delivery()).state !== 'acknowledged'; time++) await delay(50);
  expect((await delivery()).state).toBe('acknowledged');
  expect(await made()).toBeGreaterThan(0);
}, 60_000);
