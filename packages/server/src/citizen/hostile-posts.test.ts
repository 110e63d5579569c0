import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDraft, saveDraft } from '../applications/draft.js';
import { startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';

let portal: SmallPortal;
const lines: string[] = [];
beforeAll(async () => {
  portal = await startSmallPortal({ log: { write: (line) => void lines.push(line) } });
});
afterAll(() => portal.close());

interface Visitor {
  readonly cookie: string;
  readonly token: string;
  readonly path: string;
}

/** A draft whose proof page is the address, and what a post to it needs. */
async function visitor(page = 'nachweise'): Promise<Visitor> {
  const started = await fetch(`${portal.base}/probe/antrag`, { method: 'POST', redirect: 'manual' });
  const cookie = started.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  const first = started.headers.get('location') ?? '';
  const html = await (await fetch(`${portal.base}${first}`, { headers: { cookie } })).text();
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return { cookie, token, path: first.replace(/[^/]+$/, page) };
}

function post({ cookie, path }: Visitor, body: FormData): Promise<Response> {
  return fetch(`${portal.base}${path}`, { method: 'POST', body, headers: { cookie }, redirect: 'manual' });
}

async function leftOver(): Promise<{ rows: number; files: number }> {
  const rows = await portal.running.portal.office.database.selectFrom('attachments').select('id').execute();
  return { rows: rows.length, files: (await readdir(join(portal.data, 'attachments'))).length };
}

/** Sends these bytes as a request, and breaks off on the way if told so. Gives the status line. */
function raw({ cookie, path }: Visitor, headers: readonly string[], body: string, breakOff = false): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(portal.running.port, '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.write([`POST ${path} HTTP/1.1`, 'Host: x', `Cookie: ${cookie}`, 'Connection: close', ...headers, '', body].join('\r\n'));
    if (breakOff) setTimeout(() => socket.resetAndDestroy(), 300);
  });
}

const pdf = (size: number): File => new File(['%PDF-1.4\n', new Uint8Array(size), '\nstartxref\n0\n%%EOF\n'], 'a.pdf');

it('refuses a post whose fields would fill the memory, whoever sends it', async () => {
  const body = new FormData();
  for (let field = 0; field < 30; field++) body.append(`x${field}`, 'a'.repeat(39_000));
  expect((await post(await visitor(), body)).status).toBe(413);
  const long = new FormData();
  long.append('x', 'a'.repeat(99_000));
  expect((await post(await visitor(), long)).status).toBe(413);
});

it('takes a file of the largest size with the fields of its page', async () => {
  const from = await visitor();
  const body = new FormData();
  body.append('_csrf', from.token);
  body.append('note', 'a'.repeat(20_000));
  body.append('G3/F5', pdf(9_999_000));
  expect((await post(from, body)).status).toBe(303);
});

it('leaves neither row nor file of a post that breaks off', async () => {
  const before = await leftOver();
  const from = await visitor();
  const part = '--b\r\nContent-Disposition: form-data; name="G3/F5"; filename="a.pdf"\r\n\r\n%PDF-' + 'a'.repeat(200_000);
  const type = 'Content-Type: multipart/form-data; boundary=b';
  expect(await raw(from, [type, `Content-Length: ${part.length}`], part)).toContain('400');
  await raw(from, [type, 'Content-Length: 9000000'], part, true);
  for (let wait = 0; wait < 40 && (await leftOver()).rows > before.rows; wait++) await new Promise((done) => setTimeout(done, 50));
  expect(await leftOver()).toEqual(before);
});

it('leaves neither row nor file where the page is missing or asks for none, or the token is wrong', async () => {
  const before = await leftOver();
  for (const [page, status] of [
    ['gibt-es-nicht', 404],
    ['kinder', 303],
    ['person', 422],
  ] as const) {
    const from = await visitor(page);
    const body = new FormData();
    body.append('_csrf', from.token);
    body.append('G3/F5', pdf(1000));
    expect((await post(from, body)).status).toBe(status);
  }
  const foreign = new FormData();
  foreign.append('G3/F5', pdf(1000));
  expect((await post(await visitor(), foreign)).status).toBe(403);
  expect(await leftOver()).toEqual(before);
});

it('lets posts at the same moment take no more room together than there is', async () => {
  const { office } = portal.running.portal;
  const from = await visitor();
  const id = from.path.split('/')[2] ?? '';
  const at = office.clock.now().toISOString();
  await office.database
    .insertInto('attachments')
    .values({ id: '00000000-0000-4000-8000-000000000000', application_id: id, size: 185_000_000, created_at: at })
    .execute();
  const answers = await Promise.all(
    [1, 2, 3].map(() => {
      const body = new FormData();
      body.append('_csrf', from.token);
      body.append('G3/F5', pdf(9_000_000));
      return post(from, body);
    }),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 413, 413]);
});

it('takes a broken post for a mistake of the sender, not of the portal', async () => {
  lines.length = 0;
  const from = await visitor();
  const broken: [string, string][] = [
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\nhalf'],
    ['multipart/form-data; boundary=b', `--b\r\n${'x'.repeat(90_000)}\r\n\r\n--b--`],
    ['application/x-www-form-urlencoded; charset=klingon', 'a=b'],
  ];
  for (const [type, body] of broken) {
    expect(await raw(from, [`Content-Type: ${type}`, `Content-Length: ${body.length}`], body)).toMatch(/ 4\d\d /);
  }
  await raw(from, ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 5000'], 'a=b', true);
  await new Promise((done) => setTimeout(done, 200));
  expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
});

it('refuses answers beyond what one application may weigh, and says so', async () => {
  const { office } = portal.running.portal;
  const from = await visitor('person');
  const visit = Buffer.from(/besuch=([\w-]{43})/.exec(from.cookie)?.[1] ?? '', 'base64url');
  const draft = await openDraft(office, visit, from.path.split('/')[2] ?? '');
  if (!draft) throw new Error('The draft does not open');
  const full = { ...draft.content, answers: { G2: [{ F4: 'a'.repeat(1_995_000) }] } };
  expect(await saveDraft(office, draft, full)).not.toBeNull();
  const body = new FormData();
  for (const [name, value] of Object.entries({ _csrf: from.token, 'G1/F1': 'b'.repeat(9_000), 'G1/F2': 'false' })) body.append(name, value);
  const refused = await post(from, body);
  expect(refused.status).toBe(413);
  expect(await refused.text()).toContain('kürzen Sie lange Texte');
  expect((await openDraft(office, visit, draft.id))?.content.answers).toEqual(full.answers);
});
