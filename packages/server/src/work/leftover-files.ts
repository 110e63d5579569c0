import { later } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import { deleteOrphanedAttachments, knownAttachments } from '../storage/attachments.js';

/** So many files are looked up at once. */
const batch = 500;

/** Up to so many may be there without anything being known: a first upload that was never committed. */
const harmless = 20;

/** Most files are unknown to this database: it is rather the wrong one, or an older copy, than that so much was left behind. */
export class LeftoversDoubtful extends Error {
  override readonly name = 'LeftoversDoubtful';
  constructor(unknown: number, known: number) {
    super(
      `The database knows ${known} of the stored files and ${unknown} not. Nothing was removed. Check that SERVICEPORTAL_DATABASE and the ` +
        'store of attachments belong together, and that no copy of the database works on the store of another.',
    );
  }
}

/**
 * Removes files that nothing knows of, from whichever store: those of a process that was killed, and those that could not be removed with
 * their application. A file is left alone for a day, since it may only just have come. Returns how many.
 *
 * @throws StoreError; LeftoversDoubtful where files of another database would go
 */
export async function removeLeftovers({ database, files, clock }: Pick<Office, 'database' | 'files' | 'clock'>): Promise<number> {
  const before = later(clock.now(), { days: -1 });
  await deleteOrphanedAttachments(database, before.toISOString());
  const unknown: string[] = [];
  let found = 0;
  let waiting: string[] = [];
  const look = async (): Promise<void> => {
    const known = await knownAttachments(database, waiting);
    unknown.push(...waiting.filter((one) => !known.has(one)));
    found += waiting.length;
    waiting = [];
  };
  for await (const { id, storedAt } of files.list()) {
    if (storedAt >= before) continue;
    waiting.push(id);
    if (waiting.length === batch) await look();
  }
  await look();
  const known = found - unknown.length;
  if (unknown.length > harmless && unknown.length > known) throw new LeftoversDoubtful(unknown.length, known);
  for (const id of unknown) await files.remove(id);
  return unknown.length;
}
