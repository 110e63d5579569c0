import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { changeState } from '../../applications/change-state.js';
import { fillAll, send, startSmallPortal } from '../../small-portal.test-support.js';
import type { SmallPortal } from '../../small-portal.test-support.js';
import { smallService, withDigest } from '../../small-service.test-support.js';
import { findApplication } from '../../storage/applications.js';
import type { ApplicationRow } from '../../storage/applications.js';
import { formsOn } from '../../try/form-on-page.js';
import { sampleFiles } from '../../try/values/sample-files.js';
import type { SampleFile } from '../../try/values/sample-files.js';
import { erase } from '../erase.js';
import { unzip } from '../unzip.test-support.js';
import { handOver } from './hand-over.js';
import { offer } from './offer.js';

const paper = sampleFiles[0] as SampleFile;
const municipality = `
name: Stadt Probe
referencePrefix: PR
ars: '059700000000'
land: NW
contact: { office: Bürgerbüro }
legal: { imprint: { url: 'https://probe.example/impressum' } }
services:
  - package: probe
    targets: [{ name: ablage, label: Ablage im Amt, delivery: { connector: directory, path: /tmp/nicht-benutzt } }]
    retention: { closed: { years: 10 } }
`;
const archive = `archive: { recipient: { name: Stadtarchiv Probe }, filingPlan: { probe: '20.4' } }\n`;

describe('what has ended', () => {
  let folder: string;
  let out: string;
  let portal: SmallPortal;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'serviceportal-archive-'));
    out = join(folder, 'archiv');
    await mkdir(out);
    await writeFile(join(folder, 'municipality.yaml'), municipality + archive);
    portal = await startSmallPortal({ data: join(folder, 'data'), service: withDigest(smallService) });
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await portal.close();
    await rm(folder, { recursive: true, force: true });
  });

  const office = () => portal.running.portal.office;
  const options = () => ({ data: join(folder, 'data'), municipality: folder, out });
  const nextYear = `${new Date().getFullYear() + 1}-01-01`;

  /** With a file, handed over, and closed where `isClosed`. */
  async function aCase(isClosed = true): Promise<ApplicationRow> {
    const { browser, id } = await fillAll(portal.base);
    const proofs = await browser.get(`/antrag/${id}/nachweise`);
    const hidden = (formsOn(proofs)[0]?.inputs ?? []).filter(({ kind }) => kind === 'hidden');
    const fields = hidden.map(({ name, value }) => [name, value ?? ''] as const);
    const check = await browser.post(proofs.path, { fields, files: [['G3/F5', paper]], multipart: true });
    await send(browser, check, {}, '/absenden');
    const found = async () => (await findApplication(office().database, id)) as ApplicationRow;
    for (let time = 0; time < 400 && (await found()).state !== 'received'; time++) await delay(25);
    if (!isClosed) return found();
    await changeState(office(), id, 'start-review', { actor: 'clerk', account: 'amt' });
    await changeState(office(), id, 'decide', { actor: 'clerk', account: 'amt' });
    await changeState(office(), id, 'close', { actor: 'clerk', account: 'amt' });
    return found();
  }

  const message = async (type: string): Promise<Map<string, Buffer>> => {
    const name = (await readdir(out)).find((file) => file.endsWith(`.${type}.zip`));
    return unzip(join(out, name ?? `no message ${type}`));
  };
  const xmlIn = (files: Map<string, Buffer>): string => [...files].find(([name]) => /\.050\d\.xml$/.test(name))?.[1].toString() ?? '';
  const vorgaenge = (xml: string): string[] =>
    [...xml.matchAll(/Vorgang>\s*<[^>]*Identifikation>\s*<[^>]*ID>([^<]+)</g)].map(([, id]) => id ?? '');

  /** As an archive answers, after the pattern of the Landesarchiv Thüringen. */
  async function answer(decisions: readonly (readonly [string, 'A' | 'V'])[], offered: string): Promise<string> {
    const process = /ProzessID>([^<]+)</.exec(offered)?.[1] ?? '';
    const objects = decisions.map(([id, code]) => `<x:BewertetesObjekt><x:ID>${id}</x:ID><x:Aussonderungsart><x:Aussonderungsart><code>${code}</code></x:Aussonderungsart></x:Aussonderungsart></x:BewertetesObjekt>`); // prettier-ignore
    const path = join(folder, 'bewertung.xml');
    await writeFile(path, `<x:Aussonderung.Bewertungsverzeichnis.0502 xmlns:x="urn:xoev-de:xdomea:schema:3.0.0"><x:Kopf><x:ProzessID>${process}</x:ProzessID></x:Kopf>${objects.join('')}</x:Aussonderung.Bewertungsverzeichnis.0502>`); // prettier-ignore
    return path;
  }

  it('is offered without what is in it, and what the archive wants is handed over with its files', async () => {
    const [wanted, unwanted] = [await aCase(), await aCase()];
    const open = await aCase(false);
    const stuck = await aCase();
    await office().database.updateTable('deliveries').set({ state: 'needs-attention' }).where('application_id', '=', stuck.id).execute();
    await offer('2026-1', { ...options(), endedBefore: nextYear }, {});
    const offered = await message('0501');
    expect(offered.size).toBe(1);
    const list = xmlIn(offered);
    for (const { reference } of [wanted, unwanted]) expect(list).toContain(reference);
    for (const { reference } of [open, stuck]) expect(list).not.toContain(reference);
    expect(list).not.toContain('Zoë');
    expect(list).toMatch(/AnzahlJahre>10</);
    expect(list).toContain('20.4');
    expect((await stat(join(out, 'runde-2026-1.json'))).mode & 0o777).toBe(0o600);

    const [first = '', second = ''] = vorgaenge(list);
    const path = await answer([[first, 'A'], [second, 'V']], list); // prettier-ignore
    await handOver('2026-1', { ...options(), answer: path }, {});
    const given = await message('0503');
    const xml = xmlIn(given);
    expect(vorgaenge(xml)).toEqual([first]);
    expect(xml).toContain(wanted.reference);
    expect(xml).not.toContain(unwanted.reference);
    const named = (original: string): Buffer | undefined => {
      const entry = new RegExp(`<[^>]*Dateiname>([^<]+)</[^>]*>\\s*<[^>]*DateinameOriginal>${original}<`).exec(xml)?.[1];
      return entry === undefined ? undefined : given.get(entry);
    };
    expect(named('antrag\\.pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.parse(named('antrag\\.json')?.toString() ?? '')).toMatchObject({ answers: { G1: { F1: 'Zoë Müller' } } });
    expect(named('anlagen-1-[^<]*')?.equals(paper.bytes)).toBe(true);
  }, 60_000);

  it('and was deleted in the meantime is named, and the rest is handed over', async () => {
    const [stays, goes] = [await aCase(), await aCase()];
    await offer('2026-1', { ...options(), endedBefore: nextYear }, {});
    const list = xmlIn(await message('0501'));
    await erase(goes.reference, { ...options(), yes: true }, {});
    const path = await answer(vorgaenge(list).map((id) => [id, 'A'] as const), list); // prettier-ignore
    await expect(handOver('2026-1', { ...options(), answer: path }, {})).rejects.toMatchObject({
      code: 'archive-cases-gone',
      message: expect.stringContaining(goes.reference),
    });
    expect(xmlIn(await message('0503'))).toContain(stays.reference);
  }, 60_000);

  it('is not written where the archive wants nothing, or has not answered to this round', async () => {
    await aCase();
    await offer('2026-1', { ...options(), endedBefore: nextYear, service: 'probe' }, {});
    const list = xmlIn(await message('0501'));
    await handOver('2026-1', { ...options(), answer: await answer([[vorgaenge(list)[0] ?? '', 'V']], list) }, {});
    await expect(handOver('2026-1', { ...options(), answer: await answer([], list) }, {})).rejects.toMatchObject({
      code: 'xdomea-appraisal-unusable',
    });
    await expect(handOver('2026-1', { ...options(), answer: join(folder, 'fehlt.zip') }, {})).rejects.toMatchObject({
      code: 'xdomea-appraisal-unusable',
    });
    await writeFile(join(folder, 'kaputt.zip'), 'kein Archiv');
    await expect(handOver('2026-1', { ...options(), answer: join(folder, 'kaputt.zip') }, {})).rejects.toMatchObject({
      code: 'xdomea-appraisal-unusable',
    });
    expect((await readdir(out)).filter((name) => name.includes('0503'))).toEqual([]);
  }, 60_000);

  it('is offered only as the municipality says, and a round once', async () => {
    await expect(offer('2026-1', { ...options(), endedBefore: nextYear }, {})).rejects.toMatchObject({ code: 'archive-nothing' });
    await aCase();
    await offer('2026-1', { ...options(), endedBefore: nextYear }, {});
    const before = await readFile(join(out, 'runde-2026-1.json'), 'utf8');
    for (const [round, changes] of [
      ['2026-1', {}],
      ['../2026', {}],
      ['2026-2', { endedBefore: '01.01.2026' }],
      ['2026-2', { endedBefore: '2026-02-30' }],
      ['2026-2', { out: join(folder, 'gibt-es-nicht') }],
    ] as const)
      await expect(offer(round, { ...options(), endedBefore: nextYear, ...changes }, {})).rejects.toMatchObject({
        code: 'archive-invalid',
      });
    await writeFile(join(folder, 'municipality.yaml'), municipality);
    await expect(offer('2026-2', { ...options(), endedBefore: nextYear }, {})).rejects.toMatchObject({ code: 'archive-invalid' });
    await expect(handOver('2026-2', { ...options(), answer: 'x' }, {})).rejects.toMatchObject({ code: 'archive-invalid' });
    expect(await readFile(join(out, 'runde-2026-1.json'), 'utf8')).toBe(before);
  }, 60_000);
});
