import { resolve } from 'node:path';
import { readAppraisal, wantedByArchive, writeHandOver } from '@serviceportal/portal-adapter';
import type { ArchiveCase } from '@serviceportal/portal-adapter';
import { ConfigurationError } from '../../municipalities/configuration-error.js';
import { findApplication } from '../../storage/applications.js';
import { withCases } from '../cases.js';
import type { CaseOptions } from '../cases.js';
import type { Environment } from '../run-portal.js';
import { archiveFiles } from './archive-files.js';
import { archiveCase, checkRoundName, readRecord } from './archive-record.js';

export interface HandOverOptions extends CaseOptions {
  /** `Aussonderung.Bewertungsverzeichnis.0502`, as ZIP or XML. */
  readonly answer: string;
  /** Folder of the offer. */
  readonly out: string;
}

/**
 * `serviceportal archive hand-over ROUND`: writes the cases that the archive wants, with their files (`Aussonderung.Aussonderung.0503`).
 *
 * @throws ConfigurationError, DeliveryError
 */
export async function handOver(round: string, options: HandOverOptions, environment: Environment = process.env): Promise<void> {
  checkRoundName(round);
  const folder = resolve(options.out);
  const record = await readRecord(folder, round);
  const offered = record.cases.map((one) => archiveCase(one, []));
  const wanted = new Set(
    wantedByArchive({ ...record, cases: offered }, await readAppraisal(resolve(options.answer))).map(({ key }) => key),
  );
  if (wanted.size === 0) return console.log(`The archive wants none of the ${offered.length} cases. Nothing was written.`);
  await withCases(options, environment, async (office, { sender }) => {
    const cases: ArchiveCase[] = [];
    const gone: string[] = [];
    for (const one of record.cases.filter(({ key }) => wanted.has(key))) {
      const row = await findApplication(office.database, one.application);
      if (row) cases.push(archiveCase(one, await archiveFiles(office, sender, row)));
      else gone.push(one.reference);
    }
    if (cases.length > 0) {
      const path = await writeHandOver(folder, { ...record, cases }, new AbortController().signal);
      console.log(
        `${path}\nCases handed over: ${cases.length} of ${offered.length}. The file holds personal data in the clear: send it safely, and delete it afterwards.`,
      );
    }
    if (gone.length === 0) return;
    const message = `The archive wants ${gone.length} cases that are deleted already: ${gone.join(', ')}. Tell it, and offer earlier than they are deleted.`;
    throw new ConfigurationError('archive-cases-gone', message);
  });
}
