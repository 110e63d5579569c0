import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { deliver } from '../../../contract/contract-case.js';
import { largeFile, sampleDelivery } from '../../../contract/sample-delivery.js';
import { demonstrationKeys } from '../../../simulators/fit-connect/demonstration-keys.js';
import { casesIn } from '../../directory/directory-harness.test-support.js';
import { fitConnectHarness } from '../fit-connect-harness.test-support.js';
import type { FitConnectHarness, FitConnectInput } from '../fit-connect-harness.test-support.js';
import { createFitConnectReceiver } from './create-receiver.js';
import type { FitConnectReceiverInput } from './configuration.js';
import { foreignSender } from './foreign-sender.test-support.js';
import type { ForeignSubmission } from './foreign-sender.test-support.js';

let harness: FitConnectHarness;
let sink: string;
async function start(change: Partial<FitConnectInput> = {}): Promise<void> {
  harness = await fitConnectHarness(change);
  sink = join(harness.folder, 'uebergabe');
  await mkdir(sink);
}
beforeEach(() => start());
afterEach(() => harness.close());

const once = () => ({ signal: AbortSignal.timeout(30_000) });

function receiver(change: Partial<FitConnectReceiverInput> = {}, keys = demonstrationKeys) {
  const environment = {
    SECRET: 'nur-zur-vorfuehrung',
    DECRYPTION_KEY: JSON.stringify(keys.decryption),
    SIGNING_KEY: JSON.stringify(keys.signing),
  };
  const configuration: FitConnectReceiverInput = {
    environment: 'test',
    addresses: harness.fitConnect().addresses,
    clientId: 'fachamt',
    clientSecretEnv: 'SECRET',
    destinationId: harness.fitConnect().destinationId,
    decryptionKeys: [{ env: 'DECRYPTION_KEY' }],
    signingKey: { env: 'SIGNING_KEY' },
    municipality: { name: 'Musterstadt', ars: '059580000000' },
    sink: { connector: 'directory', path: sink },
    workFolder: harness.folder,
    ...change,
  };
  return createFitConnectReceiver(configuration, environment);
}

const states = () =>
  harness
    .fitConnect()
    .store.list()
    .map(({ state }) => state);

test('what was sent arrives byte for byte in the folder, and the sender learns that it was accepted', async () => {
  const delivery = sampleDelivery();
  const receipt = await deliver(harness, delivery);
  const [outcome] = await receiver().receive(once());
  expect(outcome).toMatchObject({ caseId: receipt.counterpartReference, result: 'accepted' });
  const [found, ...more] = await casesIn(sink);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ key: outcome?.submissionId, reference: delivery.reference, serviceTitle: delivery.service.title });
  const digests = found?.files.map(({ sha256 }) => sha256);
  for (const { sha256 } of delivery.files) expect(digests).toContain(sha256);
  expect(found?.files.map(({ name }) => name)).toEqual(['fachdaten.json', 'metadaten.json', 'antrag.pdf', 'Nachweis.bin']);
  expect(states()).toEqual(['accepted']);
  // Nothing that was opened is left behind.
  expect((await readdir(harness.folder)).sort()).toEqual(['fit-connect', 'uebergabe']);
  expect(await receiver().receive(once())).toEqual([]);
});

test.each<Partial<FitConnectInput>>([
  { version: 'v1', metadata: '1.0.0', scope: 'send:region:DE05958' },
  { version: 'v1', metadata: '2.1.0', scope: 'send:region:DE05958' },
  { fragmentMegabytes: 1 },
])('with %j', async (change) => {
  await harness.close();
  await start(change);
  const delivery = sampleDelivery({ files: [...sampleDelivery().files, largeFile('Plan.bin', 3)] });
  await deliver(harness, delivery);
  const outcomes = await receiver({ version: change.version ?? 'v2' }).receive(once());
  expect(outcomes).toMatchObject([{ result: 'accepted' }]);
  const [found] = await casesIn(sink);
  const digests = found?.files.map(({ sha256 }) => sha256);
  for (const { sha256 } of delivery.files) expect(digests).toContain(sha256);
});

test('a submission that was put there before its acceptance was lost becomes one case', async () => {
  await deliver(harness, sampleDelivery());
  harness.fitConnect().behave('refuseEvents');
  expect(await receiver().receive(once())).toMatchObject([{ result: 'waiting' }]);
  expect(await casesIn(sink)).toHaveLength(1);
  harness.fitConnect().behave('honest');
  expect(await receiver().receive(once())).toMatchObject([{ result: 'accepted' }]);
  expect(await casesIn(sink)).toHaveLength(1);
});

test('a sink that is away leaves everything waiting', async () => {
  await deliver(harness, sampleDelivery());
  const away = receiver({ sink: { connector: 'directory', path: join(harness.folder, 'weg') } });
  expect(await away.receive(once())).toMatchObject([{ result: 'waiting', why: 'directory-unavailable' }]);
  expect(states()).toEqual(['submitted']);
});

test('a key that is published and not here is our mistake: nothing is rejected for it', async () => {
  await deliver(harness, sampleDelivery());
  const other = receiver({}, { ...demonstrationKeys, decryption: { ...demonstrationKeys.signing } });
  expect(await other.receive(once())).toMatchObject([{ result: 'waiting', why: 'fit-connect-receiver-key-missing' }]);
  expect(states()).toEqual(['submitted']);
});

test('a deflated attachment whose download breaks off is waited for', async () => {
  await foreignSender(harness.fitConnect(), { attachments: [{ id: randomUUID(), content: randomBytes(500_000), isDeflated: true }] });
  harness.fitConnect().behave('cutMidBody');
  expect(await receiver().receive(once())).toMatchObject([{ result: 'waiting', why: 'fit-connect-unreachable' }]);
  harness.fitConnect().behave('honest');
  expect(await receiver().receive(once())).toMatchObject([{ result: 'accepted' }]);
});

test('events that someone else signed open nothing', async () => {
  harness.fitConnect().behave('forgedEvent');
  await deliver(harness, sampleDelivery()).catch(() => undefined);
  harness.fitConnect().behave('honest');
  expect(await receiver().receive(once())).toMatchObject([{ result: 'waiting', why: 'fit-connect-event-invalid' }]);
  expect(await casesIn(sink)).toEqual([]);
});

describe('what is rejected, and how the sender learns why', () => {
  const schemas = [{ mimeType: 'application/json', schemaUri: 'https://schema.musterstadt.example/hund.json' }] as const;
  const bomb = deflateRawSync(Buffer.alloc(30_000_000));

  test.each<[string, ForeignSubmission, string]>([
    ['metadata that are no JSON', { metadata: 'kein JSON' }, 'syntax-violation'],
    ['metadata without what they must say', { change: (metadata) => ({ ...metadata, contentStructure: {} }) }, 'schema-violation'],
    ['metadata of version 3', { change: (metadata) => ({ ...metadata, $schema: 'https://schema.fitko.de/fit-connect/metadata/3.0.0/metadata.schema.json' }) }, 'unsupported-schema'], // prettier-ignore
    ['data that are not those of the hash', { data: '{"anders":1}' }, 'hash-mismatch'],
    ['data of an unknown structure', { schemaUri: 'https://schema.musterstadt.example/katze.json' }, 'unsupported-schema'],
    ['data that are no JSON', { data: 'kein JSON', hashed: 'kein JSON' }, 'syntax-violation'],
    ['an attachment that nobody described', { attachments: [{ id: randomUUID(), isDescribed: false }] }, 'attachments-mismatch'],
    ['an attachment with another content', { attachments: [{ id: randomUUID(), hashed: 'anders' }] }, 'hash-mismatch'],
    ['an attachment with changed letters', { attachments: [{ id: randomUUID(), isDamaged: true }] }, 'encryption-issue'],
    ['data that swell', { data: bomb, isDeflated: true }, 'encryption-issue'],
  ])('%s', async (_, foreign, problem) => {
    const submissionId = await foreignSender(harness.fitConnect(), foreign);
    expect(await receiver({ schemas: [...schemas] }).receive(once())).toEqual([
      expect.objectContaining({ submissionId, result: 'rejected', why: problem }),
    ]);
    expect(states()).toEqual(['rejected']);
    expect(await casesIn(sink)).toEqual([]);
  });

  test('another tag than the one that was written down', async () => {
    harness.fitConnect().behave('otherTags');
    await foreignSender(harness.fitConnect(), {});
    expect(await receiver().receive(once())).toMatchObject([{ result: 'rejected', why: 'incorrect-authentication-tag' }]);
  });

  test('but not what another sender deflated', async () => {
    await foreignSender(harness.fitConnect(), { data: deflateRawSync('{"name":"Bello"}'), hashed: '{"name":"Bello"}', isDeflated: true });
    expect(await receiver({ schemas: [...schemas] }).receive(once())).toMatchObject([{ result: 'accepted' }]);
    const [folder = ''] = (await readdir(sink)).filter((name) => !name.startsWith('.'));
    expect(await readFile(join(sink, folder, 'fachdaten.json'), 'utf8')).toBe('{"name":"Bello"}');
  });
});

test.each<[string, Partial<FitConnectReceiverInput>]>([
  ['together', { maxSubmissionMegabytes: 0.7 }],
  ['in one', { maxAttachmentMegabytes: 0.3 }],
])('attachments that hold more than is allowed %s are rejected', async (_, limit) => {
  const attachments = [1, 2].map(() => ({ id: randomUUID(), content: randomBytes(400_000) }));
  await foreignSender(harness.fitConnect(), { attachments });
  expect(await receiver(limit).receive(once())).toMatchObject([{ result: 'rejected', why: 'encryption-issue' }]);
  expect(await casesIn(sink)).toEqual([]);
});

test('attachments that hold as much as is allowed are taken', async () => {
  const attachments = [1, 2].map(() => ({ id: randomUUID(), content: randomBytes(400_000) }));
  await foreignSender(harness.fitConnect(), { attachments });
  expect(await receiver({ maxSubmissionMegabytes: 0.9 }).receive(once())).toMatchObject([{ result: 'accepted' }]);
});

test('whoever signs events is reached by https', () => {
  expect(() => receiver({ issuers: ['http://fit-connect.example'] })).toThrow('issuers.0: must start with https://');
});

test('keys and secrets are looked at before anything is asked', () => {
  expect(() => receiver({}, { ...demonstrationKeys, decryption: demonstrationKeys.foreign })).toThrow(
    'decryptionKeys.0: has fewer than 4096 bits',
  );
  expect(() => receiver({ signingKey: { env: 'NONE' } })).toThrow('signingKey: the environment variable NONE is not set');
  expect(() => receiver({ signingKey: { env: 'SECRET' } })).toThrow('signingKey: is no private RSA key as a JWK (with kid)');
});
