import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { sampleDelivery } from '../../contract/sample-delivery.js';
import { askByKey, handOverWhole } from '../../contract/whole-hand-over.js';
import { mortalFileSystem } from '../../delivery/directory/mortal-file-system.test-support.js';

const fileSystem = mortalFileSystem();
jest.unstable_mockModule('node:fs/promises', () => fileSystem.module);
const { casesIn } = await import('./messages-in.test-support.js');
const { target } = await import('./xdomea-harness.test-support.js');
const { createXdomeaConnector } = await import('./xdomea-connector.js');
const { xdomeaConfiguration } = await import('./configuration.js');

/** Takes away what can be seen, as a records system does. */
async function collect(outbox: string, collected: string): Promise<void> {
  for (const name of (await readdir(outbox)).filter((one) => !one.startsWith('.')))
    await rename(join(outbox, name), join(collected, `${(await readdir(collected)).length}-${name}`));
}

/** @returns whether the process was killed before it was done */
async function handOverKilledBefore(operation: number, isCollectedAtOnce: boolean): Promise<boolean> {
  const parent = await mkdtemp(join(tmpdir(), 'xdomea-killed-'));
  const configuration = xdomeaConfiguration.parse(target(parent));
  const collected = join(parent, 'abgeholt');
  for (const folder of [configuration.outbox, configuration.inbox, collected]) await mkdir(folder);
  const connector = createXdomeaConnector(configuration);
  const delivery = sampleDelivery();
  const attempt = () => handOverWhole(connector, delivery, { signal: AbortSignal.timeout(60_000) });

  const killed = await fileSystem.killedBefore(operation, attempt);
  if (isCollectedAtOnce) await collect(configuration.outbox, collected);
  const found = await askByKey(connector, delivery.key, { signal: AbortSignal.timeout(60_000) });
  const receipt = await attempt();
  if (found) expect(receipt).toEqual(found);
  await collect(configuration.outbox, collected);

  const cases = await casesIn(collected);
  expect({ operation, keys: cases.map((one) => one.key) }).toEqual({ operation, keys: [delivery.key] });
  expect(cases[0]?.files.map((file) => file.sha256)).toEqual(delivery.files.map((file) => file.sha256));
  await rm(parent, { recursive: true });
  return killed;
}

test.each([
  ['stays', false],
  ['is taken away as soon as it can be seen', true],
])('one whole message, wherever the process is killed, when it %s', async (_, isCollectedAtOnce) => {
  let operation = 1;
  while (await handOverKilledBefore(operation, isCollectedAtOnce)) operation += 1;
  expect(operation).toBeGreaterThan(25);
});
