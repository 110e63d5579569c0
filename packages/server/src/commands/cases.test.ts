import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { describeWith } from '@serviceportal/test-support';
import { askCitizen } from '../applications/dialogue.js';
import { changeState } from '../applications/change-state.js';
import { withDigest } from '../small-service.test-support.js';
import { smallService } from '../small-service.test-support.js';
import { fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { findApplication } from '../storage/applications.js';
import type { ApplicationRow } from '../storage/applications.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { freshPostgres } from '../storage/databases.test-support.js';
import { referenceDigest } from '../storage/erase-application.js';
import { startS3 } from '../storage/s3.test-support.js';
import type { RunningS3 } from '../storage/s3.test-support.js';
import { formsOn } from '../try/form-on-page.js';
import { sampleFiles } from '../try/values/sample-files.js';
import type { SampleFile } from '../try/values/sample-files.js';
import { erase } from './erase.js';
import { exportCase } from './export.js';
import { unzip } from './unzip.test-support.js';

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
`;

const suite = (kind: 'SQLite and disk' | 'PostgreSQL and S3') => () => {
  let fresh: FreshDatabase | null = null;
  let s3: RunningS3 | null = null;
  let portal: SmallPortal;
  let folder: string;
  let environment: Record<string, string>;
  let row: ApplicationRow;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'serviceportal-cases-'));
    await writeFile(join(folder, 'municipality.yaml'), municipality);
    if (kind === 'PostgreSQL and S3') [fresh, s3] = [await freshPostgres(), await startS3()];
    environment = { ...fresh?.environment, ...s3?.environment };
    portal = await startSmallPortal({ environment, data: join(folder, 'data'), service: withDigest(smallService) });
    row = await aCase();
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await portal.close();
    await s3?.close();
    await fresh?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** With a file, handed over, and with a question. */
  async function aCase(): Promise<ApplicationRow> {
    const { office } = portal.running.portal;
    const { browser, id } = await fillAll(portal.base);
    const proofs = await browser.get(`/antrag/${id}/nachweise`);
    const hidden = (formsOn(proofs)[0]?.inputs ?? []).filter(({ kind: input }) => input === 'hidden');
    const fields = hidden.map(({ name, value }) => [name, value ?? ''] as const);
    const check = await browser.post(proofs.path, { fields, files: [['G3/F5', paper]], multipart: true });
    await send(browser, check, {}, '/absenden');
    const found = async () => (await findApplication(office.database, id)) as ApplicationRow;
    for (let time = 0; time < 400 && (await found()).state !== 'received'; time++) await delay(25);
    await changeState(office, id, 'start-review', { actor: 'clerk', account: 'amt' });
    await askCitizen(office, await found(), 'amt', 'Wie viele Hunde haben Sie?');
    return found();
  }
  const options = () => ({ data: join(folder, 'data'), municipality: folder });

  it('gives out everything about a case while the portal runs, and deletes it and says who has it', async () => {
    const out = join(folder, 'auskunft.zip');
    // As a person types it.
    await exportCase(row.reference.toLowerCase().replace(/-/g, ' '), { ...options(), out }, environment);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const files = await unzip(out);
    const texts = (name: string): string => files.get(name)?.toString() ?? '';
    expect(JSON.parse(texts('antrag.json'))).toMatchObject({ reference: row.reference, answers: { G1: { F1: 'Zoë Müller' } } });
    expect(files.get('antrag.pdf')?.subarray(0, 5).toString()).toBe('%PDF-');
    const upload = [...files.keys()].find((name) => name.startsWith('anlagen/1-')) ?? '';
    expect(files.get(upload)?.equals(paper.bytes)).toBe(true);
    expect(texts('schriftwechsel.json')).toContain('Wie viele Hunde haben Sie?');
    const events = JSON.parse(texts('ereignisse.json')) as { kind: string }[];
    expect(events.map(({ kind: event }) => event)).toEqual(expect.arrayContaining(['submit', 'receive', 'request-information']));
    expect(JSON.parse(texts('uebergaben.json'))).toMatchObject([{ target: 'ablage', state: 'acknowledged' }]);
    expect(files.has('uebergaben/ablage/antrag.json')).toBe(true);
    // Keys of files are nobody's data.
    for (const [name, bytes] of files) if (name.endsWith('.json')) expect(bytes.toString()).not.toMatch(/"key": "[\w-]{43}"/);
    await expect(exportCase(row.id, { ...options(), out }, environment)).rejects.toMatchObject({ code: 'export-not-written' });
    expect((await readFile(out)).length).toBeGreaterThan(1000);

    const { database, files: store } = portal.running.portal.office;
    const storedFiles = (await database.selectFrom('attachments').select('id').execute()).map(({ id }) => id);
    expect(storedFiles.length).toBeGreaterThanOrEqual(2);
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const refused = erase(row.reference, { ...options(), yes: false }, environment, { say, ask: () => Promise.resolve('ja') });
    await expect(refused).rejects.toMatchObject({ code: 'case-not-erased' });
    expect(said.join('\n')).toMatch(/Handed over already[^]*Ablage im Amt, 20\d\d-/);
    expect(await findApplication(database, row.id)).not.toBeNull();
    await erase(row.id, { ...options(), yes: true }, environment, { say });
    expect(await findApplication(database, row.id)).toBeNull();
    const left: string[] = [];
    for await (const { id } of store.list()) left.push(id);
    for (const id of storedFiles) expect(left).not.toContain(id);
    const [record] = await database.selectFrom('deletions').selectAll().execute();
    expect(record).toMatchObject({ cause: 'request', state: 'information-requested', reference_digest: referenceDigest(row.reference) });
    await expect(exportCase(row.reference, { ...options(), out }, environment)).rejects.toMatchObject({ code: 'case-unknown' });
    expect((await fetch(`${portal.base}/healthz`)).status).toBe(200);
  }, 60_000);

  it('says what has not been handed over when a case is deleted', async () => {
    const { database } = portal.running.portal.office;
    await database.updateTable('deliveries').set({ state: 'needs-attention' }).execute();
    const said: string[] = [];
    await erase(row.reference, { ...options(), yes: false }, environment, {
      say: (line) => void said.push(line),
      ask: () => Promise.resolve(` ${row.reference} `),
    });
    expect(said.join('\n')).toMatch(/Nothing was handed over\.\nNot handed over yet[^\n]*\n {2}Ablage im Amt, needs-attention/);
    expect(await findApplication(database, row.id)).toBeNull();
  }, 60_000);
};

describe('cases on SQLite and disk', suite('SQLite and disk'));
describeWith('postgres', 'cases on PostgreSQL and S3', suite('PostgreSQL and S3'));
