import { describe, expect, test } from '@jest/globals';
import { DeliveryError } from '../../contract/delivery.js';
import { readCallback } from './callback.js';

// Made with: printf '%s.%s' "$timestamp" "$body" | openssl dgst -sha256 -hmac "$secret"
const secret = '2f1c8a6e0b9d4c7f8e3a5d6b7c9f0a1e2d3c4b5a69788796a5b4c3d2e1f00f1e';
const body = '{"keys":["0198c3b2-7d4e-7c11-9a52-5b1c7b0f3a10"],"caseNumbers":["FV-2026-000001"]}';
const timestamp = '1772357402';
const signatures = {
  sha256: '545c76a228c08b5937ebd2d8766a3f23f2fd85a777fc5a358fc515db4f3f212e',
  sha512:
    '138e141805907ad887835ca01a839aead4c17111a6979585349b25f780ec59ebf43588978fb2d1f28a913e3899aa024d3620d93d10f36587eea07834743df09e',
} as const;

function request(seconds: number, change: Partial<Record<'timestamp' | 'signature' | 'body', string>> = {}) {
  return {
    headers: { 'callback-timestamp': change.timestamp ?? timestamp, 'callback-signature': change.signature ?? signatures.sha256 },
    body: Buffer.from(change.body ?? body),
    now: new Date((Number(timestamp) + seconds) * 1000),
  };
}

function complaint(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof DeliveryError) return `${error.kind} ${error.code}`;
    throw error;
  }
  return '';
}

describe('a webhook', () => {
  test.each(['sha256', 'sha512'] as const)('signed with HMAC-%s is believed', (algorithm) => {
    expect(readCallback(request(0, { signature: signatures[algorithm] }), algorithm, secret).counterpartReferences).toEqual([
      'FV-2026-000001',
    ]);
  });

  test('may have its signature in capitals', () => {
    expect(readCallback(request(0, { signature: signatures.sha256.toUpperCase() }), 'sha256', secret).keys).toHaveLength(1);
  });

  test.each([
    [-301, 'refused http-callback-unsigned'],
    [-300, ''],
    [300, ''],
    [301, 'refused http-callback-unsigned'],
  ])('%i seconds after it was signed: „%s“', (seconds, outcome) => {
    expect(complaint(() => readCallback(request(seconds), 'sha256', secret))).toBe(outcome);
  });

  test.each([
    ['the signature of the other algorithm', { signature: signatures.sha512 }],
    ['no signature', { signature: '' }],
    ['a signature that is no hex', { signature: signatures.sha256.replace('5', 'g') }],
    ['half a signature', { signature: signatures.sha256.slice(0, 32) }],
    ['another timestamp', { timestamp: '1772357403' }],
    ['a timestamp in milliseconds with a sign', { timestamp: '+1772357402' }],
    ['no timestamp', { timestamp: '' }],
    ['another body', { body: body.replace('000001', '000002') }],
  ])('with %s is refused', (_, change) => {
    expect(complaint(() => readCallback(request(0, change), 'sha256', secret))).toBe('refused http-callback-unsigned');
  });
});
