import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { repository } from '@serviceportal/test-support';
import { openApplication } from '../applications/application.js';
import { barrierReports, reportBarrier } from '../applications/report-barrier.js';
import { fillAll, send, startSmallPortal } from '../small-portal.test-support.js';
import type { SmallPortal } from '../small-portal.test-support.js';
import { findApplication } from '../storage/applications.js';
import type { FreshDatabase } from '../storage/databases.test-support.js';
import { onEachDatabase } from '../storage/databases.test-support.js';
import { keysInFile, replaceKeys } from '../storage/key-file.js';
import { smallService } from '../small-service.test-support.js';
import { municipalityKey } from '../storage/municipality-key.js';
import { seal, unseal } from '../storage/sealing.js';
import { openReason, sealReason } from './reason.js';
import { rewrapAll } from './rewrap.js';

const many = 1000;

onEachDatabase('a rotation of the key', (freshDatabase) => {
  let fresh: FreshDatabase;
  let portal: SmallPortal;
  let data: string;
  let file: string;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'serviceportal-rotate-'));
    file = join(data, 'key');
    fresh = await freshDatabase();
    portal = await startSmallPortal({ environment: fresh.environment, data });
  });
  afterEach(async () => {
    await portal.close();
    await rm(data, { recursive: true, force: true });
    await fresh.drop();
  });

  const rows = () => portal.running.portal.office.database.selectFrom('applications').select(['id', 'wrapped_key']).orderBy('id').execute();

  async function submit(): Promise<string> {
    const { browser, page, id } = await fillAll(portal.base);
    await send(browser, page, {}, '/absenden');
    const { database } = portal.running.portal.office;
    for (let time = 0; time < 400 && (await findApplication(database, id))?.state !== 'received'; time++) await delay(25);
    return id;
  }

  async function manyApplications(): Promise<void> {
    const key = municipalityKey(file, undefined);
    const at = '2026-12-24T12:00:00.000Z';
    const row = (index: number) => {
      const id = `z${String(index).padStart(6, '0')}`;
      const empty = { sealed: Buffer.alloc(0), access_digest: '', code_digest: '', submitted_at: at, updated_at: at };
      const of = { package_key: 'probe', package_digest: smallService.digest, state: 'received' };
      return { id, reference: id, ...of, ...empty, wrapped_key: key.seal(randomBytes(32), id) };
    };
    const { database } = portal.running.portal.office;
    for (let from = 0; from < many; from += 500)
      await database
        .insertInto('applications')
        .values(Array.from({ length: 500 }, (_, index) => row(from + index)))
        .execute();
  }

  function rotate(): { readonly ended: Promise<unknown>; kill(): void; printed(): string } {
    const program = join(repository, 'packages/server/bin/serviceportal.js');
    const options = {
      env: { ...process.env, ...fresh.environment },
      stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'],
    };
    const child = spawn(process.execPath, [program, 'rotate-key', '--data', data, '--settle', '1'], options);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    return { ended: once(child, 'exit').then(([code]: unknown[]) => code), kill: () => child.kill('SIGKILL'), printed: () => text };
  }

  it('that is killed in the middle is taken up again, and the portal goes on meanwhile', async () => {
    const { office } = portal.running.portal;
    const first = await submit();
    await reportBarrier(office, { page: '/', description: 'Zu klein', contact: '', language: 'de' });
    await manyApplications();
    const delivery = await office.database.selectFrom('deliveries').selectAll().executeTakeFirstOrThrow();
    const reason = sealReason(office, delivery.id, 'Frau Müller fehlt');
    await office.database.updateTable('deliveries').set({ reason }).execute();
    const [older] = keysInFile(file);

    const killed = rotate();
    const sealedWith = async (key: Buffer): Promise<number> => (await rows()).filter((row) => unseal(row.wrapped_key, key, row.id)).length;
    for (let left = many + 1; left > many - 50 && left > 0; left = await sealedWith(older)) await delay(5);
    killed.kill();
    await killed.ended;
    const keys = keysInFile(file);
    expect(keys).toHaveLength(2);
    const left = await sealedWith(older);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(many);
    // Each is read, whichever key sealed it; what is new is sealed with the new one.
    const row = await findApplication(office.database, first);
    expect(row && (await openApplication(office, row)).content.answers).toMatchObject({ G1: { F1: 'Zoë Müller' } });
    const second = await submit();
    expect(unseal((await findApplication(office.database, second))?.wrapped_key ?? Buffer.alloc(0), keys[0], second)).not.toBeNull();

    const resumed = rotate();
    // A process that had sealed with the older key just before it saw the new one stores it late.
    await delay(300);
    const late = seal(randomBytes(32), older, 'z000001');
    await office.database.updateTable('applications').set({ wrapped_key: late }).where('id', '=', 'z000001').execute();
    expect(await resumed.ended).toBe(0);
    expect(resumed.printed()).toContain('taken up again');
    expect(keysInFile(file)).toEqual([keys[0]]);
    expect(await sealedWith(older)).toBe(0);
    expect(await sealedWith(keys[0])).toBe(many + 2);
    for (const id of [first, second]) {
      const found = await findApplication(office.database, id);
      expect(found && (await openApplication(office, found)).content.answers).toMatchObject({ G1: { F1: 'Zoë Müller' } });
    }
    const after = await office.database.selectFrom('deliveries').selectAll().where('id', '=', delivery.id).executeTakeFirstOrThrow();
    expect(openReason(office, after)).toBe('Frau Müller fehlt');
    expect((await barrierReports(office, false))[0]?.content?.description).toBe('Zu klein');
    expect((await readdir(data)).filter((name) => name.startsWith('key'))).toEqual(['key']);
  }, 120_000);

  it('says how many values none of the keys opens, and leaves them alone', async () => {
    const id = await submit();
    const { database } = portal.running.portal.office;
    const lost = seal(randomBytes(32), randomBytes(32), id);
    await database.updateTable('applications').set({ wrapped_key: lost }).where('id', '=', id).execute();
    expect(await rewrapAll(database, [randomBytes(32), ...keysInFile(file)])).toEqual({ rewrapped: 0, unreadable: 1 });
    expect((await findApplication(database, id))?.wrapped_key).toEqual(lost);
  });
});

it('is finished by the next call, where it was ended before the last trace of it went', async () => {
  const data = await mkdtemp(join(tmpdir(), 'serviceportal-rotate-'));
  const { rotateKeyInFile } = await import('./rotate-key.js');
  const { openDatabase } = await import('../storage/open-database.js');
  const database = await openDatabase(join(data, 'portal.sqlite'));
  const file = join(data, 'key');
  const key = randomBytes(32);
  replaceKeys(file, [key]);
  await writeFile(`${file}.next`, key.toString('hex'));
  await rotateKeyInFile(file, { database, settle: 0, say: () => undefined });
  expect(keysInFile(file)).toEqual([key]);
  await rotateKeyInFile(file, { database, settle: 0, say: () => undefined });
  expect(keysInFile(file)).not.toEqual([key]);
  await database.destroy();
  await rm(data, { recursive: true, force: true });
});

/** What is sealed with the municipality's key has to be known to `rewrap.ts`, or be short-lived (a cookie). */
it('knows of every place where something is sealed with the key itself', () => {
  const source = join(repository, 'packages/server/src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test|\.test-support)\.ts$/.test(name));
  const sealing = files.filter((name) => /\bkey\.seal\(/.test(readFileSync(join(source, name), 'utf8')));
  expect(sealing.sort()).toEqual([
    'applications/prefill/pending-sign-in.ts',
    'applications/report-barrier.ts',
    'applications/submit.ts',
    'work/reason.ts',
  ]);
});
