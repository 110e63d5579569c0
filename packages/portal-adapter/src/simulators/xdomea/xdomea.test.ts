import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleDelivery } from '../../contract/sample-delivery.js';
import { handOverWhole } from '../../contract/whole-hand-over.js';
import { createDeliveryConnector } from '../../delivery/create-delivery-connector.js';
import { processId } from '../../records/xdomea/identifiers.js';
import { target } from '../../records/xdomea/xdomea-harness.test-support.js';
import { startXdomea } from './xdomea.js';
import type { RunningXdomea } from './xdomea.js';

let folder: string;
let running: RunningXdomea;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xdomea-stand-in-'));
  running = await startXdomea({ port: 0, folder, title: 'Ablage <Test>', everyMs: 3_600_000 });
});
afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

const delivery = sampleDelivery();
const connector = () => createDeliveryConnector(target(folder));
const context = () => ({ signal: AbortSignal.timeout(30_000), progress: {}, keep: () => Promise.resolve() });
const deliver = () => handOverWhole(connector(), delivery, context());
const status = () => connector().status?.(delivery, { counterpartReference: '', acceptedAt: '' }, context());
const page = async (path: string) => (await fetch(running.url + path)).text();

describe('what the stand-in records system does', () => {
  test('files a case, empties the outbox, and confirms arrival and import', async () => {
    await deliver();
    expect(await status()).toBeNull();
    expect(await running.look()).toBe(1);
    const [filed] = await running.room.list();
    expect(filed).toMatchObject({ objectId: delivery.key, reference: delivery.reference, subject: delivery.service.title });
    expect(filed?.files.map((file) => file.sha256)).toEqual(delivery.files.map((file) => file.sha256));
    expect(await status()).toMatchObject({ state: 'accepted', counterpartReference: filed?.id });
    expect((await readdir(running.outbox)).filter((name) => !name.startsWith('.'))).toEqual([]);
    expect(await running.look()).toBe(0);
    expect((await readdir(running.inbox)).sort()).toEqual([
      `${processId(delivery.key)}_FVDaten.EmpfangBestaetigen.0629.xml`,
      `${processId(delivery.key)}_FVDaten.ImportBestaetigen.0630.xml`,
    ]);
  });

  test('files a process once, whatever comes again', async () => {
    await deliver();
    await running.look();
    const before = await status();
    await rm(join(running.outbox, '.quittungen'), { recursive: true });
    await deliver();
    expect(await running.look()).toBe(1);
    expect(await running.room.list()).toHaveLength(1);
    expect((await status())?.counterpartReference).toBe(before?.counterpartReference);
  });

  test('refuses and says why', async () => {
    running.behave('refuse');
    await deliver();
    await running.look();
    expect(await status()).toMatchObject({ state: 'rejected', reason: expect.stringContaining('Sachgebiet') as unknown });
    expect(await running.room.list()).toEqual([]);
  });

  test('files without a word, or with half of one', async () => {
    running.behave('silent');
    await deliver();
    await running.look();
    expect([await status(), (await running.room.list()).length]).toEqual([null, 1]);
    await rm(join(running.outbox, '.quittungen'), { recursive: true });
    running.behave('garbage');
    await deliver();
    await running.look();
    await expect(status()).rejects.toMatchObject({ code: 'xdomea-confirmation-unreadable' });
  });

  test('takes its time', async () => {
    running.behave('slow');
    await deliver();
    expect(await running.look()).toBe(0);
    const archive = (await readdir(running.outbox)).find((name) => name.endsWith('.zip')) ?? '';
    const twoMinutesAgo = new Date(Date.now() - 120_000);
    await utimes(join(running.outbox, archive), twoMinutesAgo, twoMinutesAgo);
    expect(await running.look()).toBe(1);
  });

  test('says what is wrong with an archive', async () => {
    await writeFile(join(running.outbox, `${processId(delivery.key)}_FVDaten.SGOErstellen.0604.zip`), 'PK');
    await running.look();
    expect(await status()).toMatchObject({ state: 'rejected', reason: expect.stringContaining('beschädigt') as unknown });
  });

  test('leaves alone what is no message', async () => {
    await writeFile(join(running.outbox, 'liesmich.txt'), 'x');
    expect(await running.look()).toBe(0);
    expect(await readdir(running.outbox)).toContain('liesmich.txt');
  });

  test('looks by itself', async () => {
    const other = await startXdomea({ port: 0, folder: join(folder, 'andere'), everyMs: 20, outbox: running.outbox, inbox: running.inbox });
    await deliver();
    const deadline = Date.now() + 10_000;
    while ((await status()) === null && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await status()).toBeTruthy();
    await other.close();
  });

  test('shows what it has, and gives the files back', async () => {
    expect(await page('/')).toContain('Noch ist nichts abgelegt');
    await deliver();
    await running.look();
    const list = await page('/');
    expect(list).toContain('Ablage &lt;Test&gt;');
    const record = await page(/\/vorgaenge\/[\w-]+/.exec(list)?.[0] ?? '');
    expect(record).toContain('antrag.json');
    const file = await fetch(running.url + (/\/vorgaenge\/[\w-]+\/[\w.-]+/.exec(record)?.[0] ?? ''));
    expect(file.headers.get('Content-Disposition')).toContain('antrag.json');
    expect(await file.text()).toBe('{"name":"Jörg Groß-Şahin"}');
    expect((await fetch(`${running.url}/vorgaenge/x`)).status).toBe(404);
  });
});
