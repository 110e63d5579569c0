import { expect, test } from '@jest/globals';
import { callbackAuthentication, readCallback } from './callback.js';

const secret = 'insecure_unsafe_qHScgrg_kP-R31jHUwp3GkVkGJolvBchz65b74Lzue0';
const timestamp = '1672527599';
const one =
  '{"type":"https://schema.fitko.de/fit-connect/submission-api/callbacks/new-submissions","submissionIds":["f39ab143-d91a-474a-b69f-b00f1a1873c2"]}';
const two = `${one.slice(0, -1)},"submissions":[{"destinationId":"d12caea8-f372-4eb1-b102-b0a228253a11","submissionId":"f39ab143-d91a-474a-b69f-b00f1a1873c2","caseId":"9eec7d3e-dc66-4f82-9f52-1520bf96a32e"}]}`; // prettier-ignore

// From the documentation of FIT-Connect's callbacks.
const vectors = [
  [
    one,
    '798cd0edb70c08e5b32aa8a18cbbc8ff6b3078c51af6d011ff4e32e470c746234fc4314821fe5185264b029e962bd37de33f3b9fc5f1a93c40ce6672845e90df',
    [],
  ],
  [
    two,
    '2056b372b5bcec06d8f11ab79b84b42d6cbe1c8e1178cdfa36e4385dcf717758aaa7599f417d9ec3e079087884f4fd59680bf713621383e2d4414ef74fb10df3',
    ['9eec7d3e-dc66-4f82-9f52-1520bf96a32e'],
  ],
] as const;

test.each(vectors)('the published test vector is believed: %s', (body, authentication, cases) => {
  expect(callbackAuthentication(secret, timestamp, Buffer.from(body))).toBe(authentication);
  const headers = { 'callback-authentication': authentication, 'callback-timestamp': timestamp };
  const request = { headers, body: Buffer.from(body), now: new Date((Number(timestamp) + 299) * 1000) };
  expect(readCallback(request, secret)).toEqual({ keys: [], counterpartReferences: cases });
  expect(() => readCallback({ ...request, now: new Date((Number(timestamp) + 301) * 1000) }, secret)).toThrow('older than five minutes');
  expect(() => readCallback(request, `${secret}x`)).toThrow('not made with our secret');
});
