import { createPublicKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { CompactSign, UnsecuredJWT } from 'jose';
import { demonstrationKeys } from '../../../simulators/fit-connect/demonstration-keys.js';
import { privateKey, published } from '../../../simulators/fit-connect/keys.js';
import { signed, signedEvent } from '../../../simulators/fit-connect/signed-event.js';
import { verifiedEvent } from './security-event.js';
import { speakersOf } from './verification-keys.js';
import type { KeySets } from './verification-keys.js';

const { service, signing, foreign } = demonstrationKeys;
const destinationId = '879ee109-6690-4db8-ab32-424f2af4ca3f';
const submissionId = '5e82a1f0-0000-4000-8000-000000000001';
const caseId = 'c9f0a1f0-0000-4000-8000-000000000001';
const submission = 'https://test.fit-connect.example/submission-api';

/** Everybody publishes keys; only some are asked for theirs. */
const asked: string[] = [];
const everywhere: KeySets = {
  find(base) {
    asked.push(base);
    return Promise.resolve(createPublicKey({ key: { ...service }, format: 'jwk' }));
  },
};
const destinationKey = () => Promise.resolve(published(signing, 'verify'));
const speakers = speakersOf(everywhere, { submission, issuers: ['https://other.example'], destinationKey }, destinationId, { signal: AbortSignal.timeout(10_000) }); // prettier-ignore

const content = {
  name: 'submit',
  issuer: submission,
  submissionId,
  caseId,
  payload: {},
  at: new Date('2026-03-01T09:30:00Z'),
  schema: '1.2.2',
} as const;
const claims = {
  iss: submission,
  iat: 1,
  jti: 'j',
  sub: `submission:${submissionId}`,
  txn: `case:${caseId}`,
  events: { 'https://schema.fitko.de/fit-connect/events/submit-submission': {} },
};
const typ = { typ: 'secevent+jwt' } as const;

test('says what happened, and who says so', async () => {
  expect(await verifiedEvent(await signedEvent(content, service), speakers)).toMatchObject({ name: 'submit', at: '2026-03-01T09:30:00.000Z', submissionId, caseId, issuer: submission }); // prettier-ignore
  const accept = await signedEvent({ ...content, name: 'accept', issuer: destinationId }, signing);
  expect(await verifiedEvent(accept, speakers)).toMatchObject({ name: 'accept', issuer: destinationId });
  const elsewhere = await signedEvent({ ...content, issuer: 'https://other.example' }, service);
  expect(await verifiedEvent(elsewhere, speakers)).toMatchObject({ issuer: 'https://other.example' });
});

describe('what is not believed', () => {
  const publicPem = createPublicKey({ key: { ...service }, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
  const made = (header: object, key: Parameters<CompactSign['sign']>[0]) =>
    new CompactSign(Buffer.from(JSON.stringify(claims)))
      .setProtectedHeader({ ...typ, kid: service.kid, alg: 'PS512', ...header })
      .sign(key);

  test.each<[string, () => Promise<string> | string]>([
    ['no signature at all', () => new UnsecuredJWT(claims).encode()],
    ['the public key as a shared secret', () => made({ alg: 'HS512' }, Buffer.from(String(publicPem)))],
    ['a weaker signature by the right key', () => made({ alg: 'PS256' }, privateKey(service))],
    ['another padding by the right key', () => made({ alg: 'RS512' }, privateKey(service))],
    ["somebody else's key", () => signedEvent(content, { ...foreign, kid: service.kid })],
    ['a token of another type', () => signed(claims, { typ: 'JWT' }, service)],
    ['a token without a type', () => signed(claims, {}, service)],
    ['the destination in the name of the service', () => signedEvent(content, signing)],
    ['the service in the name of the destination', () => signedEvent({ ...content, issuer: destinationId }, service)],
    ['another destination', () => signedEvent({ ...content, issuer: '00000000-0000-4000-8000-000000000000' }, signing)],
    ['another host', () => signedEvent({ ...content, issuer: 'https://evil.example/submission-api' }, service)],
    ['a host that only looks like ours', () => signedEvent({ ...content, issuer: `${submission.replace('example', 'example.evil.example')}` }, service)], // prettier-ignore
    ['our host over http', () => signedEvent({ ...content, issuer: submission.replace('https', 'http') }, service)],
    ['two events in one', () => signed({ ...claims, events: { ...claims.events, b: {} } }, typ, service)],
    ['an event that does not exist', () => signed({ ...claims, events: { 'https://evil.example/accept-submission': {} } }, typ, service)],
    ['no submission', () => signed({ ...claims, sub: 'submission:../../x' }, typ, service)],
    ['a text', () => 'eyJ.a.b'],
  ])('%s', async (_, set) => {
    await expect(verifiedEvent(await set(), speakers)).rejects.toMatchObject({ name: 'UnbelievableEvent' });
  });

  test('and nobody else is asked for keys', () => {
    expect(asked.filter((base) => !base.startsWith('https://test.fit-connect.example/') && base !== 'https://other.example')).toEqual([]);
  });
});
