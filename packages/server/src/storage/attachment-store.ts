import { createHash } from 'node:crypto';
import { PassThrough, Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sealStream, unsealStream } from './sealed-file.js';
import type { SealedFiles } from './sealed-files.js';

interface WrittenFile {
  readonly size: number;
  /** Lower-case hex digest of the plain bytes. */
  readonly sha256: string;
  /** The first bytes, from which the type is recognised. */
  readonly head: Buffer;
}

/** Uploaded files, each sealed with a key of its own before it leaves this process. They stream both ways, never whole in memory. */
export interface AttachmentStore extends Pick<SealedFiles, 'kind' | 'remove' | 'list' | 'probe'> {
  /** @throws StoreError, or what reading the source throws */
  write(id: string, key: Uint8Array, source: Readable): Promise<WrittenFile>;
  /** The stream fails with a StoreError where the store does not give the file. */
  read(id: string, key: Uint8Array): Readable;
}

const headBytes = 4100;

export function attachmentStore(files: SealedFiles): AttachmentStore {
  return {
    kind: files.kind,
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
      await files.put(id, (target) => pipeline(source, measure, sealStream(key), target));
      return { size, sha256: digest.digest('hex'), head };
    },
    read(id, key) {
      const plain = new PassThrough();
      const unsealed = async (): Promise<void> => pipeline(await files.get(id), unsealStream(key), plain);
      unsealed().catch((error: unknown) => {
        plain.destroy(error instanceof Error ? error : new Error('The file cannot be read'));
      });
      return plain;
    },
    remove: (id) => files.remove(id),
    list: () => files.list(),
    probe: () => files.probe(),
  };
}
