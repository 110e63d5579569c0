import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleDelivery, sampleFile } from '../../contract/sample-delivery.js';
import { claim, writeAcceptance } from './acceptance.js';
import { writeCaseFolder } from './case-folder.js';
import { createDirectoryConnector } from './directory-connector.js';
import { directoryHarness } from './directory-harness.test-support.js';
import { attemptName, caseFolderName, placesIn } from './places.js';
import { askByKey, handOverWhole } from '../../contract/whole-hand-over.js';

type Harness = Awaited<ReturnType<typeof directoryHarness>>;
let harness: Harness;
beforeEach(async () => {
  harness = await directoryHarness();
});
afterEach(() => harness.close());

const context = () => ({ signal: AbortSignal.timeout(60_000) });
const modes = { file: 0o600, folder: 0o700 };
const acceptedAt = '2026-03-01T09:30:00.000Z';

/** Everything up to the last step, as a process leaves it that is killed there. */
async function halfDone(delivery: ReturnType<typeof sampleDelivery>, claimed: boolean): Promise<string> {
  const places = placesIn(harness.path);
  const attempt = attemptName(delivery.key);
  const [work, folder] = [join(places.inWork, attempt), caseFolderName(delivery)];
  await mkdir(work, { recursive: true });
  await mkdir(places.acceptances, { recursive: true });
  await writeCaseFolder(join(work, 'fall'), delivery, { counterpartReference: folder, acceptedAt }, modes, context().signal);
  await writeAcceptance(join(work, 'quittung'), { key: delivery.key, attempt, folder, acceptedAt }, modes);
  if (claimed) await claim(places, delivery.key, join(work, 'quittung'));
  return work;
}

describe('the directory connector', () => {
  test('lays a case out as docs/connectors/directory.md describes it', async () => {
    const delivery = sampleDelivery({ key: 'k-1', files: [...sampleDelivery().files, sampleFile('antrag.pdf', 'vom Bürger')] });
    const receipt = await handOverWhole(harness.connector, delivery, context());
    const folder = join(harness.path, receipt.counterpartReference);
    expect(receipt.counterpartReference).toMatch(/^H-2026-000123_[0-9a-f]{12}$/);
    expect((await readdir(folder)).sort()).toEqual(['anlagen', 'antrag.json', 'antrag.pdf', 'uebergabe.json']);
    expect((await readdir(join(folder, 'anlagen'))).sort()).toEqual(['Nachweis.bin', 'antrag.pdf']);
    expect(JSON.parse(await readFile(join(folder, 'uebergabe.json'), 'utf8'))).toMatchObject({
      format: 'serviceportal/uebergabe@1',
      key: 'k-1',
      reference: 'H-2026-000123',
      receipt,
      service: { leika: ['99102013104000'] },
      files: [{ path: 'antrag.json' }, { path: 'antrag.pdf' }, { path: 'anlagen/Nachweis.bin' }, { path: 'anlagen/antrag.pdf' }],
    });
    expect(await readdir(placesIn(harness.path).inWork)).toEqual([]);
  });

  test('gives files and folders the configured modes, whatever the umask', async () => {
    const connector = createDirectoryConnector({
      connector: 'directory',
      path: harness.path,
      create: false,
      fileMode: '0660',
      folderMode: '0770',
    });
    const { counterpartReference } = await handOverWhole(connector, sampleDelivery(), context());
    const modeOf = async (...path: string[]) => (await stat(join(harness.path, counterpartReference, ...path))).mode & 0o777;
    expect([await modeOf(), await modeOf('anlagen'), await modeOf('antrag.json'), await modeOf('anlagen', 'Nachweis.bin')]).toEqual([
      0o770, 0o770, 0o660, 0o660,
    ]);
  });

  test('remembers a case that the recipient has taken away', async () => {
    const delivery = sampleDelivery();
    const receipt = await handOverWhole(harness.connector, delivery, context());
    await rm(join(harness.path, receipt.counterpartReference), { recursive: true });
    expect(await askByKey(harness.connector, delivery.key, context())).toEqual(receipt);
    expect(await handOverWhole(harness.connector, delivery, context())).toEqual(receipt);
    expect(await harness.arrived()).toEqual([]);
  });

  test.each(['lookup', 'deliver'] as const)('completes by %s what a killed process had promised', async (step) => {
    const delivery = sampleDelivery();
    await halfDone(delivery, true);
    expect(await harness.arrived()).toEqual([]);
    const receipt =
      step === 'lookup'
        ? await askByKey(harness.connector, delivery.key, context())
        : await handOverWhole(harness.connector, delivery, context());
    expect(receipt).toEqual({ counterpartReference: caseFolderName(delivery), acceptedAt });
    expect((await harness.arrived()).map((found) => found.key)).toEqual([delivery.key]);
  });

  test('does not take what a killed process had not promised for handed over', async () => {
    const delivery = sampleDelivery();
    await halfDone(delivery, false);
    expect(await askByKey(harness.connector, delivery.key, context())).toBeNull();
    await handOverWhole(harness.connector, delivery, context());
    expect(await harness.arrived()).toHaveLength(1);
  });

  test('recognises its case when its own notes were thrown away', async () => {
    const delivery = sampleDelivery();
    const receipt = await handOverWhole(harness.connector, delivery, context());
    await rm(placesIn(harness.path).acceptances, { recursive: true });
    expect(await handOverWhole(harness.connector, delivery, context())).toEqual(receipt);
    expect(await harness.arrived()).toHaveLength(1);
  });

  test('clears leftovers away after a day, and completes promised ones', async () => {
    const promised = sampleDelivery();
    const [old, young, kept] = [
      await halfDone(sampleDelivery(), false),
      await halfDone(sampleDelivery(), false),
      await halfDone(promised, true),
    ];
    const twoDaysAgo = new Date(Date.now() - 48 * 3_600_000);
    for (const folder of [old, kept]) await utimes(folder, twoDaysAgo, twoDaysAgo);
    const delivery = sampleDelivery();
    await handOverWhole(harness.connector, delivery, context());
    expect((await readdir(placesIn(harness.path).inWork)).map((name) => join(placesIn(harness.path).inWork, name))).toEqual([young]);
    expect((await harness.arrived()).map((found) => found.key).sort()).toEqual([promised.key, delivery.key].sort());
  });

  test('does not create the folder unless told to', async () => {
    const path = join(harness.path, 'noch', 'nicht');
    const configuration = { connector: 'directory', path, fileMode: '0600', folderMode: '0700' } as const;
    await expect(
      handOverWhole(createDirectoryConnector({ ...configuration, create: false }), sampleDelivery(), context()),
    ).rejects.toMatchObject({
      code: 'directory-unavailable',
      kind: 'unavailable',
    });
    await handOverWhole(createDirectoryConnector({ ...configuration, create: true }), sampleDelivery(), context());
    expect(await readdir(path)).toHaveLength(3);
  });
});
