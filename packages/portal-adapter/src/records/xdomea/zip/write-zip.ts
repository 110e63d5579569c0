import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of an archive; opened when its turn comes. */
export interface ZipEntry {
  readonly name: string;
  open(): AsyncIterable<Buffer>;
}

/** The bytes of a ZIP archive, a file after the other, never a whole one in the memory. @throws what reading a file throws */
export async function* zipBytes(entries: readonly ZipEntry[], modified: Date): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  for (const { name, open } of entries) {
    // Deflated also where it does not pay: some readers cannot take stored entries whose size follows them.
    const options = { mtime: modified, mode: 0o100600, compress: true, forceDosTimestamp: true };
    zip.addReadStreamLazy(name, options, (give) => {
      const stream = Readable.from(open(), { objectMode: false });
      stream.on('error', (error) => output.destroy(error));
      give(null, stream);
    });
  }
  zip.end();
  for await (const piece of output) yield piece as Buffer;
}
