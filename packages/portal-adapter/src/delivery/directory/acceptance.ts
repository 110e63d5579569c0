import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Receipt } from '../../contract/delivery.js';
import { errorCode } from '../error-code.js';
import { receiptIn } from './case-folder.js';
import { makeFolder, renameFolder, syncFolder, writeDurably } from './durable.js';
import type { Modes } from './durable.js';
import { keyDigest } from './places.js';
import type { Places } from './places.js';

const acceptance = z.object({
  key: z.string(),
  /** Folder below `.in-arbeit` from which the case comes. */
  attempt: z.string().regex(/^[\w-]+$/),
  /** The case's folder, as it is handed over. */
  folder: z.string().regex(/^[^/\\]+$/),
  acceptedAt: z.string(),
});

/** The connector's promise to hand over one attempt, and no other, for a key. */
export type Acceptance = z.infer<typeof acceptance>;

const fileName = 'quittung.json';

/** Prepares the promise beside the written case. */
export async function writeAcceptance(folder: string, content: Acceptance, modes: Modes): Promise<void> {
  await makeFolder(folder, modes.folder);
  await writeDurably(join(folder, fileName), Buffer.from(`${JSON.stringify(content)}\n`), modes.file);
  await syncFolder(folder);
}

/** Gives the promise, unless it was given for another attempt. It is a folder, because only those are never renamed over one another. */
export async function claim(places: Places, key: string, prepared: string): Promise<boolean> {
  const outcome = await renameFolder(prepared, join(places.acceptances, keyDigest(key)));
  await syncFolder(places.acceptances);
  return outcome === 'renamed';
}

export async function readAcceptance(places: Places, digest: string): Promise<Acceptance | null> {
  try {
    return acceptance.parse(JSON.parse(await readFile(join(places.acceptances, digest, fileName), 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Keeps the promise: puts the case where the recipient sees it, if that has not happened yet. When the written case is no longer
 * in work, it has been put there, even if the recipient has taken it away since.
 */
export async function handOver(places: Places, given: Acceptance): Promise<Receipt> {
  const target = join(places.root, given.folder);
  const outcome = await renameFolder(join(places.inWork, given.attempt, 'fall'), target);
  // Taken by an earlier attempt for the same key, if someone has emptied `.quittungen`.
  if (outcome === 'taken') return receiptIn(target, given.key);
  await syncFolder(places.root);
  return { counterpartReference: given.folder, acceptedAt: given.acceptedAt };
}
