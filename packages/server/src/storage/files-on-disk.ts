import { createReadStream } from 'node:fs';
import { mkdir, opendir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { hasCode } from './has-code.js';
import { checkFileId, isFileId } from './sealed-files.js';
import type { SealedFiles, StoredFile } from './sealed-files.js';
import { StoreError } from './store-error.js';
import { writeNewFile } from './write-file.js';

/** A disk with less left is full. */
const spareBytes = 50_000_000;

/** Files in a folder, which is made if need be. */
export async function filesOnDisk(folder: string): Promise<SealedFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (id: string): string => join(folder, checkFileId(id));
  return {
    kind: 'disk',
    put: (id, fill) => writeNewFile(pathOf(id), fill),
    async get(id) {
      const stream = createReadStream(pathOf(id));
      await once(stream, 'open').catch((error: unknown) => {
        throw asStoreError(error);
      });
      return stream;
    },
    remove: (id) => rm(pathOf(id), { force: true }).catch((error: unknown) => Promise.reject(asStoreError(error))),
    list: () => filesIn(folder),
    async probe() {
      const { bavail, bsize } = await statfs(folder).catch((error: unknown) => {
        throw asStoreError(error);
      });
      if (bavail * bsize < spareBytes) throw new StoreError('attachment-store-unavailable', 'The disk of the attachments folder is full.');
    },
  };
}

async function* filesIn(folder: string): AsyncGenerator<StoredFile> {
  for await (const { name } of await opendir(folder)) {
    if (!isFileId(name)) continue;
    const found = await stat(join(folder, name)).catch(() => null);
    // Removed meanwhile.
    if (found) yield { id: name, storedAt: found.mtime };
  }
}

function asStoreError(error: unknown): StoreError {
  if (hasCode(error, 'ENOENT')) return new StoreError('attachment-missing', 'The file is not in the attachments folder.', { cause: error });
  return new StoreError('attachment-store-unavailable', 'The attachments folder cannot be read.', { cause: error });
}
