import { readFile, stat } from 'node:fs/promises';
import { errorCode } from '../../../delivery/error-code.js';
import { openZip, textOf, UnreadableZip } from '../zip/read-zip.js';
import { unusable } from './appraisal.js';

/** Bytes; some 400 for each case. */
const largest = 50_000_000;

/**
 * The text of an archive's answer, from a message (ZIP with one XML, as xdomea 3.0.0 has it) or from the XML alone.
 *
 * @throws DeliveryError `xdomea-appraisal-unusable`
 */
export async function readAppraisal(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > largest) throw unusable('is too large');
    return path.toLowerCase().endsWith('.zip') ? await fromZip(path) : await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UnreadableZip) throw unusable(`cannot be unpacked: ${error.message}`);
    if (errorCode(error)) throw unusable(`cannot be read (${errorCode(error)}): ${path}`);
    throw error;
  }
}

async function fromZip(path: string): Promise<string> {
  const zip = await openZip(path);
  try {
    const [name, ...others] = zip.names.filter((entry) => entry.toLowerCase().endsWith('.xml'));
    if (name === undefined || others.length > 0) throw unusable('must hold one XML file');
    return await textOf(zip.bytes(name, largest));
  } finally {
    zip.close();
  }
}
