import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeDurably } from '../../../delivery/directory/durable.js';
import type { Message } from '../hand-over-message.js';
import { zipBytes } from '../zip/write-zip.js';
import type { ArchiveRound } from './archive-case.js';
import { archiveMessage, offerMessage } from './archive-messages.js';

/** Writes the list of the round (0501) into a folder; it appears there complete. @returns the path. @throws DeliveryError, or the file system's errors */
export function writeOffer(folder: string, round: ArchiveRound, signal: AbortSignal): Promise<string> {
  return write(folder, offerMessage(round), round, signal);
}

/** Writes the cases of the round with their files (0503). @returns the path. @throws DeliveryError, or the file system's errors */
export function writeHandOver(folder: string, round: ArchiveRound, signal: AbortSignal): Promise<string> {
  return write(folder, archiveMessage(round), round, signal);
}

async function write(folder: string, { stem, entries }: Message, { createdAt }: ArchiveRound, signal: AbortSignal): Promise<string> {
  const path = join(folder, `${stem}.zip`);
  const draft = join(folder, `.${stem}.zip.entwurf`);
  // What an attempt left that broke off.
  await rm(draft, { force: true });
  try {
    await writeDurably(draft, zipBytes(entries, new Date(createdAt)), 0o600, signal);
    await rename(draft, path);
    await syncFolder(folder);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return path;
}
