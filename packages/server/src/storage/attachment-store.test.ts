import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bufferMegabytesAbove } from '@serviceportal/portal-adapter/contract-suite';
import { openAttachments } from '../open-attachments.js';
import type { AttachmentStore } from './attachment-store.js';
import { filesInS3 } from './files-in-s3.js';
import { s3Configuration } from './s3-configuration.js';
import type { S3Configuration } from './s3-configuration.js';
import type { StoredFile } from './sealed-files.js';
import { startS3 } from './s3.test-support.js';
import type { RunningS3 } from './s3.test-support.js';

const logged: unknown[] = [];
const log = { error: (entry: unknown) => void logged.push(entry) };
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

let folder: string;
let s3: RunningS3;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serviceportal-store-'));
  s3 = await startS3();
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const kinds = [
  { name: 'on disk', environment: () => ({}), large: true },
  { name: 'in object storage', environment: () => s3.environment, large: true },
  // The way of the bytes is the same with a prefix.
  {
    name: 'in object storage under a prefix',
    environment: () => ({ ...s3.environment, SERVICEPORTAL_S3_PREFIX: 'stadt/portal/' }),
    large: false,
  },
];

describe.each(kinds)('attachments $name', ({ environment, large }) => {
  let store: AttachmentStore;
  beforeAll(async () => {
    store = await openAttachments(folder, environment(), log);
  });
  const key = randomBytes(32);
  const readAll = async (id: string): Promise<Buffer> => Buffer.concat(await store.read(id, key).toArray());
  const ids = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const { id } of store.list()) found.push(id);
    return found.sort();
  };

  it.each([0, 1, 65_536, 3_000_000])('come out as they went in: %i bytes', async (size) => {
    const id = randomUUID();
    const plain = randomBytes(size);
    const written = await store.write(id, key, Readable.from([plain]));
    expect(written).toEqual({ size, sha256: sha256(plain), head: plain.subarray(0, 4100) });
    expect((await readAll(id)).equals(plain)).toBe(true);
    await store.remove(id);
  });

  it('are listed with the time since when they are there', async () => {
    const many = Array.from({ length: 3 }, () => randomUUID());
    const before = Date.now();
    for (const id of many) await store.write(id, key, Readable.from([Buffer.from('x')]));
    expect(await ids()).toEqual([...many].sort());
    for await (const { storedAt } of store.list()) expect(Math.abs(storedAt.getTime() - before)).toBeLessThan(60_000);
    for (const id of many) await store.remove(id);
    expect(await ids()).toEqual([]);
  });

  it('are gone when they are removed, and removing them again is no mistake', async () => {
    const id = randomUUID();
    await store.write(id, key, Readable.from([Buffer.from('x')]));
    await store.remove(id);
    await store.remove(id);
    await expect(readAll(id)).rejects.toMatchObject({ code: 'attachment-missing' });
  });

  it('never open with another key, nor under a name from outside', async () => {
    const id = randomUUID();
    await store.write(id, key, Readable.from([Buffer.from('x')]));
    await expect(store.read(id, randomBytes(32)).toArray()).rejects.toThrow();
    await expect(store.write('../../etc/passwd', key, Readable.from([]))).rejects.toThrow('UUID');
    await store.remove(id);
  });

  it('that break off while they arrive fail with what broke them', async () => {
    const id = randomUUID();
    const broken = Readable.from(
      (async function* () {
        yield randomBytes(100_000);
        await Promise.resolve();
        throw new Error('hung up');
      })(),
    );
    await expect(store.write(id, key, broken)).rejects.toThrow('hung up');
    await store.remove(id);
    expect(await ids()).toEqual([]);
  });

  if (!large) return;

  it('are never whole in memory', async () => {
    const id = randomUUID();
    const piece = randomBytes(1_000_000);
    const pieces = 80;
    const source = Readable.from(Array.from({ length: pieces }, () => piece));
    // The object storage of the test lives in this process, with buffers of its own.
    const above = await bufferMegabytesAbove(48, async () => {
      expect((await store.write(id, key, source)).size).toBe(pieces * piece.length);
      let size = 0;
      for await (const chunk of store.read(id, key)) size += (chunk as Buffer).length;
      expect(size).toBe(pieces * piece.length);
    });
    expect(above).toBeLessThan(8);
    await store.remove(id);
  });
});

describe('an object storage', () => {
  const key = randomBytes(32);
  const open = (changes: Readonly<Record<string, string>> = {}) => openAttachments(folder, { ...s3.environment, ...changes }, log);

  it('that goes away says so, keeps nothing half, and works when it is back', async () => {
    const store = await open();
    const id = randomUUID();
    await store.write(id, key, Readable.from([Buffer.from('x')]));
    s3.cut();
    const unavailable = { code: 'attachment-store-unavailable', message: expect.stringContaining('127.0.0.1') };
    await expect(store.read(id, key).toArray()).rejects.toMatchObject(unavailable);
    const lost = randomUUID();
    await expect(store.write(lost, key, Readable.from([Buffer.from('y')]))).rejects.toMatchObject(unavailable);
    await expect(store.remove(id)).rejects.toMatchObject(unavailable);
    logged.length = 0;
    await open();
    expect(logged).toEqual([{ code: 'attachment-store-unavailable', reason: expect.any(String) }]);
    s3.mend();
    expect(Buffer.concat(await store.read(id, key).toArray()).toString()).toBe('x');
    await expect(store.read(lost, key).toArray()).rejects.toMatchObject({ code: 'attachment-missing' });
    expect(await readdir(join(folder, 'spool'))).toEqual([]);
    await store.remove(id);
  });

  it('lists more than one answer holds', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const asked: string[] = [];
    // As in the Amazon S3 API Reference, ListObjectsV2.
    const page = (key: string, end: string) =>
      `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name>${end}` +
      `<Contents><Key>${key}</Key><LastModified>2026-12-24T12:00:00.000Z</LastModified><ETag>&quot;x&quot;</ETag></Contents></ListBucketResult>`;
    const server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const more = '<IsTruncated>true</IsTruncated><NextContinuationToken>1/a+b==</NextContinuationToken>';
      response.end(url.includes('continuation-token') ? page(second, '<IsTruncated>false</IsTruncated>') : page(first, more));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const configuration = s3Configuration({ ...s3.environment, SERVICEPORTAL_S3_ENDPOINT: endpoint }) as S3Configuration;
    const found: StoredFile[] = [];
    for await (const file of (await filesInS3(configuration, join(folder, 'spool'))).list()) found.push(file);
    server.close();
    const storedAt = new Date('2026-12-24T12:00:00Z');
    expect(found).toEqual([
      { id: first, storedAt },
      { id: second, storedAt },
    ]);
    expect(new URL(asked[1] ?? '', endpoint).searchParams.get('continuation-token')).toBe('1/a+b==');
  });

  it('that sends us elsewhere is not asked again, and says what to look at', async () => {
    let asked = 0;
    // As Amazon S3 answers where a bucket is in another region.
    const server = createServer((request, response) => {
      asked++;
      request.resume().on('end', () => response.writeHead(301, { location: 'http://127.0.0.1:9/' }).end());
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(open({ SERVICEPORTAL_S3_ENDPOINT: endpoint })).rejects.toMatchObject({
      code: 'attachment-store-unusable',
      message: expect.stringMatching(/127\.0\.0\.1:\d+ sends us elsewhere: check its address and region/),
    });
    expect(asked).toBe(1);
    server.close();
  });

  it('that does not let us in stops the start, and says what to look at without the keys', async () => {
    const wrong = await open({ SERVICEPORTAL_S3_SECRET_KEY: 'falsches-geheimnis' }).catch((error: unknown) => error);
    expect(wrong).toMatchObject({ code: 'attachment-store-unusable', message: expect.stringContaining('SignatureDoesNotMatch') });
    expect(String(wrong)).not.toContain('geheimnis');
    await expect(open({ SERVICEPORTAL_S3_BUCKET: 'andere' })).rejects.toMatchObject({ message: expect.stringContaining('NoSuchBucket') });
  });

  it.each([
    [{ SERVICEPORTAL_S3_BUCKET: '' }, /SERVICEPORTAL_S3_BUCKET: expected is the name of the bucket/],
    [{ SERVICEPORTAL_S3_ENDPOINT: 's3.example.de' }, /SERVICEPORTAL_S3_ENDPOINT: .*https:/],
    [{ SERVICEPORTAL_S3_PATH_STYLE: 'ja' }, /"true" or "false"/],
    [{ SERVICEPORTAL_S3_PREFIX: '../x' }, /portal\//],
    [{ SERVICEPORTAL_S3_ACCES_KEY: 'x' }, /SERVICEPORTAL_S3_ACCES_KEY: there is no such setting/],
  ])('that is configured wrongly (%o) is refused with what is expected', async (changes, message) => {
    await expect(open(changes as Readonly<Record<string, string>>)).rejects.toMatchObject({
      code: 'configuration-invalid',
      message: expect.stringMatching(message),
    });
  });
});
