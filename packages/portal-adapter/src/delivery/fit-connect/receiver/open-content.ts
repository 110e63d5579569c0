import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DeliveryFile } from '../../../contract/delivery.js';
import { openedStream, UnopenableJwe } from '../encryption/opened-stream.js';
import type { Opened, PrivateKeys } from '../encryption/opened-stream.js';
import type { MetadataAttachment } from '../metadata/schema.js';
import { Rejection } from './rejection.js';

/** Something small, opened and held. */
export interface OpenedBytes extends Opened {
  readonly bytes: Buffer;
}

/** @param instance what a rejection names; @throws Rejection, UnopenableJwe of the kind `key` */
export async function openBytes(jwe: string, keys: PrivateKeys, maxBytes: number, instance: string): Promise<OpenedBytes> {
  const pieces: Buffer[] = [];
  let opened: Opened | undefined;
  try {
    for await (const piece of openedStream(whole(jwe), keys, maxBytes, (found) => (opened = found))) pieces.push(piece);
  } catch (error) {
    throw rejectionOf(error, instance);
  }
  if (!opened) throw new Error('A JWE was read to its end without one.');
  return { ...opened, bytes: Buffer.concat(pieces) };
}

export interface OpenedAttachment {
  readonly file: DeliveryFile;
  /** By id of what was uploaded. */
  readonly tags: Readonly<Record<string, string>>;
}

export interface AttachmentSource {
  readonly keys: PrivateKeys;
  readonly maxBytes: number;
  /** Folder that nobody else reads. */
  readonly folder: string;
  download(id: string): AsyncIterable<Buffer>;
}

/** Opens an attachment into a file. What is not authentic, or not what the metadata say, is never handed on. @throws Rejection */
export async function openAttachment(attachment: MetadataAttachment, source: AttachmentSource): Promise<OpenedAttachment> {
  const { attachmentId, fragments, filename, mimeType, purpose } = attachment;
  const instance = `attachment:${attachmentId}`;
  const path = join(source.folder, attachmentId);
  const [sha512, sha256] = [createHash('sha512'), createHash('sha256')];
  const tags: Record<string, string> = {};
  let size = 0;
  async function* content(): AsyncGenerator<Buffer> {
    for (const id of fragments ?? [attachmentId]) {
      const left = source.maxBytes - size;
      for await (const piece of openedStream(source.download(id), source.keys, left, ({ tag }) => (tags[id] = tag))) {
        size += piece.length;
        sha512.update(piece);
        sha256.update(piece);
        yield piece;
      }
    }
  }
  try {
    await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    throw rejectionOf(error, instance);
  }
  if (sha512.digest('hex') !== attachment.hash.content) throw new Rejection('hash-mismatch', instance, 'Der Hash einer Anlage stimmt nicht mit den Metadaten überein.'); // prettier-ignore
  const file: DeliveryFile = {
    name: filename ?? attachmentId,
    mediaType: mimeType,
    size,
    sha256: sha256.digest('hex'),
    purpose: purpose === 'form' ? 'form' : purpose === 'attachment' ? 'attachment' : 'data',
    open: () => createReadStream(path),
  };
  return { file, tags };
}

function rejectionOf(error: unknown, instance: string): unknown {
  if (!(error instanceof UnopenableJwe) || error.kind === 'key') return error;
  return new Rejection('encryption-issue', instance, `Der Inhalt kann nicht geöffnet werden: ${error.message}`);
}

async function* whole(text: string): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(text, 'latin1'));
}
