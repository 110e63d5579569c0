import { access, constants, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { party } from '@serviceportal/portal-adapter';
import type { ArchiveCase } from '@serviceportal/portal-adapter';
import { z } from 'zod';
import { ConfigurationError } from '../../municipalities/configuration-error.js';

/** What was offered in a round, kept beside the offer until the archive has answered. Names no person. */
const archiveRecord = z.strictObject({
  name: z.string(),
  createdAt: z.iso.datetime(),
  sender: party,
  recipient: party,
  cases: z.array(
    z.strictObject({
      /** Id of the application. */
      application: z.string(),
      key: z.string(),
      reference: z.string(),
      serviceTitle: z.string(),
      filingPlan: z.string().optional(),
      submittedAt: z.iso.datetime(),
      closedAt: z.iso.datetime(),
      disposal: z.enum(['A', 'B', 'V']),
      retentionYears: z.number().int().optional(),
    }),
  ),
});

export type ArchiveRecord = z.infer<typeof archiveRecord>;

export const recordPath = (folder: string, round: string): string => join(folder, `runde-${round}.json`);

/** A name for files and for people. @throws ConfigurationError `archive-invalid` */
export function checkRoundName(round: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(round)) return;
  const message = 'A round has a name of up to 40 letters, digits, dots, hyphens and underscores, such as 2026-1.';
  throw new ConfigurationError('archive-invalid', message);
}

/** Can the messages of a new round be written there? @throws ConfigurationError `archive-invalid` */
export async function checkFolder(folder: string, round: string): Promise<void> {
  try {
    await access(join(folder, '.'), constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new ConfigurationError('archive-invalid', `--out: ${folder} is no folder that can be written. Make it first.`, { cause });
  }
  const path = recordPath(folder, round);
  if (!(await stat(path).catch(() => null))) return;
  throw new ConfigurationError('archive-invalid', `${path} is there already: this round was offered. Give the new round another name.`);
}

export async function keepRecord(folder: string, record: ArchiveRecord): Promise<void> {
  await writeFile(recordPath(folder, record.name), `${JSON.stringify(record, null, 2)}\n`, { flag: 'wx', mode: 0o600, flush: true });
}

/** @throws ConfigurationError `archive-invalid` */
export async function readRecord(folder: string, round: string): Promise<ArchiveRecord> {
  const path = recordPath(folder, round);
  try {
    return archiveRecord.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    const message = `${path} is not there, or not what "archive offer ${round}" wrote. Name the folder of the offer with --out.`;
    throw new ConfigurationError('archive-invalid', message, { cause });
  }
}

/** A case of the record as a message names it. */
export function archiveCase(offered: ArchiveRecord['cases'][number], files: ArchiveCase['files']): ArchiveCase {
  const { key, reference, serviceTitle, submittedAt, closedAt, disposal, filingPlan, retentionYears } = offered;
  return {
    key,
    reference,
    serviceTitle,
    submittedAt,
    closedAt,
    disposal,
    files,
    ...(filingPlan !== undefined && { filingPlan }),
    ...(retentionYears !== undefined && { retentionYears }),
  };
}
