import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { deleteAttachments, reserveAttachment, resizeAttachment, uploadsOf } from '../storage/attachments.js';
import { PortalError } from '../security/portal-error.js';
import { StoreError } from '../storage/store-error.js';
import type { FileSecret } from './content.js';
import type { Office } from './office.js';
import { removeFiles } from './remove-files.js';

/** Most files that are kept for one application, and what they may weigh together. */
const room = { files: 100, bytes: 200_000_000 };

/** A file that was received and sealed on disk, not yet an answer. */
export interface Upload {
  /** Input name: the instance of the question. */
  readonly input: string;
  readonly attachment: string;
  /** As the browser gave it. */
  readonly name: string;
  readonly size: number;
  /** The first bytes, from which the type is recognised. */
  readonly head: Buffer;
  readonly secret: FileSecret;
  /** More came than is allowed; the rest was not kept. */
  readonly tooLarge: boolean;
  /** The place where files lie took none just now. */
  readonly unstored: boolean;
}

export interface IncomingFile {
  readonly input: string;
  readonly name: string;
  readonly stream: Readable;
}

/**
 * Seals a file of at most `limit` bytes on disk as `attachment`. What goes beyond is read and dropped, so that the rest of the
 * post is read too. @throws PortalError `too-many-files` where the application may take no more
 */
export async function receiveUpload(
  office: Office,
  applicationId: string,
  attachment: string,
  file: IncomingFile,
  limit: number,
): Promise<Upload> {
  const key = office.random.bytes(32);
  let received = 0;
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      done(null, received > limit ? undefined : chunk);
    },
  });
  // Noted first, and as large as it may become: a file that is left behind by a crash is deleted with its draft, and posts at
  // the same moment do not take more room together than there is.
  const created = office.clock.now().toISOString();
  const row = { id: attachment, application_id: applicationId, size: limit, created_at: created };
  if (!(await reserveAttachment(office.database, row, room))) {
    throw new PortalError('too-many-files', 413, 'The draft holds as many files as are allowed');
  }
  const source = file.stream;
  if (source.errored) bounded.destroy(source.errored);
  source.on('error', (error) => bounded.destroy(error));
  const written = await office.files.write(attachment, key, source.pipe(bounded)).catch((error: unknown) => {
    if (!(error instanceof StoreError)) throw error;
    // The rest of the post is read, too.
    source.resume();
    return null;
  });
  const { size, sha256, head } = written ?? { size: 0, sha256: '', head: Buffer.alloc(0) };
  await resizeAttachment(office.database, attachment, size);
  const secret = { key: Buffer.from(key).toString('base64url'), sha256 };
  return { input: file.input, attachment, name: file.name, size, head, secret, tooLarge: received > limit, unstored: written === null };
}

export async function dropUploads(office: Office, attachments: readonly string[]): Promise<void> {
  await deleteAttachments(office.database, attachments);
  await removeFiles(office.files, attachments);
}

/** Deletes the uploads of an application that no answer names. */
export async function dropUnnamedFiles(office: Office, applicationId: string, named: readonly string[]): Promise<void> {
  const kept = await uploadsOf(office.database, applicationId);
  await dropUploads(
    office,
    kept.map(({ id }) => id).filter((id) => !named.includes(id)),
  );
}
