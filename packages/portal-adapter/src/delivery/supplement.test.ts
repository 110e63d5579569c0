import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { sampleDelivery } from '../contract/sample-delivery.js';
import { createDirectoryConnector } from './directory/directory-connector.js';
import { directoryConfiguration } from './directory/configuration.js';
import { describeCase } from './http/case-description.js';
import { handOverWhole } from '../contract/whole-hand-over.js';

const supplement = { kind: 'answer', of: 'k-1' } as const;

it('says in the request to which case a supplement belongs, and nothing of it for an application', () => {
  expect(describeCase(sampleDelivery({ supplement })).supplement).toEqual(supplement);
  expect(describeCase(sampleDelivery())).not.toHaveProperty('supplement');
});

it('says in the folder to which case a supplement belongs, and makes it a folder of its own', async () => {
  const path = await mkdtemp(join(tmpdir(), 'serviceportal-supplement-'));
  const connector = createDirectoryConnector(directoryConfiguration.parse({ connector: 'directory', path }));
  const context = { signal: AbortSignal.timeout(60_000) };
  const [first, second] = [sampleDelivery({ key: 'k-1' }), sampleDelivery({ key: 'k-1.2', supplement })];
  const receipts = [await handOverWhole(connector, first, context), await handOverWhole(connector, second, context)];
  const manifests = await Promise.all(
    receipts.map(
      async ({ counterpartReference }) => JSON.parse(await readFile(join(path, counterpartReference, 'uebergabe.json'), 'utf8')) as object,
    ),
  );
  await rm(path, { recursive: true });
  expect(manifests[0]).not.toHaveProperty('supplement');
  expect(manifests[1]).toMatchObject({ key: 'k-1.2', reference: first.reference, supplement });
});
