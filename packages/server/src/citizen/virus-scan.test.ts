import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { startClamd } from '@serviceportal/portal-adapter';
import type { ClamdBehaviour, RunningClamd } from '@serviceportal/portal-adapter';
import type { Browser, Page } from '../try/browser.js';
import { formsOn, mistakesOn } from '../try/form-on-page.js';
import { sampleFiles } from '../try/values/sample-files.js';
import type { SampleFile } from '../try/values/sample-files.js';
import { begin, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';

const pdf = sampleFiles[0] as SampleFile;
const virus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const infected = { ...pdf, name: 'Bescheid.pdf', bytes: Buffer.concat([pdf.bytes, Buffer.from(virus)]) };

let clamd: RunningClamd;
let portal: SmallPortal;
let logged = '';
beforeAll(async () => {
  clamd = await startClamd();
  const virusScan = { scanner: 'clamd', host: '127.0.0.1', port: clamd.port, timeoutSeconds: 4 };
  const log = new Writable({ write: (chunk: Buffer, _encoding, done) => done(void (logged += chunk.toString())) });
  portal = await startSmallPortal({ changes: { virusScan }, log });
});
afterAll(async () => {
  await portal.close();
  await clamd.close();
});
beforeEach(() => {
  clamd.behave('honest');
  logged = '';
});

async function proofPage(): Promise<{ browser: Browser; page: Page }> {
  const { browser, page } = await begin(portal.base);
  const children = await send(browser, page, { 'G1/F1': 'Ada', 'G1/F2': 'false' });
  return { browser, page: await send(browser, children, {}) };
}

function upload(browser: Browser, page: Page, file: SampleFile): Promise<Page> {
  const fields = (formsOn(page)[0]?.inputs ?? [])
    .filter(({ kind }) => kind === 'hidden')
    .map(({ name, value }) => [name, value ?? ''] as const);
  return browser.post(page.path, { fields, files: [['G3/F5', file]], multipart: true });
}

const onDisk = (): Promise<string[]> => readdir(join(portal.data, 'attachments'));
const metric = async (name: string): Promise<string | undefined> =>
  (await (await fetch(`${portal.base}/metrics`)).text()).split('\n').find((line) => line.startsWith(name));

it('takes a file that is clean, and shows every byte of it to the scanner', async () => {
  const { browser, page } = await proofPage();
  expect((await upload(browser, page, pdf)).path).toMatch(/\/pruefen$/);
  expect(clamd.received.at(-1)?.equals(pdf.bytes)).toBe(true);
  expect(await metric('serviceportal_scanner_up')).toBe('serviceportal_scanner_up{scanner="clamd"} 1');
});

it('refuses a file with a virus by its name, keeps nothing of it, and tells the operator which', async () => {
  const { browser, page } = await proofPage();
  const before = await onDisk();
  const refused = await upload(browser, page, infected);
  expect(refused.status).toBe(422);
  expect(mistakesOn(refused)[0]?.text).toBe(
    'Die Datei „Bescheid.pdf“ bei „Nachweis“ enthält vermutlich einen Virus. Wir haben sie nicht gespeichert. Bitte wählen Sie eine andere Datei aus.',
  );
  expect(await onDisk()).toEqual(before);
  expect(logged).toContain('"finding":"Eicar-Test-Signature"');
  expect(logged).not.toContain('Bescheid');
  expect(await metric('serviceportal_scans_total{outcome="infected"}')).toMatch(/ 1$/);
});

it.each(['slow', 'cutMidStream', 'cutBeforeAnswer', 'halfAnswer', 'failing', 'nonsense'] satisfies ClamdBehaviour[])(
  'takes nothing unscanned from a scanner that is %s, loses nothing else, and takes it when the scanner is back',
  async (behaviour) => {
    const { browser, page } = await proofPage();
    const before = await onDisk();
    clamd.behave(behaviour);
    const refused = await upload(browser, page, pdf);
    expect(refused.status).toBe(422);
    expect(mistakesOn(refused)[0]?.text).toContain('können wir gerade nicht prüfen');
    expect(await onDisk()).toEqual(before);
    expect(await metric('serviceportal_scanner_up')).toMatch(/ 0$/);
    expect(logged.match(/no virus scan/g)).toHaveLength(1);
    clamd.behave('honest');
    const check = await upload(browser, refused, pdf);
    expect(check.path).toMatch(/\/pruefen$/);
    expect(check.html.textContent).toContain('Ada');
    expect(logged).toContain('virus scanner answers');
  },
);

it('starts without its scanner, says so in the log, and goes on without uploads', async () => {
  let lines = '';
  const log = new Writable({ write: (chunk: Buffer, _encoding, done) => done(void (lines += chunk.toString())) });
  const port = clamd.port;
  await clamd.close();
  const lonely = await startSmallPortal({ changes: { virusScan: { scanner: 'clamd', host: '127.0.0.1', port } }, log });
  try {
    expect((await fetch(`${lonely.base}/healthz`)).status).toBe(200);
    while (!lines.includes('clamd-unreachable')) await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    await lonely.close();
    clamd = await startClamd({ port });
  }
});

it('does not start where citizens may upload more than the scanner takes', async () => {
  const virusScan = { scanner: 'clamd', host: '127.0.0.1', maxMegabytes: 25 };
  await expect(startSmallPortal({ changes: { virusScan, limits: { uploadMegabytes: 30 } } })).rejects.toThrow('StreamMaxLength');
});
