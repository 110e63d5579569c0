import { createHash } from 'node:crypto';
import { DeliveryError } from '../contract/delivery.js';
import type { DeliveryFile } from '../contract/delivery.js';
import { errorCode } from './error-code.js';

/**
 * The bytes of a file, checked on the way: the last piece is held back until size and digest are known to be right, so that a
 * counterpart never gets a complete file that is not the one the citizen handed in.
 *
 * @throws DeliveryError `delivery-file-unreadable`, `delivery-file-changed`
 */
export async function* fileBytes(file: DeliveryFile): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let size = 0;
  let held: Buffer | undefined;
  for await (const chunk of opened(file)) {
    hash.update(chunk);
    size += chunk.length;
    if (size > file.size) break;
    if (held) yield held;
    held = chunk;
  }
  if (size !== file.size || hash.digest('hex') !== file.sha256) {
    throw new DeliveryError(
      'delivery-file-changed',
      'refused',
      `A file (${file.purpose}, ${file.size} bytes) is not what was submitted: size or digest differ. Restore it from the backup of the attachments.`,
    );
  }
  if (held) yield held;
}

async function* opened(file: DeliveryFile): AsyncGenerator<Buffer> {
  const stream = file.open();
  try {
    for await (const chunk of stream) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as Uint8Array);
  } catch (cause) {
    throw new DeliveryError(
      'delivery-file-unreadable',
      'unavailable',
      `A file (${file.purpose}, ${file.size} bytes) cannot be read from the store of attachments (${errorCode(cause) || 'no error code'}). Check that it is reachable.`,
    );
  } finally {
    stream.destroy();
  }
}
