import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { httpGet } from './http-get.js';
import { type Fault, PortalStandIn, patientNetwork } from './portal-stand-in.test-support.js';

const portal = new PortalStandIn();
let base = '';
beforeAll(async () => {
  base = await portal.start();
});
afterAll(() => portal.stop());
beforeEach(() => {
  portal.reset({
    documents: { '/a': { type: 'application/json; charset=utf-8', body: '{"ä":1}' }, '/x': { type: 'text/xml', body: '<a/>' } },
  });
});

const get = (path: string, kind: 'json' | 'xml' = 'json', network = patientNetwork().options) =>
  httpGet(new URL(path, base), kind, network);

describe('httpGet', () => {
  test('gives the body', async () => {
    expect(Buffer.from((await get('/a')) ?? []).toString()).toBe('{"ä":1}');
    expect(Buffer.from((await get('/x', 'xml')) ?? []).toString()).toBe('<a/>');
  });

  test('gives nothing where there is nothing', async () => {
    expect(await get('/api/v1/schemas/S00000000001')).toBeUndefined();
  });

  test.each<[string, Fault, string]>([
    ['an error page in place of JSON', { status: 200, body: '<html>Wartung</html>' }, 'fim-portal-answer'],
    ['an answer without end', 'endless', 'fim-portal-too-large'],
    ['a refusal', { status: 403 }, 'fim-portal-refused'],
    ['another success', { status: 204 }, 'fim-portal-refused'],
    ['a redirect to another host', { status: 302, headers: { location: 'http://example.org/a' } }, 'fim-portal-redirected'],
    ['a redirect to a file', { status: 302, headers: { location: 'file:///etc/passwd' } }, 'fim-portal-redirected'],
    ['a redirect to itself', { status: 302, headers: { location: '/a' } }, 'fim-portal-redirected'],
  ])('does not take %s, and asks no second time', async (_, fault, code) => {
    portal.fail(/./, fault);
    const { options, pauses } = patientNetwork({ bytes: 1_000_000 });
    await expect(get('/a', 'json', options)).rejects.toMatchObject({ code, address: `${base}/a` });
    expect(pauses).toEqual([]);
  });

  test('counts the bytes after decompression', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    portal.fail(/./, { status: 200, headers, body: gzipSync(Buffer.alloc(5_000_000, ' ')) });
    const { options } = patientNetwork({ bytes: 1_000_000 });
    await expect(get('/a', 'json', options)).rejects.toMatchObject({ code: 'fim-portal-too-large' });
  });

  test('follows a redirect on the same host', async () => {
    portal.fail(/old/, { status: 308, headers: { location: '/a' } });
    expect(await get('/old')).toHaveLength(8);
  });

  test.each<[string, Fault, string]>([
    ['an overloaded server', { status: 503 }, 'fim-portal-busy'],
    ['an error of the server', { status: 500 }, 'fim-portal-busy'],
    ['a connection that breaks', 'cut', 'fim-portal-unreachable'],
  ])('asks four times in all when it meets %s', async (_, fault, code) => {
    portal.fail(/./, fault);
    const { options, pauses } = patientNetwork();
    await expect(get('/a', 'json', options)).rejects.toMatchObject({ code });
    expect([portal.requests.length, pauses]).toEqual([4, [1_000, 2_000, 4_000]]);
  });

  test('succeeds when the trouble passes', async () => {
    portal.fail(/./, 'cut', 1);
    portal.fail(/./, { status: 502 }, 1);
    expect(await get('/a')).toHaveLength(8);
    expect(portal.requests).toHaveLength(3);
  });

  test('waits as long as the server asks, in seconds or until a date', async () => {
    portal.fail(/./, { status: 429, headers: { 'retry-after': '7' } }, 1);
    portal.fail(/./, { status: 429, headers: { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' } }, 1);
    const { options, pauses } = patientNetwork();
    await get('/a', 'json', options);
    expect(pauses).toEqual([7_000, 9_000]);
  });

  test('does not wait for an hour', async () => {
    portal.fail(/./, { status: 429, headers: { 'retry-after': '3600' } });
    await expect(get('/a')).rejects.toMatchObject({ code: 'fim-portal-busy' });
    expect(portal.requests).toHaveLength(1);
  });

  test('gives up on an answer that does not come', async () => {
    portal.fail(/./, 'silent');
    await expect(get('/a', 'json', patientNetwork({ timeout: 200 }).options)).rejects.toMatchObject({ code: 'fim-portal-unreachable' });
  });

  test('says at once when nobody listens', async () => {
    const gone = new PortalStandIn();
    const address = new URL(await gone.start());
    await gone.stop();
    const { options, pauses } = patientNetwork();
    await expect(httpGet(address, 'json', options)).rejects.toMatchObject({
      code: 'fim-portal-unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    expect(pauses).toEqual([]);
  });
});
