import { chmod, mkdir, open, rename } from 'node:fs/promises';
import { errorCode } from '../error-code.js';

/** Octal, as `chmod` takes them. */
export interface Modes {
  readonly file: number;
  readonly folder: number;
}

/** A folder with exactly this mode, whatever the umask. */
export async function makeFolder(path: string, mode: number): Promise<void> {
  await mkdir(path, { mode });
  await chmod(path, mode);
}

/** Writes a new file and returns when it is on the disk. */
export async function writeDurably(
  path: string,
  content: AsyncIterable<Buffer> | Buffer,
  mode: number,
  signal?: AbortSignal,
): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.chmod(mode);
    for await (const piece of Buffer.isBuffer(content) ? [content] : content) {
      signal?.throwIfAborted();
      await file.writeFile(piece);
    }
    signal?.throwIfAborted();
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes new names in a folder survive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(orElseUnsupported);
  try {
    await folder?.sync().catch(orElseUnsupported);
  } finally {
    await folder?.close();
  }
}

// Windows and some network file systems do not sync folders.
function orElseUnsupported(error: unknown): undefined {
  if (['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP'].includes(errorCode(error))) return undefined;
  throw error;
}

/**
 * Renames a folder. Never onto a folder with content.
 *
 * @returns `taken`: the new name exists already; `gone`: the old name does not exist (any more)
 */
export async function renameFolder(from: string, to: string): Promise<'renamed' | 'taken' | 'gone'> {
  try {
    await rename(from, to);
    return 'renamed';
  } catch (error) {
    const code = errorCode(error);
    if (['ENOTEMPTY', 'EEXIST'].includes(code)) return 'taken';
    if (code === 'ENOENT') return 'gone';
    throw error;
  }
}
