import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallbackRequest } from '../../contract/delivery.js';
import { readCallback } from '../../delivery/http/callback.js';
import { createWebhook } from './webhook.js';
import type { ReceivedCase } from './received-case.js';

const secret = 'geheim'.repeat(8);
const changed = { key: 'k-1', caseNumber: 'FV-2026-000001' } as ReceivedCase;
const now = () => new Date('2026-03-01T09:30:00Z');

let portal: Server;
let url: string;
let heard: CallbackRequest[];
let answers: number[];
let whenHeard: () => void;

beforeEach(async () => {
  [heard, answers, whenHeard] = [[], [], () => undefined];
  portal = createServer((request, response) => {
    void buffer(request).then((body) => {
      heard.push({ headers: request.headers as Record<string, string>, body, now: now() });
      response.writeHead(answers.shift() ?? 204).end();
      whenHeard();
    });
  });
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(portal.address() as AddressInfo).port}/rueckmeldung/amt`;
});
afterEach(() => {
  portal.closeAllConnections();
  portal.close();
});

async function hears(times: number): Promise<void> {
  await new Promise<void>((resolve) => (whenHeard = () => void (heard.length >= times && resolve())));
}

describe('the webhook of the stand-in', () => {
  test.each(['sha256', 'sha512'] as const)('is signed with HMAC-%s as the connector wants it', async (algorithm) => {
    createWebhook({ url, secret, algorithm }, now).tell(changed);
    await hears(1);
    const [request] = heard;
    expect(request && readCallback(request, algorithm, secret)).toEqual({ keys: ['k-1'], counterpartReferences: ['FV-2026-000001'] });
  });

  test('is sent again until the portal hears, and not once more', async () => {
    answers = [500, 404, 302, 204];
    createWebhook({ url: () => url, secret, pauses: [0.01, 0.01, 0.01, 0.01, 0.01] }, now).tell(changed);
    await hears(4);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toHaveLength(4);
  });

  test('is given up in the end, and by whoever closes the stand-in', async () => {
    answers = [500, 500, 500, 500];
    createWebhook({ url, secret, pauses: [0.01] }, now).tell(changed);
    await hears(2);
    const closing = createWebhook({ url, secret, pauses: [0.05] }, now);
    closing.tell(changed);
    await hears(3);
    closing.end();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(heard).toHaveLength(3);
  });
});
