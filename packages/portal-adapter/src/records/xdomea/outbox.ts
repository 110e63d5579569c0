import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DeliveryError } from '../../contract/delivery.js';
import type { Receipt } from '../../contract/delivery.js';
import { claim, readAcceptance, writeAcceptance } from '../../delivery/directory/acceptance.js';
import type { Acceptance } from '../../delivery/directory/acceptance.js';
import { makeFolder, syncFolder, writeDurably } from '../../delivery/directory/durable.js';
import type { Modes } from '../../delivery/directory/durable.js';
import { clearLeftovers } from '../../delivery/directory/leftovers.js';
import { attemptName, keyDigest } from '../../delivery/directory/places.js';
import type { Places } from '../../delivery/directory/places.js';
import { errorCode } from '../../delivery/error-code.js';
import type { Message } from './hand-over-message.js';
import { zipBytes } from './zip/write-zip.js';

/** What is to be put into the outbox. */
export interface Parcel {
  readonly key: string;
  readonly message: Message;
  /** ISO instant; also the time stamp of the files in the archive. */
  readonly submittedAt: string;
}

/** The receipt for a message that was put there before; completes what a killed process had promised. */
export async function knownReceipt(places: Places, key: string, processId: string): Promise<Receipt | null> {
  await stat(places.root);
  const given = await readAcceptance(places, keyDigest(key));
  if (!given) return null;
  await release(places, given);
  return { counterpartReference: processId, acceptedAt: given.acceptedAt };
}

/**
 * Packs a message beside the outbox, promises it, and lets it appear there: complete, and once (docs/adr/0042).
 *
 * @throws DeliveryError; the file system's errors as they are
 */
export async function putMessage(
  places: Places,
  parcel: Parcel,
  processId: string,
  modes: Modes,
  now: Date,
  signal: AbortSignal,
): Promise<Receipt> {
  for (const folder of [places.inWork, places.acceptances]) await mkdir(folder, { mode: modes.folder }).catch(unlessThere);
  await clearLeftovers(places, now.getTime(), release);
  const attempt = attemptName(parcel.key);
  const work = join(places.inWork, attempt);
  const archive = `${parcel.message.stem}.zip`;
  await makeFolder(work, modes.folder);
  try {
    await writeDurably(join(work, archive), zipBytes(parcel.message.entries, new Date(parcel.submittedAt)), modes.file, signal);
    await writeAcceptance(join(work, 'quittung'), { key: parcel.key, attempt, folder: archive, acceptedAt: now.toISOString() }, modes);
    for (const folder of [work, places.inWork, places.root]) await syncFolder(folder);
    signal.throwIfAborted();
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
  try {
    await claim(places, parcel.key, join(work, 'quittung'));
    const receipt = await knownReceipt(places, parcel.key, processId);
    if (!receipt) throw new Error('The receipt just written cannot be read.');
    await rm(work, { recursive: true, force: true });
    return receipt;
  } catch (cause) {
    const reason = errorCode(cause) || 'no error code';
    const message = `Putting a message into ${places.root} was interrupted at the last step (${reason}). Asking for its key completes it.`;
    throw new DeliveryError('xdomea-interrupted', 'unclear', message);
  }
}

/** The archive lies in work until it has been released; from then on the records system may have taken it away. */
async function release(places: Places, { attempt, folder: archive }: Acceptance): Promise<void> {
  try {
    await rename(join(places.inWork, attempt, archive), join(places.root, archive));
    await syncFolder(places.root);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

function unlessThere(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error;
}
