import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { DeliveryError } from '../../contract/delivery.js';
import type { Callback, CallbackRequest } from '../../contract/delivery.js';

/** Bytes. */
const largestBody = 64 * 1024;
/** How far the counterpart's clock and ours may be apart, with the way between. */
const toleranceSeconds = 300;

const name = z.string().min(1).max(255);
const changed = z.object({ keys: z.array(name).max(100).default([]), caseNumbers: z.array(name).max(100).default([]) });

/**
 * What the counterpart says has changed. Its signature is the HMAC of `<timestamp>.<body>`, in hex; the timestamp is Unix time in
 * seconds. Wire format: docs/connectors/http.md, "Webhooks".
 *
 * @throws DeliveryError `refused`
 */
export function readCallback({ headers, body, now }: CallbackRequest, algorithm: 'sha256' | 'sha512', secret: string): Callback {
  if (body.length > largestBody) throw refused('http-callback-unreadable', `It has more than ${largestBody} bytes.`);
  const timestamp = headers['callback-timestamp'] ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) throw refused('http-callback-unsigned', 'Callback-Timestamp is not Unix time in seconds.');
  const expected = createHmac(algorithm, secret).update(`${timestamp}.`).update(body).digest();
  const signature = headers['callback-signature'] ?? '';
  const given = /^(?:[0-9a-f]{2}){1,64}$/i.test(signature) ? Buffer.from(signature, 'hex') : Buffer.alloc(0);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw refused(
      'http-callback-unsigned',
      `Callback-Signature is not the HMAC-${algorithm} of timestamp, dot and body. Compare the secrets.`,
    );
  }
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) {
    throw refused('http-callback-unsigned', `Callback-Timestamp is more than ${toleranceSeconds} seconds away. Compare the clocks.`);
  }
  const parsed = changed.safeParse(json(body));
  if (!parsed.success) throw refused('http-callback-unreadable', 'Expected is JSON with keys or caseNumbers, at most 100 of each.');
  return { keys: parsed.data.keys, counterpartReferences: parsed.data.caseNumbers };
}

function refused(code: 'http-callback-unreadable' | 'http-callback-unsigned', why: string): DeliveryError {
  return new DeliveryError(code, 'refused', `A webhook of the counterpart was not believed. ${why}`);
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
