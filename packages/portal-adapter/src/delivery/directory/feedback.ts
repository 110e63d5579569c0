import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DeliveryError } from '../../contract/delivery.js';
import type { CaseStatus, DeliveryIdentity } from '../../contract/delivery.js';
import { errorCode } from '../error-code.js';
import { caseFolderName } from './places.js';
import type { Places } from './places.js';

/** The recipient's own file in the folder of a case; nothing that is handed over is called so. */
export const feedbackName = 'rueckmeldung.json';

/** Bytes. */
const largestFile = 64 * 1024;
/** Characters of the recipient's own words that are kept. */
const longestReason = 500;

const feedback = z.object({
  format: z.literal('serviceportal/rueckmeldung@1'),
  key: z.string(),
  state: z.enum(['received', 'accepted', 'rejected', 'closed']),
  at: z.iso.datetime({ offset: true }),
  caseNumber: z.string().min(1).max(200).optional(),
  reason: z.string().optional(),
});

/**
 * What the recipient wrote about a case: `rueckmeldung.json` in its folder, or `<folder>.rueckmeldung.json` beside it. Null: nothing.
 * Format: docs/connectors/directory.md, "What became of a case".
 *
 * @throws DeliveryError `directory-status-unreadable`; and what the file system throws
 */
export async function readFeedback(places: Places, delivery: DeliveryIdentity): Promise<CaseStatus | null> {
  const folder = join(places.root, caseFolderName(delivery));
  const text = (await readBounded(join(folder, feedbackName))) ?? (await readBounded(`${folder}.${feedbackName}`));
  if (text === null) return null;
  const parsed = feedback.safeParse(json(text));
  if (!parsed.success) throw unreadable('It is not the JSON that docs/connectors/directory.md describes, or not yet written to its end.');
  if (parsed.data.key !== delivery.key) throw unreadable('It names the key of another case.');
  const { state, at, caseNumber, reason } = parsed.data;
  return {
    state,
    at: new Date(at).toISOString(),
    ...(caseNumber && { counterpartReference: caseNumber }),
    ...(reason && { reason: reason.slice(0, longestReason) }),
  };
}

/** Anyone who may write into the folder can put anything there: only a plain file of bounded size is read. Null: there is none. */
async function readBounded(path: string): Promise<string | null> {
  // O_NONBLOCK: opening a named pipe would wait for someone who writes. Neither flag exists on Windows, which has no such pipes.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null;
    if (['ELOOP', 'EMLINK', 'ENXIO', 'EISDIR'].includes(errorCode(error))) throw unreadable('It is no plain file.');
    throw error;
  });
  if (!file) return null;
  try {
    if (!(await file.stat()).isFile()) throw unreadable('It is no plain file.');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(largestFile + 1), 0, largestFile + 1, 0);
    if (bytesRead > largestFile) throw unreadable(`It has more than ${largestFile} bytes.`);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function unreadable(why: string): DeliveryError {
  return new DeliveryError('directory-status-unreadable', 'unavailable', `A rueckmeldung.json of the recipient cannot be used. ${why}`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
