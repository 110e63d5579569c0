import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { repository } from '@serviceportal/test-support';
import type { CaseStatus, Receipt } from '../../contract/delivery.js';
import { sampleDelivery, sampleFile } from '../../contract/sample-delivery.js';
import { handOverWhole } from '../../contract/whole-hand-over.js';
import { directoryHarness } from './directory-harness.test-support.js';

const delivery = sampleDelivery({ key: '0198c3b2-7d4e-7c11-9a52-5b1c7b0f3a10' });
const inTime = () => ({ signal: AbortSignal.timeout(60_000) });

let harness: Awaited<ReturnType<typeof directoryHarness>>;
let receipt: Receipt;
let folder: string;
beforeEach(async () => {
  harness = await directoryHarness();
  receipt = await handOverWhole(harness.connector, delivery, inTime());
  folder = join(harness.path, receipt.counterpartReference);
});
afterEach(() => harness.close());

async function status(): Promise<CaseStatus | null | undefined> {
  return harness.connector.status?.(delivery, receipt, { ...inTime(), progress: {}, keep: () => Promise.resolve() });
}

const content = { format: 'serviceportal/rueckmeldung@1', key: delivery.key, state: 'accepted', at: '2026-03-02T08:00:00+01:00' };

describe('what a recipient writes about a case', () => {
  test('is read as docs/connectors/directory.md shows it', async () => {
    const page = readFileSync(join(repository, 'docs/connectors/directory.md'), 'utf8');
    const example = /```json\n(\{\n {2}"format": "serviceportal\/rueckmeldung@1".*?)```/s.exec(page)?.[1] ?? '';
    await writeFile(join(folder, 'rueckmeldung.json'), example);
    expect(await status()).toEqual({
      state: 'rejected',
      at: '2026-03-04T13:05:00.000Z',
      counterpartReference: 'FV-2026-000001',
      reason: 'Für diesen Hund ist bereits eine Steuermarke vergeben.',
    });
  });

  test('may lie beside the folder, when that was taken away', async () => {
    await rm(folder, { recursive: true });
    expect(await status()).toBeNull();
    await writeFile(`${folder}.rueckmeldung.json`, `\ufeff${JSON.stringify(content)}`);
    expect(await status()).toEqual({ state: 'accepted', at: '2026-03-02T07:00:00.000Z' });
  });

  test.each([
    ['half a file', JSON.stringify(content).slice(0, 40)],
    ['an empty file', ''],
    ['the key of another case', JSON.stringify({ ...content, key: 'k-2' })],
    ['no key', JSON.stringify({ ...content, key: undefined })],
    ['a state of its own', JSON.stringify({ ...content, state: 'erledigt' })],
    ['a day for an instant', JSON.stringify({ ...content, at: '2026-03-02' })],
    ['a list', '[]'],
    ['more than 64 KiB', JSON.stringify({ ...content, reason: 'x'.repeat(70_000) })],
    ['64 MiB', Buffer.alloc(64 * 1024 * 1024, 32)],
  ])('with %s changes nothing', async (_, text) => {
    await writeFile(join(folder, 'rueckmeldung.json'), text);
    await expect(status()).rejects.toMatchObject({ code: 'directory-status-unreadable', kind: 'unavailable' });
  });

  test('is read from nowhere else: no link, no folder, no pipe that waits', async () => {
    const path = join(folder, 'rueckmeldung.json');
    const elsewhere = join(harness.path, '..', 'elsewhere.json');
    await writeFile(elsewhere, JSON.stringify(content));
    for (const make of [() => symlink(elsewhere, path), () => mkdir(path), () => execFileSync('mkfifo', [path])]) {
      await make();
      await expect(status()).rejects.toMatchObject({ code: 'directory-status-unreadable' });
      await rm(path, { recursive: true });
    }
  });

  test('is never something that was handed over', async () => {
    const forged = sampleDelivery({
      files: [sampleFile('rueckmeldung.json', JSON.stringify({ ...content, key: 'k-9' }), 'data')],
      key: 'k-9',
    });
    const taken = await handOverWhole(harness.connector, forged, inTime());
    expect(await harness.connector.status?.(forged, taken, { ...inTime(), progress: {}, keep: () => Promise.resolve() })).toBeNull();
  });

  test('waits while the share is not mounted', async () => {
    await harness.fault('down');
    await expect(status()).rejects.toMatchObject({ code: 'directory-unavailable', kind: 'unavailable' });
    await harness.recover();
  });
});
