import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openAttachments } from '../open-attachments.js';
import type { AttachmentStore } from '../storage/attachment-store.js';
import { openDatabase } from '../storage/open-database.js';
import type { Database } from '../storage/open-database.js';
import { claimJob } from '../storage/periodic-jobs.js';
import { aDraft, anApplication, keepSmallService } from '../storage/rows.test-support.js';
import { insertDraft } from '../storage/drafts.js';
import { startS3 } from '../storage/s3.test-support.js';
import type { RunningS3 } from '../storage/s3.test-support.js';
import { removeLeftovers } from './leftover-files.js';

let folder: string;
let database: Database;
let s3: RunningS3 | null;
beforeEach(async () => {
  s3 = null;
  folder = await mkdtemp(join(tmpdir(), 'serviceportal-leftovers-'));
  database = await openDatabase(join(folder, 'portal.sqlite'));
});
afterEach(async () => {
  await database.destroy();
  await s3?.close();
  await rm(folder, { recursive: true, force: true });
});

const tomorrow = (): Date => new Date(Date.now() + 25 * 3_600_000);
const log = { error: () => undefined };

async function keep(files: AttachmentStore, applicationId: string | null): Promise<string> {
  const id = randomUUID();
  await files.write(id, randomBytes(32), Readable.from([Buffer.from('x')]));
  const row = { id, size: 1, created_at: new Date().toISOString() };
  if (applicationId !== null)
    await database
      .insertInto('attachments')
      .values({ ...row, application_id: applicationId })
      .execute();
  return id;
}

async function stored(files: AttachmentStore): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of files.list()) ids.push(id);
  return ids.sort();
}

describe.each(['disk', 's3'] as const)('files that nothing knows of on %s', (kind) => {
  it('go after a day; those of drafts and applications stay', async () => {
    if (kind === 's3') s3 = await startS3();
    const files = await openAttachments(folder, s3?.environment ?? {}, log);
    await keepSmallService(database);
    await anApplication(database, 'a');
    await insertDraft(database, aDraft('d'));
    const known = [await keep(files, 'a'), await keep(files, 'd')];
    // Uploaded and never committed; of a draft that went while its file was being written.
    const unknown = [await keep(files, null), await keep(files, 'gone')];
    expect(await removeLeftovers({ database, files, clock: { now: () => new Date() } })).toBe(0);
    expect(await stored(files)).toHaveLength(4);
    expect(await removeLeftovers({ database, files, clock: { now: tomorrow } })).toBe(unknown.length);
    expect(await stored(files)).toEqual(known.sort());
  });
});

it('stay where most are unknown: the database is another one than that of the files', async () => {
  const files = await openAttachments(folder, {}, log);
  await keepSmallService(database);
  await anApplication(database, 'a');
  for (let file = 0; file < 10; file++) await keep(files, 'a');
  const other = Array.from({ length: 21 }, () => keep(files, null));
  await Promise.all(other);
  await expect(removeLeftovers({ database, files, clock: { now: tomorrow } })).rejects.toThrow(/knows 10 of the stored files and 21 not/);
  expect(await stored(files)).toHaveLength(31);
});

it('is looked for once a day, by whichever process comes first', async () => {
  const claim = (now: string, since: string) => claimJob(database, 'leftover-files', `2026-12-${now}Z`, `2026-12-${since}Z`);
  expect(await claim('24T12:00:00.000', '23T12:00:00.000')).toBe(true);
  expect(await claim('24T12:00:01.000', '23T12:00:01.000')).toBe(false);
  expect(await claim('25T12:00:01.000', '24T12:00:01.000')).toBe(true);
  expect(await claim('25T12:00:02.000', '24T12:00:02.000')).toBe(false);
});
