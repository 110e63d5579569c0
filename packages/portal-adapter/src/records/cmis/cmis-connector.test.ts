import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Delivery, DeliveryConnector, Progress, Receipt, StepResult } from '../../contract/delivery.js';
import { sampleDelivery, sampleFile } from '../../contract/sample-delivery.js';
import { handOverWhole } from '../../contract/whole-hand-over.js';
import { createDeliveryConnector } from '../../delivery/create-delivery-connector.js';
import { cmisHarness, completeCases, target } from './cmis-harness.test-support.js';

type Harness = Awaited<ReturnType<typeof cmisHarness>>;
let harness: Harness;
beforeEach(async () => {
  harness = await cmisHarness();
});
afterEach(() => harness.close());

const context = () => ({ signal: AbortSignal.timeout(30_000) });
const store = () => harness.cmis().store;
const connectorWith = (change: object) => createDeliveryConnector(target(harness.cmis().serviceUrl, change));
const deliver = (delivery: Delivery, connector: DeliveryConnector = harness.connector) => handOverWhole(connector, delivery, context());
const paths = () => store().all().map((object) => store().pathOf(object)).sort(); // prettier-ignore

/** Recognised by names alone: for repositories that cannot query and have no types of their own. */
const plain = {
  folderPath: '/Portal/{reference} {keyDigest}',
  folder: undefined,
  document: undefined,
  key: { lookup: 'path' },
  complete: undefined,
  referenceProperty: undefined,
};

/** As the portal runs the steps when every attempt breaks off at its first write, which took effect. @returns attempts needed */
async function handOverInPieces(
  connector: DeliveryConnector,
  delivery: Delivery,
): Promise<{ attempts: number; receipt: Receipt | undefined }> {
  let progress: Progress = {};
  let receipt: Receipt | undefined;
  let attempts = 0;
  const now = () => ({ ...context(), progress, keep: (kept: Progress) => Promise.resolve(void (progress = kept)) });
  for (const step of connector.steps) {
    for (let isDone = false, isUnclear = false; !isDone;) {
      const found: StepResult | null | undefined = isUnclear && step.whenUnclear === 'ask' ? await step.find?.(delivery, now()) : null;
      attempts += 1;
      // The mark that everything is complete is set again each time; it would be cut off for ever.
      if (step.name === 'confirm' && isUnclear) harness.cmis().behave('honest');
      const result: StepResult | { kind: string } =
        found ?? (await step.run(delivery, now()).catch((error: unknown) => error as { kind: string }));
      isDone = !('kind' in result);
      isUnclear = !isDone;
      if ('kind' in result) expect(result).toMatchObject({ kind: 'unclear' });
      if ('progress' in result) progress = result.progress ?? progress;
      if ('receipt' in result) receipt = result.receipt ?? receipt;
      expect(attempts).toBeLessThan(50);
    }
  }
  return { attempts, receipt };
}

describe('the cmis connector', () => {
  test('files a case under its path, with types and properties by mapping', async () => {
    const delivery = sampleDelivery({ submittedAt: '2025-12-31T23:30:00.000Z' });
    const receipt = await deliver(delivery);
    expect(receipt.counterpartReference).toBe('20.4-00001');
    const folder = store()
      .all()
      .find((object) => object.typeId === 'akte:vorgang');
    // Half past midnight of the next year in Germany.
    expect(folder && store().pathOf(folder)).toBe('/Portal/hundesteuer/2026/H-2026-000123');
    expect(folder?.properties).toMatchObject({
      'akte:uebergabeschluessel': delivery.key,
      'akte:vorgangsnummer': 'H-2026-000123',
      'akte:eingang': Date.parse('2025-12-31T23:30:00.000Z'),
      'akte:vollstaendig': true,
    });
    const documents = store().children(folder?.id ?? '');
    expect(documents.map(({ typeId, properties }) => [typeId, properties['akte:zweck'], properties['akte:dateischluessel']])).toEqual([
      ['akte:schriftstueck', 'data', `${delivery.key}#1`],
      ['akte:schriftstueck', 'form', `${delivery.key}#2`],
      ['akte:schriftstueck', 'attachment', `${delivery.key}#3`],
    ]);
  });

  test.each([
    ['by query and keys', {}],
    ['by names alone', plain],
  ])('leaves one case when every single write is cut off after it took effect: %s', async (_, change) => {
    const connector = connectorWith(change);
    const delivery = sampleDelivery();
    harness.cmis().behave('cutAfterCommit');
    const { attempts, receipt } = await handOverInPieces(connector, delivery);
    expect(attempts).toBeGreaterThan(8);
    harness.cmis().behave('honest');
    expect(await deliver(delivery, connector)).toEqual(receipt);
    const documents = store()
      .all()
      .filter((object) => object.baseId === 'cmis:document');
    expect(documents.map((object) => object.versions.at(-1)?.content?.sha256).sort()).toEqual(
      delivery.files.map((file) => file.sha256).sort(),
    );
    expect(
      store()
        .all()
        .filter((object) => store().pathOf(object).includes('H-2026-000123') && object.baseId === 'cmis:folder'),
    ).toHaveLength(1);
  });

  test('gives a second case of the same name a name of its own', async () => {
    await deliver(sampleDelivery());
    await deliver(sampleDelivery());
    expect(paths()).toEqual(
      expect.arrayContaining(['/Portal/hundesteuer/2026/H-2026-000123', '/Portal/hundesteuer/2026/H-2026-000123 (2)']),
    );
  });

  test('files a supplement in the folder of its application', async () => {
    const application = sampleDelivery();
    await deliver(application);
    const supplement = { kind: 'answer', of: application.key } as const;
    const answer = sampleDelivery({
      supplement,
      submittedAt: '2027-01-05T10:00:00.000Z',
      files: [sampleFile('nachtrag.json', '{}', 'data')],
    });
    await deliver(answer);
    expect(paths().filter((path) => path.endsWith('nachtrag.json'))[0]).toMatch(
      /^\/Portal\/hundesteuer\/2026\/H-2026-000123\/Nachtrag [0-9a-f]{12}\/nachtrag\.json$/,
    );
  });

  test('files a supplement there too by the object id, where nothing can be queried', async () => {
    const connector = connectorWith(plain);
    const application = sampleDelivery();
    const { counterpartReference } = await deliver(application, connector);
    const supplement = { kind: 'withdrawal', of: application.key, counterpartReference } as const;
    await deliver(sampleDelivery({ supplement, files: [sampleFile('nachtrag.json', '{}', 'data')] }), connector);
    expect(paths().filter((path) => path.endsWith('nachtrag.json'))[0]).toMatch(
      /^\/Portal\/H-2026-000123 [0-9a-f]{12}\/Rücknahme [0-9a-f]{12}\/nachtrag\.json$/,
    );
  });

  test('leaves a document of somebody else alone', async () => {
    const delivery = sampleDelivery({ files: [sampleFile('antrag.pdf', 'unser', 'form')] });
    await deliver(delivery);
    const ours = store()
      .all()
      .find((object) => object.properties['cmis:name'] === 'antrag.pdf');
    await store().put({ ...structuredClone(ours ?? store().root), properties: { ...ours?.properties, 'akte:dateischluessel': 'fremd' } });
    await deliver(delivery);
    expect(paths().filter((path) => path.includes('antrag'))).toEqual([
      expect.stringMatching(/antrag \(2\)\.pdf$/),
      expect.stringMatching(/antrag\.pdf$/),
    ]);
  });

  test('sends again what the repository confirmed and lost', async () => {
    const delivery = sampleDelivery();
    const [reserve, create, attach, confirm] = harness.connector.steps;
    let progress: Progress = {};
    const now = () => ({ ...context(), progress, keep: () => Promise.resolve() });
    for (const step of [reserve, create]) progress = (await step?.run(delivery, now()))?.progress ?? progress;
    harness.cmis().behave('loseWrite', 'createDocument');
    progress = (await attach?.run(delivery, now()))?.progress ?? progress;
    expect(
      store()
        .all()
        .filter((object) => object.baseId === 'cmis:document'),
    ).toEqual([]);
    harness.cmis().behave('honest');
    await confirm?.run(delivery, now());
    expect((await completeCases(store()))[0]?.files).toHaveLength(3);
  });

  test('asks a person when the repository lost the folder', async () => {
    harness.cmis().behave('loseWrite', 'createFolder');
    await expect(deliver(sampleDelivery())).rejects.toMatchObject({ kind: 'refused' });
    expect(await completeCases(store())).toEqual([]);
  });

  test.each([
    ['length', 'appended', /number 1 of 1/],
    ['hash', 'changed', /number 1 of 1/],
  ] as const)('compares by %s, and says which file is not what was sent', async (verify, change, words) => {
    const connector = connectorWith({ verify });
    const delivery = sampleDelivery({ files: [sampleFile('Nachweis.bin', 'Inhalt')] });
    await deliver(delivery, connector);
    const content = store()
      .all()
      .find((object) => object.baseId === 'cmis:document')?.versions[0]?.content;
    const file = content ? store().fileOf(content) : '';
    // What lies there and what the repository says of it are two things.
    if (change === 'changed') await writeFile(file, (await readFile(file, 'utf8')).toUpperCase());
    else await appendFile(file, ' und mehr');
    if (verify === 'length') await expect(deliver(delivery, connector)).resolves.toBeDefined();
    else
      await expect(deliver(delivery, connector)).rejects.toMatchObject({
        code: 'cmis-files-differ',
        message: expect.stringMatching(words),
      });
  });

  test('says that user or password are wrong, and nothing of them', async () => {
    const error: unknown = await deliver(sampleDelivery(), connectorWith({ password: 'falsch!' })).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'cmis-not-permitted', kind: 'refused' });
    expect(JSON.stringify(error) + String(error)).not.toMatch(/falsch!|portal:/);
  });

  test('says that there is no such repository', async () => {
    await expect(deliver(sampleDelivery(), connectorWith({ repository: 'anderes' }))).rejects.toMatchObject({
      code: 'cmis-repository-unknown',
    });
  });

  test('passes on what the repository says about a property it does not have', async () => {
    const connector = connectorWith({ folder: { type: 'akte:vorgang', properties: { 'akte:farbe': 'blau' } } });
    await expect(deliver(sampleDelivery(), connector)).rejects.toMatchObject({
      code: 'cmis-refused',
      reason: expect.stringContaining('akte:farbe'),
    });
  });

  test('takes two keys in the repository for a case of a person', async () => {
    const delivery = sampleDelivery();
    await deliver(delivery);
    await deliver(sampleDelivery());
    for (const object of store()
      .all()
      .filter((one) => one.typeId === 'akte:vorgang'))
      await store().put({ ...object, properties: { ...object.properties, 'akte:uebergabeschluessel': delivery.key } });
    await expect(deliver(delivery)).rejects.toMatchObject({ code: 'cmis-key-twice', kind: 'refused' });
  });

  test('is not confused by an answer that comes twice', async () => {
    harness.cmis().behave('answerTwice');
    const delivery = sampleDelivery();
    expect(await deliver(delivery)).toEqual(await deliver(delivery));
    expect(await completeCases(store())).toHaveLength(1);
  });

  test('refuses a case that is larger than the target takes', async () => {
    await expect(deliver(sampleDelivery(), connectorWith({ maxMegabytes: 0.01 }))).rejects.toMatchObject({ code: 'cmis-too-large' });
    expect(paths()).toEqual(['/']);
  });
});
