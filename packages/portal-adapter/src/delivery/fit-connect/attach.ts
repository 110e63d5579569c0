import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import type { DeliveryContext, StepContext } from '../../contract/delivery.js';
import { fileBytes } from '../file-bytes.js';
import { fragmentBytes } from './announce.js';
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
  const plain = portions(digested(fileBytes(file), digest));
  const size = parts.length > 1 ? fragmentBytes(service.configuration.fragmentMegabytes ?? 0) : file.size;
  try {
    for (const [index, part] of parts.entries()) {
      const bytes = Math.min(size, file.size - index * size);
      const source = parts.length > 1 ? plain.next(bytes) : plain.all();
      const sealed = sealedStream(recipient, parts.length > 1 ? 'application/octet-stream' : mimeType, source, bytes);
      await put(service, submissionId, part, sealed, context);
      tags.push(sealed.tag());
    }
  } finally {
    await plain.close();
  }
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

async function* digested(source: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    hash.update(piece);
    yield piece;
  }
}
