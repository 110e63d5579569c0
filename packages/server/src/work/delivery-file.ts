import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DeliveryFile } from '@serviceportal/portal-adapter';
import type { FileSecret } from '../applications/content.js';
import type { Office } from '../applications/office.js';

/** A file that we make. */
export function bytesFile(name: string, mediaType: string, purpose: DeliveryFile['purpose'], bytes: Buffer): DeliveryFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, mediaType, size: bytes.length, sha256, purpose, open: () => Readable.from([bytes]) };
}

interface Uploaded {
  readonly attachment: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** A file that the citizen uploaded; unsealed only while it is sent. */
export function uploadedFile(office: Office, { attachment, name, mediaType, size }: Uploaded, secret: FileSecret): DeliveryFile {
  const key = Buffer.from(secret.key, 'base64url');
  const open = (): Readable => office.files.read(attachment, key);
  return { name, mediaType, size, sha256: secret.sha256, purpose: 'attachment', open };
}
