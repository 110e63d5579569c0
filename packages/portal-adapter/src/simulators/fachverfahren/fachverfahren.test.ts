import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleDelivery, sampleFile } from '../../contract/sample-delivery.js';
import { createDeliveryConnector } from '../../delivery/create-delivery-connector.js';
import { startFachverfahren } from './fachverfahren.js';
import type { RunningFachverfahren } from './fachverfahren.js';
import { handOverWhole } from '../../contract/whole-hand-over.js';

let folder: string;
let running: RunningFachverfahren;
const now = () => new Date('2026-03-01T09:30:00Z');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fachverfahren-'));
  running = await startFachverfahren({ port: 0, folder, title: 'Steuer <Test>', token: 'geheim', now });
});
afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

const deliver = (delivery = sampleDelivery()) =>
  handOverWhole(createDeliveryConnector({ connector: 'http', url: running.deliveryUrl, token: 'geheim' }), delivery, {
    signal: AbortSignal.timeout(60_000),
  });
const page = async (path: string) => (await fetch(running.url + path)).text();

describe('what the stand-in keeps', () => {
  test('numbers cases by year and survives a restart', async () => {
    const delivery = sampleDelivery();
    expect(await deliver(delivery)).toEqual({ counterpartReference: 'FV-2026-000001', acceptedAt: '2026-03-01T09:30:00.000Z' });
    await running.close();
    running = await startFachverfahren({ port: 0, folder, token: 'geheim', now });
    expect((await deliver(delivery)).counterpartReference).toBe('FV-2026-000001');
    expect((await deliver()).counterpartReference).toBe('FV-2026-000002');
    expect(running.store.list().map((found) => found.caseNumber)).toEqual(['FV-2026-000002', 'FV-2026-000001']);
  });

  test('leaves nothing behind of what it did not accept', async () => {
    for (const behaviour of ['refuse', 'busy', 'loseWrite'] as const) {
      running.behave(behaviour);
      await deliver().catch(() => undefined);
    }
    expect(await readdir(join(folder, 'eingang'))).toEqual([]);
    expect(await readdir(join(folder, 'faelle'))).toEqual([]);
  });

  test('has no case that it confirmed and lost', async () => {
    running.behave('loseWrite');
    const delivery = sampleDelivery();
    expect((await deliver(delivery)).counterpartReference).toMatch(/^FV-/);
    const answer = await fetch(`${running.deliveryUrl}/by-key/${delivery.key}`, { headers: { Authorization: 'Bearer geheim' } });
    expect(answer.status).toBe(404);
  });
});

describe('what the stand-in does not take', () => {
  const description = {
    format: 'serviceportal/case@1',
    key: 'k',
    reference: 'r',
    submittedAt: '2026-03-01T09:30:00Z',
    service: { key: 's', version: '1', title: 't', leika: [] },
    municipality: { name: 'm', ars: '0' },
    files: [{ part: 'file-1', name: 'a.txt', mediaType: 'text/plain', size: 3, sha256: '0'.repeat(64), purpose: 'data' }],
  };
  async function post(fields: [string, string | Blob][], headers: Record<string, string> = {}): Promise<[number, string]> {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    const answer = await fetch(running.deliveryUrl, {
      method: 'POST',
      body,
      headers: { Authorization: 'Bearer geheim', 'Idempotency-Key': '"k"', ...headers },
    });
    return [answer.status, ((await answer.json()) as { detail: string }).detail];
  }
  const json = (change: object = {}) => JSON.stringify({ ...description, ...change });

  test.each<[string, [string, string | Blob][], Record<string, string>, number, RegExp]>([
    ['a wrong token', [['case', json()]], { Authorization: 'Bearer falsch' }, 401, /Zugriffstoken/],
    ['no case', [['x', 'y']], {}, 400, /„case“ fehlt/],
    ['a case that is not JSON', [['case', '{']], {}, 400, /„case“ fehlt/],
    ['a missing file', [['case', json()]], {}, 400, /„file-1“ fehlt/],
    [
      'a file with another digest',
      [
        ['case', json()],
        ['file-1', new Blob(['abc'])],
      ],
      {},
      400,
      /Prüfsumme/,
    ],
    ['another key in the header', [['case', json({ files: [] })]], { 'Idempotency-Key': '"other"' }, 400, /Idempotency-Key/],
    ['a key without quotes', [['case', json({ files: [] })]], { 'Idempotency-Key': 'k' }, 400, /Idempotency-Key/],
    ['a part name that leads elsewhere', [['case', json({ files: [{ ...description.files[0], part: '../x' }] })]], {}, 400, /„case“ fehlt/],
  ])('%s', async (_, fields, headers, status, detail) => {
    expect(await post(fields, headers)).toEqual([status, expect.stringMatching(detail)]);
    expect(running.store.list()).toEqual([]);
  });

  test('a body of another type', async () => {
    const answer = await fetch(running.deliveryUrl, { method: 'POST', body: '{}', headers: { Authorization: 'Bearer geheim' } });
    expect(answer.status).toBe(400);
  });
});

describe('what a clerk at the stand-in sees', () => {
  test('the cases, and that this is a stand-in', async () => {
    expect(await page('/')).toContain('Noch ist kein Fall eingegangen');
    await deliver();
    const list = await page('/');
    expect(list).toContain('<a href="/faelle/FV-2026-000001">FV-2026-000001</a>');
    expect(list).toContain('Attrappe zur Vorführung');
    expect(list).toContain('Steuer &lt;Test&gt;');
    expect(list).toContain('01.03.2026 10:30 Uhr');
  });

  test('a case with its data, escaped', async () => {
    const files = [sampleFile('antrag.json', '{"name":"<script>alert(1)</script>"}', 'data'), sampleFile('<img>.txt', 'x')];
    await deliver(sampleDelivery({ files }));
    const shown = await page('/faelle/FV-2026-000001');
    expect(shown).toContain('<dt>name</dt><dd>&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(shown).not.toMatch(/<script|<img/);
  });

  test('files to save, and only the application opens in the browser', async () => {
    await deliver(sampleDelivery({ files: [sampleFile('antrag.pdf', '%PDF', 'form'), sampleFile('Müll ß.pdf', '%PDF x')] }));
    const [form, attachment] = await Promise.all(['file-1', 'file-2'].map((part) => fetch(`${running.url}/faelle/FV-2026-000001/${part}`)));
    expect(form?.headers.get('content-type')).toBe('application/pdf');
    expect(form?.headers.get('content-disposition')).toMatch(/^inline/);
    expect(attachment?.headers.get('content-type')).toBe('application/octet-stream');
    expect(attachment?.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''M%C3%BCll%20%C3%9F\.pdf$/);
    expect(attachment?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await attachment?.text()).toBe('%PDF x');
  });

  test.each(['/faelle/FV-2026-999999', '/faelle/..%2f..%2fetc/passwd', '/anderswo'])('that %s does not exist', async (path) => {
    const answer = await fetch(running.url + path);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('Nicht gefunden')]);
  });

  test('pages under a policy that allows no script', async () => {
    expect((await fetch(running.url)).headers.get('content-security-policy')).toBe(
      "default-src 'none';style-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'",
    );
    expect((await fetch(`${running.url}/fachverfahren.css`)).headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  test('a switch for faults that other sites cannot turn', async () => {
    const turn = (site: string, behaviour: string) =>
      fetch(`${running.url}/stoerung`, {
        method: 'POST',
        body: new URLSearchParams({ behaviour }),
        headers: { 'Sec-Fetch-Site': site },
        redirect: 'manual',
      });
    expect((await turn('cross-site', 'refuse')).status).toBe(400);
    expect((await turn('same-origin', 'explode')).status).toBe(400);
    expect((await turn('same-origin', 'refuse')).status).toBe(303);
    await expect(deliver()).rejects.toMatchObject({ kind: 'refused', reason: expect.stringContaining('Sachgebiet') });
    expect(await page('/')).toContain('Störung wird vorgeführt');
  });
});

describe('what a clerk at the stand-in decides', () => {
  const decide = (fields: Record<string, string>, site = 'same-origin', number = 'FV-2026-000001') =>
    fetch(`${running.url}/faelle/${number}/entscheidung`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'Sec-Fetch-Site': site },
      redirect: 'manual',
    });
  const byKey = async (key: string) =>
    (await fetch(`${running.deliveryUrl}/by-key/${key}`, { headers: { Authorization: 'Bearer geheim' } })).json();

  test('is answered by key, shown, and survives a restart', async () => {
    const delivery = sampleDelivery();
    await deliver(delivery);
    expect(await byKey(delivery.key)).not.toHaveProperty('status');
    expect((await decide({ state: 'rejected', reason: ' Kein <Hund>. ' })).headers.get('location')).toBe('/faelle/FV-2026-000001');
    const status = { state: 'rejected', at: '2026-03-01T09:30:00.000Z', reason: 'Kein <Hund>.' };
    expect(await byKey(delivery.key)).toMatchObject({ status });
    expect(await page('/faelle/FV-2026-000001')).toContain('Abgelehnt am 01.03.2026 10:30 Uhr: Kein &lt;Hund&gt;.');
    await running.close();
    running = await startFachverfahren({ port: 0, folder, token: 'geheim', now });
    expect(await byKey(delivery.key)).toMatchObject({ status });
    expect((await decide({ state: 'accepted', reason: '' })).status).toBe(303);
    expect(await byKey(delivery.key)).toMatchObject({ status: { state: 'accepted' } });
  });

  test('needs a reason for a refusal, a case, and a page of its own', async () => {
    const delivery = sampleDelivery();
    await deliver(delivery);
    expect((await decide({ state: 'rejected', reason: ' ' })).status).toBe(400);
    expect((await decide({ state: 'verloren' })).status).toBe(400);
    expect((await decide({ state: 'closed' }, 'cross-site')).status).toBe(400);
    expect((await decide({ state: 'closed' }, 'same-origin', 'FV-2026-000009')).status).toBe(404);
    expect(await byKey(delivery.key)).not.toHaveProperty('status');
  });
});

test('a stand-in that hangs answers in the end', async () => {
  await running.close();
  running = await startFachverfahren({ port: 0, folder, token: 'geheim', now, hangSeconds: 0.5 });
  running.behave('hang');
  const started = performance.now();
  await deliver();
  expect(performance.now() - started).toBeGreaterThan(490);
});
