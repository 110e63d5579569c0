import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { sampleDelivery, sampleFile } from '../../contract/sample-delivery.js';
import { createDeliveryConnector } from '../create-delivery-connector.js';
import { askByKey, handOverWhole } from '../../contract/whole-hand-over.js';

let server: Server | undefined;

async function counterpart(listener: RequestListener): Promise<string> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/faelle?mandant=7`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const context = () => ({ signal: AbortSignal.timeout(60_000) });
const receipt = JSON.stringify({ caseNumber: 'A-1', receivedAt: '2026-03-01T09:30:00Z' });

describe('the http connector', () => {
  test('sends one multipart request as docs/connectors/http.md describes it', async () => {
    let seen: { method?: string; url?: string; headers: NodeJS.Dict<string | string[]>; body: string } | undefined;
    const url = await counterpart((request, response) => {
      void buffer(request).then((bytes) => {
        seen = { method: request.method, url: request.url, headers: request.headers, body: bytes.toString('utf8') };
        response.writeHead(201, { 'Content-Type': 'application/json' }).end(receipt);
      });
    });
    const delivery = sampleDelivery({ key: 'k-"1"', files: [sampleFile('Müll "ß".json', '{"a":1}', 'data')] });
    await handOverWhole(createDeliveryConnector({ connector: 'http', url, token: 'abc' }), delivery, context());

    expect(seen?.method).toBe('POST');
    expect(seen?.url).toBe('/faelle?mandant=7');
    expect(seen?.headers).toMatchObject({
      'idempotency-key': '"k-\\"1\\""',
      authorization: 'Bearer abc',
      accept: 'application/json',
      'content-length': String(Buffer.byteLength(seen?.body ?? '')),
    });
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(String(seen?.headers['content-type']))?.[1];
    const [before, description, file, after] = (seen?.body ?? '').split(`--${boundary}`);
    expect([before, after]).toEqual(['', '--\r\n']);
    expect(description).toMatch(/^\r\nContent-Disposition: form-data; name="case"\r\nContent-Type: application\/json\r\n\r\n\{.*\}\r\n$/);
    expect(JSON.parse(description?.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      format: 'serviceportal/case@1',
      key: 'k-"1"',
      files: [{ part: 'file-1', name: 'Müll _ß_.json', mediaType: 'application/json', size: 7, purpose: 'data' }],
    });
    expect(file).toBe(
      '\r\nContent-Disposition: form-data; name="file-1"; filename="Müll _ß_.json"\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n',
    );
  });

  test('asks by key below the address, and keeps its query', async () => {
    let asked: string | undefined;
    const url = await counterpart((request, response) => {
      asked = request.url;
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(receipt);
    });
    await askByKey(createDeliveryConnector({ connector: 'http', url }), 'a/../b c', context());
    expect(asked).toBe('/faelle/by-key/a%2F..%2Fb%20c?mandant=7');
  });

  test('does not follow a redirect', async () => {
    const asked: string[] = [];
    const url = await counterpart((request, response) => {
      asked.push(String(request.url));
      request.resume();
      response.writeHead(307, { Location: '/elsewhere' }).end();
    });
    await expect(handOverWhole(createDeliveryConnector({ connector: 'http', url }), sampleDelivery(), context())).rejects.toMatchObject({
      code: 'http-redirected',
      kind: 'refused',
    });
    expect(asked).toEqual(['/faelle?mandant=7']);
  });

  test('does not read an endless answer', async () => {
    let written = 0;
    const url = await counterpart((request, response) => {
      request.resume();
      response.writeHead(201, { 'Content-Type': 'application/json' });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384, 32))) written += 16_384;
      };
      response.on('drain', more);
      more();
    });
    await expect(handOverWhole(createDeliveryConnector({ connector: 'http', url }), sampleDelivery(), context())).rejects.toMatchObject({
      code: 'http-receipt-unreadable',
      kind: 'unclear',
    });
    expect(written).toBeLessThan(16 * 1024 * 1024);
  });

  test('gives up on a counterpart that falls silent', async () => {
    const url = await counterpart((request) => void request.resume());
    await expect(
      handOverWhole(createDeliveryConnector({ connector: 'http', url, timeoutSeconds: 0.2 }), sampleDelivery(), context()),
    ).rejects.toMatchObject({ code: 'http-no-answer', kind: 'unclear' });
  });

  test('sends nothing that is larger than the target takes', async () => {
    let asked = 0;
    const url = await counterpart((_, response) => {
      asked += 1;
      response.end();
    });
    const connector = createDeliveryConnector({ connector: 'http', url, maxMegabytes: 0.05 });
    await expect(handOverWhole(connector, sampleDelivery(), context())).rejects.toMatchObject({ code: 'http-too-large', kind: 'refused' });
    expect(asked).toBe(0);
  });

  test('refuses a key that would end the header', async () => {
    const connector = createDeliveryConnector({ connector: 'http', url: 'http://127.0.0.1:9/' });
    await expect(handOverWhole(connector, sampleDelivery({ key: 'a\r\nX: y' }), context())).rejects.toMatchObject({
      code: 'http-key-invalid',
    });
  });
});
