import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { receivedCase } from './received-case.js';
import type { DecidedStatus, ReceivedCase, ReceivedDescription, ReceivedFile } from './received-case.js';

/** The stand-in's books: one folder a case, named by its key, so that a key has one case whatever happens. */
export interface CaseStore {
  /** Newest first. */
  list(): readonly ReceivedCase[];
  byNumber(caseNumber: string): ReceivedCase | undefined;
  byKey(key: string): ReceivedCase | undefined;
  /** An empty folder into which the parts of a case are written. */
  newFolder(): Promise<string>;
  discard(folder: string): Promise<void>;
  /** Takes a folder with all parts into the books; or, when the key is known, returns what is there. */
  accept(folder: string, description: ReceivedDescription): Promise<{ readonly case: ReceivedCase; readonly isNew: boolean }>;
  /** Notes what was decided about a case. Undefined: there is none with this number. */
  decide(caseNumber: string, status: Omit<DecidedStatus, 'at'>): Promise<ReceivedCase | undefined>;
  /** Path of a file's bytes. */
  pathOf(found: ReceivedCase, file: ReceivedFile): string;
}

export async function openCaseStore(root: string, now: () => Date): Promise<CaseStore> {
  const kept = join(root, 'faelle');
  const incoming = join(root, 'eingang');
  await rm(incoming, { recursive: true, force: true });
  await mkdir(kept, { recursive: true, mode: 0o700 });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const cases = new Map<string, ReceivedCase>();
  for (const folder of await readdir(kept)) {
    cases.set(folder, receivedCase.parse(JSON.parse(await readFile(join(kept, folder, 'fall.json'), 'utf8'))));
  }
  let turn: Promise<unknown> = Promise.resolve();

  async function accept(folder: string, description: ReceivedDescription): Promise<{ case: ReceivedCase; isNew: boolean }> {
    const known = cases.get(digest(description.key));
    if (known) {
      await rm(folder, { recursive: true, force: true });
      return { case: known, isNew: false };
    }
    const accepted = { ...description, caseNumber: nextNumber([...cases.values()], now()), receivedAt: now().toISOString() };
    await writeFile(join(folder, 'fall.json'), JSON.stringify(accepted, null, 2), { flush: true });
    await rename(folder, join(kept, digest(description.key)));
    cases.set(digest(description.key), accepted);
    return { case: accepted, isNew: true };
  }

  async function decide(caseNumber: string, status: Omit<DecidedStatus, 'at'>): Promise<ReceivedCase | undefined> {
    const found = byNumber(caseNumber);
    if (!found) return undefined;
    const decided = { ...found, status: { ...status, at: now().toISOString() } };
    const folder = join(kept, digest(found.key));
    await writeFile(join(folder, 'fall.json.neu'), JSON.stringify(decided, null, 2), { flush: true });
    await rename(join(folder, 'fall.json.neu'), join(folder, 'fall.json'));
    cases.set(digest(found.key), decided);
    return decided;
  }

  const byNumber = (caseNumber: string): ReceivedCase | undefined => [...cases.values()].find((found) => found.caseNumber === caseNumber);

  /** One after the other: numbers are consecutive, and files written whole. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  return {
    list: () => [...cases.values()].sort((one, other) => other.caseNumber.localeCompare(one.caseNumber)),
    byNumber,
    byKey: (key) => cases.get(digest(key)),
    newFolder: () => mkdtemp(join(incoming, 'fall-')),
    discard: (folder) => rm(folder, { recursive: true, force: true }),
    pathOf: (found, file) => join(kept, digest(found.key), file.part),
    accept: (folder, description) => inTurn(() => accept(folder, description)),
    decide: (caseNumber, status) => inTurn(() => decide(caseNumber, status)),
  };
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** `FV-2026-000001`: consecutive within the year. */
function nextNumber(cases: readonly ReceivedCase[], now: Date): string {
  const prefix = `FV-${now.getUTCFullYear()}-`;
  const numbers = cases
    .filter((found) => found.caseNumber.startsWith(prefix))
    .map((found) => Number(found.caseNumber.slice(prefix.length)));
  return prefix + String(Math.max(0, ...numbers) + 1).padStart(6, '0');
}
