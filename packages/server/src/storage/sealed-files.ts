import type { Readable, Writable } from 'node:stream';

/** Where sealed files lie: on disk or in an object storage. Ids are our own UUIDs, never a name from outside. */
export interface SealedFiles {
  /** For the log and figures. */
  readonly kind: 'disk' | 's3';
  /** Keeps what `fill` writes; nobody finds a part of it under the id in an object storage. @throws StoreError, or what `fill` throws */
  put(id: string, fill: (target: Writable) => Promise<void>): Promise<void>;
  /** @throws StoreError */
  get(id: string): Promise<Readable>;
  /** What is not there is removed already. @throws StoreError */
  remove(id: string): Promise<void>;
  /** Everything that lies there, and since when. @throws StoreError */
  list(): AsyncIterable<StoredFile>;
  /** Finds out whether files can be stored: an object storage by a small object that is put, read and removed. @throws StoreError */
  probe(): Promise<void>;
}

export interface StoredFile {
  readonly id: string;
  readonly storedAt: Date;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isFileId = (name: string): boolean => uuid.test(name);

export function checkFileId(id: string): string {
  if (!isFileId(id)) throw new Error('An attachment id is a UUID');
  return id;
}
