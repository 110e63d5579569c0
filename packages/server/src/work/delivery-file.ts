import { createHash } from 'node:crypto';
import type { DeliveryFile } from '@serviceportal/portal-adapter';
import type { FileSecret } from '../applications/content.js';

/** A file as it stands in the content of a delivery: everything but its bytes, which lie in the attachment store. */
export interface SentFile extends Pick<DeliveryFile, 'name' | 'mediaType' | 'size' | 'sha256' | 'purpose'>, FileSecret {
  /** Id in the attachment store. */
  readonly attachment: string;
}

/** A file that we have just made. */
export interface MadeFile extends Omit<SentFile, 'attachment' | 'key'> {
  readonly bytes: Buffer;
}

export type BuiltFile = SentFile | MadeFile;

export function madeFile(name: string, mediaType: string, purpose: DeliveryFile['purpose'], bytes: Buffer): MadeFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, mediaType, size: bytes.length, sha256, purpose, bytes };
}

interface Uploaded {
  readonly attachment: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** A file that the citizen uploaded: it is there already, and is only referred to. */
export const uploadedFile = ({ attachment, name, mediaType, size }: Uploaded, { key, sha256 }: FileSecret): SentFile => ({
  name,
  mediaType,
  size,
  sha256,
  purpose: 'attachment',
  attachment,
  key,
});
