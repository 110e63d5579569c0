import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createImageCheck } from '../images/image-check.js';
import { png } from '../images/sample-images.test-support.js';
import { createLog } from '../security/log.js';
import { begin, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { field, group, smallService } from '../small-service.test-support.js';
import type { Browser, Page } from '../try/browser.js';
import { formsOn, mistakesOn } from '../try/form-on-page.js';

// Takes a picture as it is, but for one that makes it wait for ever and one at which it ends as it never should.
const program = `
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const bytes = Buffer.concat(chunks);
if (bytes.includes('hang')) setInterval(() => {}, 1000);
else if (bytes.includes('crash')) process.exit(77);
else process.stdout.write(bytes);
`;

const children = [
  group('G1', 'Person', [field('F1', 'Name')]),
  group('G3', 'Fotos', [
    field('F2', 'Was zeigen sie?'),
    field('F5', 'Foto', { type: 'file', min: 0, max: 5, constraints: { mediaTypes: ['image/png'] } }),
  ]),
];

let portal: SmallPortal;
let folder: string;
let logged = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serviceportal-test-'));
  const file = join(folder, 'encode.mjs');
  await writeFile(file, program);
  portal = await startSmallPortal({ service: { ...smallService, form: { ...smallService.form, children, rules: [] } } });
  const log = createLog('info', new Writable({ write: (chunk: Buffer, _encoding, done) => done(void (logged += chunk.toString())) }));
  const images = createImageCheck({ megapixels: 60, log, program: file, patienceMs: 3000 });
  Object.assign(portal.running.portal.office, { images });
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

/** Three pictures at once: before and after one that does not work. */
async function postPictures(hidden: string): Promise<{ browser: Browser; page: Page; address: string }> {
  const { browser, page } = await begin(portal.base);
  const photos = await send(browser, page, { 'G1/F1': 'Ada' });
  const fields = (formsOn(photos)[0]?.inputs ?? []).flatMap(({ kind, name, value }) =>
    kind === 'hidden' ? [[name, value ?? ''] as const] : [],
  );
  const picture = async (name: string, more = '') => {
    const bytes = Buffer.concat([await png(), Buffer.from(more)]);
    return ['G3/F5[0]', { name, mediaType: 'image/png', bytes }] as const;
  };
  const files = [await picture('Vorne.png'), await picture('Seite.png', hidden), await picture('Hinten.png')];
  const after = await browser.post(photos.path, { fields: [...fields, ['G3/F2', 'Mein Haus']], files, multipart: true });
  return { browser, page: after, address: photos.path };
}

it.each([
  ['takes for ever', 'hang'],
  ['ends the process that looks at it', 'crash'],
])('a picture that %s is refused alone: the others and the answers of the post are kept', async (_what, hidden) => {
  const { browser, page, address } = await postPictures(hidden);
  expect(page.status).toBe(422);
  expect(mistakesOn(page).map(({ text }) => text)).toEqual([expect.stringMatching(/„Seite\.png“.*können wir gerade nicht prüfen/)]);
  const again = await browser.get(address);
  expect(again.html.querySelector('#f-G3-F2')?.getAttribute('value')).toBe('Mein Haus');
  expect(again.html.textContent).toMatch(/Vorne\.png[^]*Hinten\.png/);
  expect(again.html.textContent).not.toContain('Seite.png');
});

it('the operator learns that the process failed, and nothing of the picture', async () => {
  logged = '';
  await postPictures('crash');
  expect(logged).toContain('"exitCode":77');
  expect(logged).not.toContain('Seite.png');
});

it('a process that cannot be started costs the picture only', async () => {
  const exec = process.execPath;
  process.execPath = join(folder, 'missing');
  try {
    const { page } = await postPictures('');
    expect(page.status).toBe(422);
    expect(mistakesOn(page)).toHaveLength(3);
    expect(page.html.querySelector('#f-G3-F2')?.getAttribute('value')).toBe('Mein Haus');
  } finally {
    process.execPath = exec;
  }
});
