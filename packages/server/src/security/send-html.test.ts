import { createServer, get } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import express from 'express';
import { sendHtml } from './send-html.js';

const long = `<p>${'Größe und Straße. '.repeat(200)}</p>`;
const short = '<p>Größe</p>';
let server: Server;

beforeAll(async () => {
  const app = express();
  app.get('/long', (request, response) => sendHtml(request, response, long));
  app.get('/short', (request, response) => sendHtml(request, response, short));
  app.get('/twice', (request, response) => {
    sendHtml(request, response, long);
    response.status(500);
    sendHtml(request, response, `${long}<p>Fehler</p>`);
  });
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function ask(path: string, headers: Record<string, string>, method = 'GET'): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((answered, failed) => {
    get({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => answered({ headers: response.headers, body: Buffer.concat(pieces) }));
    }).on('error', failed);
  });
}

it.each([
  ['br', 'gzip, deflate, br', brotliDecompressSync],
  ['gzip', 'gzip, deflate', gunzipSync],
] as const)('compresses a page with %s for a browser that takes "%s"', async (encoding, accepted, decompress) => {
  const { headers, body } = await ask('/long', { 'accept-encoding': accepted });
  expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding', 'content-type': 'text/html; charset=utf-8' });
  expect(headers['content-length']).toBe(String(body.length));
  expect(body.length).toBeLessThan(long.length / 10);
  expect(decompress(body).toString()).toBe(long);
});

it.each([
  ['who takes nothing', '/long', {}],
  ['who refuses it', '/long', { 'accept-encoding': 'br;q=0, gzip;q=0' }],
  ['who knows other ones', '/long', { 'accept-encoding': 'zstd' }],
  ['a page that fits into a packet', '/short', { 'accept-encoding': 'br' }],
])('sends it as it is to %s', async (_who, path, sent) => {
  const { headers, body } = await ask(path, sent);
  expect(headers).not.toHaveProperty('content-encoding');
  // A cache must know that it would look otherwise to others.
  expect(headers['vary']).toBe('Accept-Encoding');
  expect(body.toString()).toBe(path === '/long' ? long : short);
});

it.each(['br', 'identity'])(
  'shows the error that came after a page was made, or the page, and never ends the process: %s',
  async (accepted) => {
    const { headers, body } = await ask('/twice', { 'accept-encoding': accepted });
    expect(headers['content-encoding'] === 'br' ? brotliDecompressSync(body).toString() : body.toString()).toContain(long);
    expect((await ask('/short', {})).body.toString()).toBe(short);
  },
);

it('answers HEAD with the headers of the page alone', async () => {
  const { headers, body } = await ask('/long', {}, 'HEAD');
  expect(headers['content-length']).toBe(String(Buffer.byteLength(long)));
  expect(body).toHaveLength(0);
});
