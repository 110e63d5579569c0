import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import SQLite from 'better-sqlite3';
import { begin, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { openBrowser } from '../try/browser.js';
import { formsOn } from '../try/form-on-page.js';
import { sampleFiles } from '../try/values/sample-files.js';
import type { SampleFile } from '../try/values/sample-files.js';
import type { FreshDatabase } from './databases.test-support.js';
import { onEachDatabase } from './databases.test-support.js';

const run = promisify(execFile);
const paper = sampleFiles[0] as SampleFile;

/** Submits an application with a file. Returns its id. */
async function submit(base: string): Promise<string> {
  const { browser, page, id } = await begin(base);
  const children = await send(browser, page, { 'G1/F1': 'Zoë Müller', 'G1/F2': 'false' });
  const proofs = await send(browser, children, {});
  const hidden = (formsOn(proofs)[0]?.inputs ?? []).filter(({ kind }) => kind === 'hidden');
  const fields = hidden.map(({ name, value }) => [name, value ?? ''] as const);
  const check = await browser.post(proofs.path, { fields, files: [['G3/F5', paper]], multipart: true });
  await send(browser, check, {}, '/absenden');
  return id;
}

/** What docs/operations.md says, for either database. */
const backUp = (fresh: FreshDatabase, data: string, copy: string): unknown => {
  const url = fresh.environment['SERVICEPORTAL_DATABASE'];
  if (url !== undefined) return run('pg_dump', ['--format=custom', '--file', join(copy, 'backup.dump'), url]);
  const live = new SQLite(join(data, 'portal.sqlite'));
  live.prepare('vacuum into ?').run(join(copy, 'portal.sqlite'));
  return live.close();
};
const restore = (other: FreshDatabase, copy: string): unknown => {
  const url = other.environment['SERVICEPORTAL_DATABASE'];
  return url === undefined ? undefined : run('pg_restore', ['--no-owner', '--dbname', url, join(copy, 'backup.dump')]);
};

onEachDatabase('a backup', (freshDatabase) => {
  let folder: string;
  let databases: FreshDatabase[];
  let portals: SmallPortal[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'serviceportal-backup-'));
    databases = [await freshDatabase(), await freshDatabase()];
    portals = [];
  });
  afterEach(async () => {
    for (const portal of portals) await portal.close();
    for (const database of databases) await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** A portal that hands over into the same folder, whatever its data. */
  async function portalOn(database: FreshDatabase | undefined, data: string): Promise<SmallPortal> {
    const delivery = { connector: 'directory', path: join(folder, 'uebergabe'), create: true };
    const services = [{ package: 'probe', targets: [{ name: 'ablage', label: 'Ablage', delivery }] }];
    const environment = database?.environment ?? {};
    const portal = await startSmallPortal({ data, environment, changes: { demonstration: true, services } });
    portals.push(portal);
    return portal;
  }
  const handedOver = async (): Promise<string[]> => (await readdir(join(folder, 'uebergabe'))).filter((name) => !name.startsWith('.'));
  const acknowledged = async (portal: SmallPortal, id: string): Promise<void> => {
    const { database } = portal.running.portal.office;
    const open = () => database.selectFrom('deliveries').select('id').where('application_id', '=', id).where('state', '!=', 'acknowledged');
    for (let time = 0; time < 600 && (await open().execute()).length > 0; time++) await delay(50);
    expect(await open().execute()).toEqual([]);
  };

  it('taken while the portal runs brings back cases with their files, and hands nothing over twice', async () => {
    const live = join(folder, 'live');
    const copy = join(folder, 'copy');
    const first = await portalOn(databases[0], live);
    const id = await submit(first.base);
    await acknowledged(first, id);
    await cp(join(live, 'key'), join(copy, 'key'));
    await backUp(databases[0] as FreshDatabase, live, copy);
    await cp(join(live, 'attachments'), join(copy, 'attachments'), { recursive: true });
    const later = await submit(first.base);
    await acknowledged(first, later);
    const before = await handedOver();

    await restore(databases[1] as FreshDatabase, copy);
    const second = await portalOn(databases[1], copy);
    let last = '';
    const clerk = openBrowser(second.base, (_path, _status, text) => (last = text));
    await send(clerk, await clerk.get('/amt'), { username: 'amt', password: 'musterstadt' }, '/anmelden');
    const shown = await clerk.get(`/amt/vorgang/${id}`);
    expect(shown.html.textContent).toContain('Zoë Müller');
    await clerk.get(shown.html.querySelector('a[href*="/anlage/"]')?.getAttribute('href') ?? '');
    expect(last).toBe(new TextDecoder().decode(paper.bytes));
    // What came after the backup is gone; what had been handed over before it stays one case.
    expect((await clerk.get(`/amt/vorgang/${later}`)).status).toBe(404);
    expect(await handedOver()).toEqual(before);
    // The restored portal goes on.
    await acknowledged(second, await submit(second.base));
    expect(await handedOver()).toHaveLength(before.length + 1);
  }, 120_000);
});
