import { later } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import { deleteOrphanedAttachments, knownAttachments } from '../storage/attachments.js';

/** So many files are looked up at once. */
const batch = 500;

/**
 * Removes files that nothing knows of, from whichever store: those of a process that was killed, and those that could not be removed with
 * their application. A file is left alone for a day, since it may only just have come. Returns how many. @throws StoreError
 */
export async function removeLeftovers({ database, files, clock }: Pick<Office, 'database' | 'files' | 'clock'>): Promise<number> {
  const before = later(clock.now(), { days: -1 });
  await deleteOrphanedAttachments(database, before.toISOString());
  let removed = 0;
  let waiting: string[] = [];
  const look = async (): Promise<void> => {
    const known = await knownAttachments(database, waiting);
    for (const id of waiting.filter((one) => !known.has(one))) {
      await files.remove(id);
      removed++;
    }
    waiting = [];
  };
  for await (const { id, storedAt } of files.list()) {
    if (storedAt >= before) continue;
    waiting.push(id);
    if (waiting.length === batch) await look();
  }
  await look();
  return removed;
}
