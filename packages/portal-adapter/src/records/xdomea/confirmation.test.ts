import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { arrivalConfirmation, importConfirmation } from '../../simulators/xdomea/confirmations.js';
import { xdomeaConfiguration } from './configuration.js';
import { processId } from './identifiers.js';
import { createXdomeaConnector } from './xdomea-connector.js';
import { target } from './xdomea-harness.test-support.js';
import { zipBytes } from './zip/write-zip.js';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'xdomea-inbox-'));
});
afterEach(() => rm(parent, { recursive: true }));

const key = 'k-1';
const id = processId(key);
const head = { processId: id, createdAt: '2026-03-01T10:30:00+01:00', sender: { name: 'DMS' }, recipient: { name: 'Stadt' } };
const stems = { '0629': `${id}_FVDaten.EmpfangBestaetigen.0629`, '0630': `${id}_FVDaten.ImportBestaetigen.0630` };

function status() {
  const connector = createXdomeaConnector(xdomeaConfiguration.parse({ ...target(parent), inbox: parent }));
  const receipt = { counterpartReference: id, acceptedAt: '2026-03-01T09:00:00.000Z' };
  const context = { signal: AbortSignal.timeout(10_000), progress: {}, keep: () => Promise.resolve() };
  return connector.status?.({ key, reference: 'r' }, receipt, context);
}

async function packed(name: string, entries: Record<string, string>): Promise<void> {
  const all = Object.entries(entries).map(([entry, text]) => ({
    name: entry,
    async *open() {
      yield await Promise.resolve(Buffer.from(text));
    },
  }));
  const pieces: Buffer[] = [];
  for await (const piece of zipBytes(all, new Date(0))) pieces.push(piece);
  await writeFile(join(parent, name), Buffer.concat(pieces));
}

const put = (type: keyof typeof stems, xml: string) => writeFile(join(parent, `${stems[type]}.xml`), xml);

describe('what comes back from the records system', () => {
  test('nothing at first, then its arrival, then its import with the number there', async () => {
    expect(await status()).toBeNull();
    await put('0629', arrivalConfirmation(head));
    expect(await status()).toEqual({ state: 'received', at: '2026-03-01T09:30:00.000Z' });
    await packed(`${stems['0630']}.zip`, { [`${stems['0630']}.xml`]: importConfirmation(head, { id: processId('dms') }) });
    expect(await status()).toEqual({ state: 'accepted', at: '2026-03-01T09:30:00.000Z', counterpartReference: processId('dms') });
  });

  test('why it was not imported', async () => {
    await put('0630', importConfirmation(head, { failures: ['Kein Sachgebiet.', 'Keine Akte.'] }));
    expect(await status()).toMatchObject({ state: 'rejected', reason: 'Kein Sachgebiet. Keine Akte.' });
  });

  test('a code without its name in words, and one that is new to us', async () => {
    const xml = importConfirmation(head, { failures: ['x'] });
    const coded = (code: string) => xml.replace(/<xdomea:SonstigeFehlermeldung>x.*?>/, `<xdomea:SpezifischeFehlermeldung0604><code>${code}</code></xdomea:SpezifischeFehlermeldung0604>`); // prettier-ignore
    await put('0630', coded('0604001'));
    expect(await status()).toMatchObject({ state: 'rejected', reason: 'Die ID des Containerobjekts ist unbekannt oder ungültig.' });
    await put('0630', coded('0604999'));
    expect(await status()).toMatchObject({ state: 'rejected', reason: 'Rückmeldung 0604999.' });
  });

  test('part of the import failed: not accepted', async () => {
    const xml = importConfirmation(head, { id: processId('dms') });
    await put('0630', xml.replace('<xdomea:Erfolgreich>1', '<xdomea:Erfolgreich>0'));
    expect(await status()).toMatchObject({ state: 'rejected' });
  });

  test.each([
    ['2026-07-01T10:30:00', '2026-07-01T08:30:00.000Z'],
    ['2026-01-01T10:30:00', '2026-01-01T09:30:00.000Z'],
    ['2026-01-01T10:30:00Z', '2026-01-01T10:30:00.000Z'],
  ])('reads %s on a clock in Germany unless it names a zone', async (createdAt, at) => {
    await put('0629', arrivalConfirmation({ ...head, createdAt }));
    expect(await status()).toEqual({ state: 'received', at });
  });

  const good = importConfirmation(head, { id });
  test.each<[string, () => Promise<void>]>([
    ['half a message', () => put('0630', good.slice(0, 200))],
    ['of another process', () => put('0630', importConfirmation({ ...head, processId: processId('other') }, { id }))],
    ['another kind of message', () => put('0630', arrivalConfirmation(head))],
    ['another namespace', () => put('0630', good.replace(':3.0.0', ':2.4.0'))],
    ['entities that explode', () => put('0630', `<!DOCTYPE a [<!ENTITY b "cccccccccc">]>${good}`)],
    ['elements without end', () => put('0630', '<a>'.repeat(100_000))],
    ['a file that is huge', () => put('0630', ' '.repeat(6_000_000))],
    ['an archive that is none', () => writeFile(join(parent, `${stems['0630']}.zip`), 'PK')],
    ['an archive without the message', () => packed(`${stems['0630']}.zip`, { 'anders.xml': good })],
    ['an archive that unpacks to far more', () => packed(`${stems['0630']}.zip`, { [`${stems['0630']}.xml`]: ' '.repeat(50_000_000) })],
  ])('does not believe %s', async (_, write) => {
    await write();
    const error = await Promise.resolve(status()).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'xdomea-confirmation-unreadable', kind: 'unavailable' });
  });

  test('says that the inbox is away', async () => {
    const connector = createXdomeaConnector(xdomeaConfiguration.parse({ ...target(parent), inbox: join(parent, 'nicht-da') }));
    const context = { signal: AbortSignal.timeout(10_000), progress: {}, keep: () => Promise.resolve() };
    await expect(connector.status?.({ key, reference: '' }, { counterpartReference: '', acceptedAt: '' }, context)).rejects.toMatchObject({
      code: 'xdomea-unavailable',
    });
  });
});
