import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

/** What is in an archive, by name. */
export async function unzip(path: string): Promise<Map<string, Buffer>> {
  const zip = await promisify<string, object, ZipFile>(yauzl.open)(path, { lazyEntries: true, autoClose: false });
  const files = new Map<string, Buffer>();
  const end = new Promise((resolve, reject) => zip.once('end', resolve).once('error', reject));
  zip.on('entry', (entry: Entry) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) throw error;
      void buffer(stream).then((bytes) => {
        files.set(entry.fileName, bytes);
        zip.readEntry();
      });
    });
  });
  zip.readEntry();
  await end;
  zip.close();
  return files;
}
