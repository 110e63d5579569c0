import { mkdir, open, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const storedSubmission = z.object({
  submissionId: z.string(),
  caseId: z.string(),
  destinationId: z.string(),
  service: z.object({ name: z.string(), identifier: z.string() }),
  region: z.string().optional(),
  announced: z.array(z.string()),
  callback: z.object({ url: z.string(), secret: z.string() }).optional(),
  state: z.enum(['incomplete', 'submitted', 'accepted', 'rejected', 'deleted']),
  createdAt: z.string(),
  submittedAt: z.string().optional(),
});

export type StoredSubmission = z.infer<typeof storedSubmission>;
/** File below a submission's folder. */
export type PartName = 'metadata.jwe' | 'data.jwe' | `${string}.jwe`;

/** The delivery service's books: a folder a submission, a file a case for its events. */
export interface SubmissionStore {
  /** Oldest first. */
  list(): readonly StoredSubmission[];
  get(submissionId: string): StoredSubmission | undefined;
  save(submission: StoredSubmission): Promise<void>;
  /** Where a part lies, or will. */
  pathOf(submissionId: string, part: PartName): string;
  hasPart(submissionId: string, part: PartName): Promise<boolean>;
  /** The last segment of a JWE. */
  tagOf(submissionId: string, part: PartName): Promise<string>;
  /** Compact JWS of a case, oldest first. */
  events(caseId: string): readonly string[];
  addEvent(caseId: string, set: string): Promise<void>;
  /** One after the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

const tagLetters = 22;

export async function openSubmissionStore(root: string): Promise<SubmissionStore> {
  const [kept, logs] = [join(root, 'einreichungen'), join(root, 'vorgaenge')];
  for (const folder of [kept, logs]) await mkdir(folder, { recursive: true, mode: 0o700 });
  const submissions = new Map<string, StoredSubmission>();
  for (const folder of await readdir(kept)) {
    const text = await readFile(join(kept, folder, 'einreichung.json'), 'utf8').catch(() => null);
    if (text !== null) submissions.set(folder, storedSubmission.parse(JSON.parse(text)));
  }
  const events = new Map<string, readonly string[]>();
  for (const file of await readdir(logs)) {
    events.set(file.replace(/\.json$/, ''), z.array(z.string()).parse(JSON.parse(await readFile(join(logs, file), 'utf8'))));
  }
  const pathOf = (submissionId: string, part: PartName): string => join(kept, submissionId, part);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    list: () => [...submissions.values()].sort((one, other) => one.createdAt.localeCompare(other.createdAt)),
    get: (submissionId) => submissions.get(submissionId),
    async save(submission) {
      await mkdir(join(kept, submission.submissionId), { recursive: true, mode: 0o700 });
      await replace(join(kept, submission.submissionId, 'einreichung.json'), JSON.stringify(submission, null, 2));
      submissions.set(submission.submissionId, submission);
    },
    pathOf,
    hasPart: (submissionId, part) => stat(pathOf(submissionId, part)).then(() => true, () => false), // prettier-ignore
    async tagOf(submissionId, part) {
      const file = await open(pathOf(submissionId, part));
      try {
        const { size } = await file.stat();
        const { buffer } = await file.read(Buffer.alloc(tagLetters), 0, tagLetters, Math.max(0, size - tagLetters));
        return buffer.toString('latin1');
      } finally {
        await file.close();
      }
    },
    events: (caseId) => events.get(caseId) ?? [],
    async addEvent(caseId, set) {
      const all = [...(events.get(caseId) ?? []), set];
      await replace(join(logs, `${caseId}.json`), JSON.stringify(all));
      events.set(caseId, all);
    },
    inTurn(work) {
      const result = turn.then(work);
      turn = result.catch(() => undefined);
      return result;
    },
  };
}

async function replace(path: string, text: string): Promise<void> {
  await writeFile(`${path}.neu`, text, { mode: 0o600, flush: true });
  await rename(`${path}.neu`, path);
}
