import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { DeliveryError } from '../../../contract/delivery.js';
import type { Callback, CallbackRequest } from '../../../contract/delivery.js';
import { uuid } from '../api/answers.js';
import { parsedJson } from '../api/json.js';

/** Seconds that a callback may be old, or our clock wrong. */
const patience = 300;
const maxBytes = 1_000_000;

const named = z.object({ caseId: uuid.optional(), submissionId: uuid.optional() });
const content = z.object({
  type: z.string().max(500),
  submissions: z.array(named).max(5000).optional(),
  events: z.array(named).max(5000).optional(),
  caseIds: z.array(uuid).max(5000).optional(),
});

/** Lower-case hex, as in the header `callback-authentication`. */
export function callbackAuthentication(secret: string, timestamp: string, body: Uint8Array): string {
  return createHmac('sha512', secret).update(`${timestamp}.`).update(body).digest('hex');
}

/** Which cases a callback is about, if it comes from FIT-Connect and is not older than five minutes. @throws DeliveryError */
export function readCallback({ headers, body, now }: CallbackRequest, secret: string): Callback {
  const timestamp = headers['callback-timestamp'] ?? '';
  const given = headers['callback-authentication'] ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{128}$/i.test(given) || body.length > maxBytes) throw refused('It is not complete.');
  const expected = Buffer.from(callbackAuthentication(secret, timestamp, body), 'hex');
  if (!timingSafeEqual(expected, Buffer.from(given, 'hex'))) throw refused('It was not made with our secret.');
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > patience) throw refused('It is older than five minutes.');
  const parsed = content.safeParse(parsedJson(body.toString('utf8')));
  if (!parsed.success) throw refused('It does not say what it is about.');
  const { submissions = [], events = [], caseIds = [] } = parsed.data;
  const cases = [...submissions, ...events].flatMap(({ caseId }) => (caseId === undefined ? [] : [caseId]));
  return { keys: [], counterpartReferences: [...new Set([...cases, ...caseIds])] };
}

function refused(why: string): DeliveryError {
  return new DeliveryError('fit-connect-callback-refused', 'refused', `A callback was not believed. ${why}`);
}
