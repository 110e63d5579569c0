import { createHash } from 'node:crypto';
import { DeliveryError } from '../../contract/delivery.js';
import type { DeliveryContext, DeliveryFile, StepContext } from '../../contract/delivery.js';
import { fileBytes } from '../file-bytes.js';
import type { Content, PlannedAttachment } from './content.js';
import { portions } from './encryption/pieces.js';
import { sealedStream } from './encryption/sealed-stream.js';
import type { Recipient, SealedStream } from './encryption/sealed-stream.js';
import type { AnnouncedProgress, AttachmentProgress } from './progress.js';
import type { FitConnectService } from './service.js';

/** Uploads every attachment that is not there yet, and keeps its tags before it begins the next. @throws DeliveryError */
export async function uploadAttachments(
  service: FitConnectService,
  content: Content,
  learned: AnnouncedProgress,
  context: StepContext,
): Promise<AnnouncedProgress> {
  const { recipient } = await service.destinations.open(learned.destinationId, context);
  let progress = learned;
  for (const [index, planned] of content.attachments.entries()) {
    const attachment = progress.attachments[index];
    if (attachment?.sha256 !== undefined && attachment.sha256 !== planned.file.sha256) throw changed(planned.file);
    if (!attachment || attachment.uploaded) continue;
    const uploaded = await upload(service, recipient, planned, attachment, progress.submissionId, context);
    progress = { ...progress, attachments: progress.attachments.with(index, { ...attachment, uploaded }) };
    await context.keep(progress);
  }
  return progress;
}

/** Also after an attempt that broke off: an upload takes the place of the one before. */
async function upload(
  service: FitConnectService,
  recipient: Recipient,
  { file, mimeType }: PlannedAttachment,
  { parts }: AttachmentProgress,
  submissionId: string,
  context: DeliveryContext,
): Promise<NonNullable<AttachmentProgress['uploaded']>> {
  const digest = createHash('sha512');
  const tags: string[] = [];
  let sent = 0;
  const plain = portions(fileBytes(file));
  // By what was announced, not by today's configuration: never larger than a part was then.
  const size = Math.ceil(file.size / parts.length);
  try {
    for (const [index, part] of parts.entries()) {
      const bytes = Math.max(0, Math.min(size, file.size - index * size));
      const source = observed(parts.length > 1 ? plain.next(bytes) : plain.all(), (piece) => {
        digest.update(piece);
        sent += piece.length;
      });
      const sealed = sealedStream(recipient, parts.length > 1 ? 'application/octet-stream' : mimeType, source, bytes);
      await put(service, submissionId, part, sealed, context);
      tags.push(sealed.tag());
    }
  } finally {
    await plain.close();
  }
  if (sent !== file.size) throw changed(file);
  return { tags, sha512: digest.digest('hex') };
}

async function put(
  { caller, base }: FitConnectService,
  submissionId: string,
  part: string,
  body: SealedStream,
  context: DeliveryContext,
): Promise<void> {
  await caller.call({ method: 'PUT', url: `${base}/submissions/${submissionId}/attachments/${part}`, body }, context);
}

async function* observed(source: AsyncIterable<Buffer>, see: (piece: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    see(piece);
    yield piece;
  }
}

function changed({ purpose, size }: DeliveryFile): DeliveryError {
  return new DeliveryError(
    'delivery-file-changed',
    'refused',
    `A file (${purpose}, ${size} bytes) is not the one that was announced to FIT-Connect. Restore it from the backup of the attachments.`,
  );
}
