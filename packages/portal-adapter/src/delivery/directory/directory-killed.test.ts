import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { sampleDelivery } from '../../contract/sample-delivery.js';
import { mortalFileSystem } from './mortal-file-system.test-support.js';
import { askByKey, handOverWhole } from '../../contract/whole-hand-over.js';

const fileSystem = mortalFileSystem();
jest.unstable_mockModule('node:fs/promises', () => fileSystem.module);
const { casesIn } = await import('./directory-harness.test-support.js');
const { createDirectoryConnector } = await import('./directory-connector.js');

/** Takes away what can be seen, as a Fachverfahren does that watches the folder. */
async function collect(path: string, collected: string): Promise<void> {
  const visible = (await readdir(path)).filter((name) => !name.startsWith('.'));
  for (const name of visible) await rename(join(path, name), join(collected, `${name}-${(await readdir(collected)).length}`));
}

/** @returns whether the process was killed before it was done */
async function handOverKilledBefore(operation: number, isCollectedAtOnce: boolean): Promise<boolean> {
  const parent = await mkdtemp(join(tmpdir(), 'killed-'));
  const [path, collected] = [join(parent, 'uebergabe'), join(parent, 'abgeholt')];
  await mkdir(path);
  await mkdir(collected);
  const connector = createDirectoryConnector({ connector: 'directory', path, create: false, fileMode: '0600', folderMode: '0700' });
  const delivery = sampleDelivery();
  const attempt = () => handOverWhole(connector, delivery, { signal: AbortSignal.timeout(60_000) });

  const killed = await fileSystem.killedBefore(operation, attempt);
  if (isCollectedAtOnce) await collect(path, collected);
  const found = await askByKey(connector, delivery.key, { signal: AbortSignal.timeout(60_000) });
  const receipt = await attempt();
  if (found) expect(receipt).toEqual(found);
  await collect(path, collected);

  const cases = await casesIn(collected);
  expect({ operation, keys: cases.map((one) => one.key) }).toEqual({ operation, keys: [delivery.key] });
  expect(cases[0]?.files.map((file) => file.sha256)).toEqual(delivery.files.map((file) => file.sha256));
  await rm(parent, { recursive: true });
  return killed;
}

test.each([
  ['stays', false],
  ['is taken away as soon as it can be seen', true],
])('one whole case, wherever the process is killed, when it %s', async (_, isCollectedAtOnce) => {
  let operation = 1;
  while (await handOverKilledBefore(operation, isCollectedAtOnce)) operation += 1;
  expect(operation).toBeGreaterThan(40);
});
