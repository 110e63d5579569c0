import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import type { Writable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import type { S3Configuration } from './s3-configuration.js';
import { listedObjects } from './s3-list.js';
import { askS3 } from './s3-requests.js';
import { checkFileId, isFileId } from './sealed-files.js';
import type { SealedFiles, StoredFile } from './sealed-files.js';
import { StoreError } from './store-error.js';
import { writeNewFile } from './write-file.js';

/**
 * Objects in a bucket, one a file. S3 wants to know how long an object is before it comes, so that each is written to `spool` first, sealed,
 * and sent in one request: it is there as a whole or not at all (ADR 0089).
 */
export async function filesInS3(configuration: S3Configuration, spool: string): Promise<SealedFiles> {
  await mkdir(spool, { recursive: true, mode: 0o700 });
  await removeLeftovers(spool);
  // One for as long as this process lives: what a probe that broke off has left, the next one removes.
  const probeId = randomUUID();
  const keyOf = (id: string): string => configuration.prefix + checkFileId(id);
  const files: SealedFiles = {
    kind: 's3',
    async put(id, fill) {
      const key = keyOf(id);
      const spooled = join(spool, id);
      try {
        const sha256 = await writeSpool(spooled, fill);
        const { size } = await stat(spooled);
        const open = () => Readable.toWeb(createReadStream(spooled)) as ReadableStream;
        await discard(await askS3(configuration, { method: 'PUT', key, body: { open, size, sha256 } }));
      } finally {
        await rm(spooled, { force: true });
      }
    },
    async get(id) {
      const { body } = await askS3(configuration, { method: 'GET', key: keyOf(id) });
      return Readable.fromWeb((body ?? new ReadableStream()) as WebStream);
    },
    async remove(id) {
      await discard(await askS3(configuration, { method: 'DELETE', key: keyOf(id) }));
    },
    list: () => objects(configuration),
    async probe() {
      const id = probeId;
      const written = randomUUID();
      await files.put(id, (target) => pipeline(Readable.from([Buffer.from(written)]), target));
      const found = Buffer.concat(await (await files.get(id)).toArray()).toString();
      await files.remove(id);
      if (found !== written)
        throw new StoreError('attachment-store-refused', 'The object storage gives back something else than it was given.');
    },
  };
  return files;
}

// No upload takes as long.
const leftoverMilliseconds = 3_600_000;

/** What a process left that was killed while it wrote or sent. */
async function removeLeftovers(spool: string): Promise<void> {
  for (const name of await readdir(spool)) {
    const path = join(spool, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > leftoverMilliseconds) await rm(path, { force: true });
  }
}

/** Returns the digest of what was written. */
async function writeSpool(path: string, fill: (target: Writable) => Promise<void>): Promise<string> {
  const digest = createHash('sha256');
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      done(null, chunk);
    },
  });
  await writeNewFile(path, async (target) => {
    const written = pipeline(measure, target);
    await Promise.all([fill(measure), written]);
  });
  return digest.digest('hex');
}

/** What was not read would keep its connection. */
const discard = (response: Response): Promise<void> => response.body?.cancel() ?? Promise.resolve();

async function* objects(configuration: S3Configuration): AsyncGenerator<StoredFile> {
  const { prefix } = configuration;
  let next: string | null = null;
  do {
    const query: Record<string, string> = {
      'list-type': '2',
      ...(prefix && { prefix }),
      ...(next !== null && { 'continuation-token': next }),
    };
    const page = listedObjects(await (await askS3(configuration, { method: 'GET', query })).text());
    for (const { key, lastModified } of page.objects) {
      const id = key.slice(prefix.length);
      if (isFileId(id)) yield { id, storedAt: lastModified };
    }
    next = page.next;
  } while (next !== null);
}
