import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { StoreError } from './store-error.js';

/**
 * A new file with what `fill` writes to it, on disk when this ends. What was begun stays where it fails.
 *
 * @throws StoreError where the disk takes nothing; else what `fill` throws
 */
export async function writeNewFile(path: string, fill: (target: Writable) => Promise<void>): Promise<void> {
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  try {
    await fill(target);
  } catch (error) {
    // It may still be opening the file: who removes the file next must find it.
    if (!target.closed) await once(target, 'close');
    throw ofTheDisk(error)
      ? new StoreError('attachment-store-unavailable', `The disk takes no file (${error.code}).`, { cause: error })
      : error;
  }
}

const diskCalls = ['open', 'write', 'writev', 'fsync', 'close'];

/** A full disk, a folder that is gone; not a citizen who hung up. */
function ofTheDisk(error: unknown): error is { readonly code: string } {
  const { syscall } = error as { readonly syscall?: unknown };
  return error instanceof Error && typeof syscall === 'string' && diskCalls.includes(syscall);
}
