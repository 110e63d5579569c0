import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { open } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

/** The file is no archive that is read: broken, too many entries, or one that unpacks to more than allowed. Quotes nothing. */
export class UnreadableZip extends Error {
  override readonly name = 'UnreadableZip';
}

const mostEntries = 2000;

/** An archive that came from elsewhere. */
export interface ReadZip {
  /** Plain file names, as the archive has them. */
  readonly names: readonly string[];
  /** The bytes of one entry, at most so many. @throws UnreadableZip */
  bytes(name: string, most: number): AsyncGenerator<Buffer>;
  close(): void;
}

/** @throws UnreadableZip; the file system's errors as they are */
export async function openZip(path: string): Promise<ReadZip> {
  // Names with `..`, absolute paths and backslashes are refused, as are entries whose sizes are not what they say.
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true, decodeStrings: true };
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    open(path, options, (error, opened) => (error ? reject(unreadable(error)) : resolve(opened))),
  );
  const entries = new Map<string, Entry>();
  try {
    await collect(zip, entries);
  } catch (error) {
    zip.close();
    throw unreadable(error);
  }
  return {
    names: [...entries.keys()],
    async *bytes(name, most) {
      const entry = entries.get(name);
      if (!entry || entry.uncompressedSize > most) throw new UnreadableZip(entry ? 'an entry is too large' : 'an entry is missing');
      try {
        const stream = await new Promise<Readable>((resolve, reject) =>
          zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
        );
        yield* stream as AsyncIterable<Buffer>;
      } catch (error) {
        throw unreadable(error);
      }
    },
    close: () => zip.close(),
  };
}

function collect(zip: ZipFile, entries: Map<string, Entry>): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= mostEntries || entries.has(entry.fileName))
        return reject(new UnreadableZip('too many entries, or two of one name'));
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function unreadable(error: unknown): Error {
  const isSystem = error instanceof Error && 'code' in error && typeof error.code === 'string' && !error.code.startsWith('Z_');
  if (error instanceof UnreadableZip || isSystem) return error;
  return new UnreadableZip('not a ZIP archive, or damaged');
}

/** All of it as text. @throws UnreadableZip */
export async function textOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
}

/** Size and lower-case hex SHA-256. @throws UnreadableZip */
export async function digestOf(pieces: AsyncIterable<Buffer>): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    size += piece.length;
  }
  return { size, sha256: hash.digest('hex') };
}
