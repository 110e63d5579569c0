import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { demonstrationKeys } from '../../../simulators/fit-connect/demonstration-keys.js';
import { privateKey, published } from '../../../simulators/fit-connect/keys.js';
import { sealing } from '../receiver/foreign-sender.test-support.js';
import { forEncryption, forSignatures, usableKey } from './encryption-key.js';
import { openedStream } from './opened-stream.js';
import type { Opened } from './opened-stream.js';
import { sealedStream } from './sealed-stream.js';

const { decryption, signing, foreign } = demonstrationKeys;
const recipient = { key: createPublicKey({ key: { ...decryption }, format: 'jwk' }), kid: decryption.kid };
const keys = new Map([[decryption.kid, privateKey(decryption)]]);

/** In pieces of this size. */
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function opened(jwe: string, size = 1000, maxBytes = 10_000_000): Promise<Opened & { readonly bytes: Buffer }> {
  let found: Opened | undefined;
  const bytes = await buffer(openedStream(pieces(Buffer.from(jwe), size), keys, maxBytes, (one) => (found = one)));
  if (!found) throw new Error('It did not come to its end.');
  return { ...found, bytes };
}

const sizes = [0, 1, 2, 3, 4, 15, 16, 17, 1000, 3_000_001];

test.each(sizes)('the library opens what we write: %i bytes', async (size) => {
  const bytes = randomBytes(size);
  const sealed = sealedStream(recipient, 'image/png', pieces(bytes, 777), size);
  const text = (await buffer(sealed.bytes())).toString('latin1');
  expect(text).toHaveLength(sealed.length);
  expect(text.endsWith(`.${sealed.tag()}`)).toBe(true);
  const { plaintext, protectedHeader } = await compactDecrypt(text, privateKey(decryption));
  expect(Buffer.from(plaintext).equals(bytes)).toBe(true);
  expect(protectedHeader).toEqual({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: decryption.kid, cty: 'image/png' });
});

test.each([1, 2, 3, 22, 23, 24, 1000, 5_000_000])('we open what the library writes, in pieces of %i bytes', async (piece) => {
  for (const size of piece < 10 ? [0, 1, 2, 3, 100] : [0, 1, 1000, 200_000]) {
    const bytes = randomBytes(size);
    const header = { alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: decryption.kid, cty: 'application/pdf' };
    const jwe = await new CompactEncrypt(bytes).setProtectedHeader(header).encrypt(recipient.key);
    const found = await opened(jwe, piece);
    expect(found.bytes.equals(bytes)).toBe(true);
    expect([found.mediaType, found.tag]).toEqual(['application/pdf', jwe.split('.')[4]]);
  }
});

describe('what is not opened', () => {
  const good = sealing(decryption)('geheim', 'text/plain');
  const part = (index: number, change: (text: string) => string) => good.split('.').map((text, at) => (at === index ? change(text) : text)).join('.'); // prettier-ignore
  const other = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
  const header = (more: object) => sealing(decryption)('geheim', 'text/plain', more);

  test.each<[string, string, string]>([
    ['another wrapping', header({ alg: 'RSA1_5' }), 'form'],
    ['a shared secret', header({ alg: 'dir' }), 'form'],
    ['another encryption', header({ enc: 'A128CBC-HS256' }), 'form'],
    ['something critical', header({ crit: ['b64'] }), 'form'],
    ['another compression', header({ zip: 'GZ' }), 'form'],
    ['what is not deflated', header({ zip: 'DEF' }), 'content'],
    [
      'another header',
      part(0, (text) => Buffer.from(Buffer.from(text, 'base64url').toString().replace('plain', 'html')).toString('base64url')),
      'content',
    ],
    ['another wrapped key', part(1, other), 'content'],
    ['another nonce', part(2, other), 'content'],
    ['another content', part(3, other), 'content'],
    ['another tag', part(4, other), 'content'],
    ['a short tag', part(4, (text) => text.slice(0, 6)), 'form'],
    ['no tag', good.slice(0, good.lastIndexOf('.')), 'form'],
    ['four parts', good.split('.').slice(0, 4).join('.'), 'form'],
    ['six parts', `${good}.AAAA`, 'form'],
    ['nothing', '', 'form'],
    ['a long line', 'A'.repeat(100_000), 'form'],
    ["somebody else's key", sealing(foreign)('geheim', 'text/plain'), 'key'],
  ])('%s', async (_, jwe, kind) => {
    await expect(opened(jwe)).rejects.toMatchObject({ name: 'UnopenableJwe', kind });
  });

  test('more than is allowed', async () => {
    await expect(opened(good, 1000, 5)).rejects.toMatchObject({ kind: 'size' });
    expect((await opened(good, 1000, 6)).bytes.toString()).toBe('geheim');
  });
});

describe('what was deflated', () => {
  const text = randomBytes(300_000);
  const deflated = (more = Buffer.alloc(0)) =>
    sealing(decryption)(Buffer.concat([deflateRawSync(text), more]), 'text/plain', { zip: 'DEF' });

  test.each([1000, 5_000_000])('is inflated, in pieces of %i bytes', async (piece) => {
    const found = await opened(deflated(), piece);
    expect(found.bytes.equals(text)).toBe(true);
  });

  test.each([1, 10, 500_000])('is not taken when %i bytes follow it, whose tag nobody would look at', async (more) => {
    for (const piece of [1000, 5_000_000]) {
      await expect(opened(deflated(randomBytes(more)), piece)).rejects.toMatchObject({ name: 'UnopenableJwe', kind: 'content' });
    }
  });

  test('is not called wrong when the download breaks off', async () => {
    const jwe = Buffer.from(deflated());
    async function* cut(): AsyncGenerator<Buffer> {
      yield* pieces(jwe.subarray(0, jwe.length / 2), 1000);
      throw new Error('It broke off.');
    }
    await expect(buffer(openedStream(cut(), keys, 10_000_000, () => undefined))).rejects.toThrow('It broke off.');
  });
});

describe('a key that is published', () => {
  const right = published(decryption, 'wrapKey');

  test('is used for what it is for', () => {
    expect(usableKey(right, decryption.kid, forEncryption).jwk.kid).toBe(decryption.kid);
    expect(usableKey(published(signing, 'verify'), signing.kid, forSignatures).key.type).toBe('public');
  });

  test.each<[string, object, RegExp]>([
    ['with another kid', { kid: 'other' }, /another kid/],
    ['for signatures', published(signing, 'verify'), /another kid|another algorithm/],
    ['for another algorithm', { alg: 'RSA-OAEP' }, /another algorithm/],
    ['that may not wrap', { key_ops: ['encrypt'] }, /key_ops/],
    ['with its private part', { d: 'AQAB' }, /no public RSA key/],
    ['with a weak exponent', { e: 'Aw' }, /no public RSA key/],
    ['of another kind', { kty: 'oct', k: 'AAAA' }, /no public RSA key/],
    ['that is short', { n: generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }).n }, /has 2048 bits/],
  ])('%s is not used', (_, change, why) => {
    expect(() => usableKey({ ...right, ...change }, decryption.kid, forEncryption)).toThrow(why);
  });
});
