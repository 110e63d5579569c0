import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sealStream, unsealStream } from './sealed-file.js';

interface StoredFile {
  readonly size: number;
  /** Lower-case hex digest of the plain bytes. */
  readonly sha256: string;
  /** The first bytes, from which the type is recognised. */
  readonly head: Buffer;
}

/** Uploaded files on disk, each sealed with a key of its own. Ids are our own UUIDs, never a name from outside. */
export interface AttachmentStore {
  write(id: string, key: Uint8Array, source: Readable): Promise<StoredFile>;
  read(id: string, key: Uint8Array): Readable;
  remove(id: string): Promise<void>;
}

const headBytes = 4100;

export async function openAttachmentStore(folder: string): Promise<AttachmentStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (id: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('An attachment id is a UUID');
    return join(folder, id);
  };
  return {
    async write(id, key, source) {
      const digest = createHash('sha256');
      let size = 0;
      let head = Buffer.alloc(0);
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          digest.update(chunk);
          size += chunk.length;
          if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
          done(null, chunk);
        },
      });
      // `flush`: on disk before the answers name it.
      const target = createWriteStream(pathOf(id), { flags: 'wx', mode: 0o600, flush: true });
      try {
        await pipeline(source, measure, sealStream(key), target);
      } catch (error) {
        // It may still be opening the file: who removes the file next must find it.
        if (!target.closed) await once(target, 'close');
        throw error;
      }
      return { size, sha256: digest.digest('hex'), head };
    },
    read(id, key) {
      const plain = new PassThrough();
      pipeline(createReadStream(pathOf(id)), unsealStream(key), plain).catch((error: unknown) => {
        plain.destroy(error instanceof Error ? error : new Error('The file cannot be read'));
      });
      return plain;
    },
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}
