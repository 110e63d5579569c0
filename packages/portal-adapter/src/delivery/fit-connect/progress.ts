import { z } from 'zod';
import { DeliveryError } from '../../contract/delivery.js';
import type { Progress } from '../../contract/delivery.js';
import { uuid } from './api/answers.js';

const tag = z.string().max(100);

const attachment = z.object({
  id: uuid,
  /** What is uploaded: the attachment itself, or its parts in order. */
  parts: z.array(uuid).min(1),
  /** Of the file that it was announced for, in hex. */
  sha256: z.string().max(64).optional(),
  /** Set when all parts are uploaded: their tags in order, and the digest of the whole in hex. */
  uploaded: z.object({ tags: z.array(tag), sha512: z.string() }).optional(),
});

const progress = z.object({
  destinationId: uuid.optional(),
  submissionId: uuid.optional(),
  caseId: uuid.optional(),
  attachments: z.array(attachment).default([]),
  /** Tags of every metadata and data that were sent: one of them is what FIT-Connect took. */
  sent: z.array(z.object({ metadata: tag, data: tag })).default([]),
});

/** What the steps so far learned. Public keys, ids and tags; nothing of the content. */
export type FitConnectProgress = z.infer<typeof progress>;
export type AttachmentProgress = z.infer<typeof attachment>;

/** Null: it is not ours. */
export function readProgress(stored: Progress): FitConnectProgress | null {
  return progress.safeParse(stored).data ?? null;
}

/** A submission that was announced. */
export type AnnouncedProgress = FitConnectProgress & {
  readonly destinationId: string;
  readonly submissionId: string;
  readonly caseId: string;
};

export function isAnnounced(learned: FitConnectProgress | null): learned is AnnouncedProgress {
  return learned?.destinationId !== undefined && learned.submissionId !== undefined && learned.caseId !== undefined;
}

/** @throws DeliveryError `fit-connect-progress-missing` */
export function announcedProgress(stored: Progress): AnnouncedProgress {
  const learned = readProgress(stored);
  if (isAnnounced(learned)) return learned;
  throw new DeliveryError(
    'fit-connect-progress-missing',
    'refused',
    'What the earlier steps of this hand-over noted is not there. Start the hand-over again from its first step.',
  );
}
