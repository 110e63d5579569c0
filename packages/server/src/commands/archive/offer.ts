import { resolve } from 'node:path';
import { writeOffer } from '@serviceportal/portal-adapter';
import { ConfigurationError } from '../../municipalities/configuration-error.js';
import { applicationsEnded } from '../../storage/ended-applications.js';
import { withCases } from '../cases.js';
import type { CaseOptions } from '../cases.js';
import type { Environment } from '../run-portal.js';
import { archiveCase, checkFolder, checkRoundName, keepRecord, recordPath } from './archive-record.js';
import type { ArchiveRecord } from './archive-record.js';
import { offeredCases } from './offered-cases.js';

export interface OfferOptions extends CaseOptions {
  /** Day, such as `2026-01-01`: what ended before it. */
  readonly endedBefore: string;
  /** Only applications of this package. */
  readonly service?: string;
  readonly out: string;
}

/**
 * `serviceportal archive offer ROUND`: writes the list of applications that have ended (`Aussonderung.Anbieteverzeichnis.0501`), and beside it
 * a record of the round, for `archive hand-over`.
 *
 * @throws ConfigurationError
 */
export async function offer(round: string, options: OfferOptions, environment: Environment = process.env): Promise<void> {
  checkRoundName(round);
  const before = startOf(options.endedBefore);
  const folder = resolve(options.out);
  await checkFolder(folder, round);
  await withCases(options, environment, async (office, municipality) => {
    const { archive, name } = municipality.configuration;
    if (!archive) {
      const message = 'municipality.yaml names no archive. Add "archive" with its "recipient" (docs/connectors/xdomea.md).';
      throw new ConfigurationError('archive-invalid', message);
    }
    const ended = await applicationsEnded(office.database, { before, packageKey: options.service ?? null });
    if (ended.length === 0) {
      throw new ConfigurationError('archive-nothing', `No application ended before ${options.endedBefore}. Nothing was written.`);
    }
    const record: ArchiveRecord = {
      name: round,
      createdAt: office.clock.now().toISOString(),
      sender: archive.sender ?? { name },
      recipient: archive.recipient,
      cases: await offeredCases(office, municipality, ended),
    };
    const cases = record.cases.map((one) => archiveCase(one, []));
    const path = await writeOffer(folder, { ...record, cases }, new AbortController().signal);
    await keepRecord(folder, record);
    console.log(
      `${path}\nCases offered: ${cases.length}. Send this file to the archive, and keep ${recordPath(folder, round)} until it has answered.`,
    );
    console.log('The portal goes on deleting what is over: hand over what the archive wants before its time has come.');
  });
}

/** The beginning of a day in UTC. @throws ConfigurationError `archive-invalid` */
function startOf(day: string): string {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  if (instant && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day)) return instant.toISOString();
  throw new ConfigurationError('archive-invalid', `--ended-before: a day such as 2026-01-01 is expected, not "${day}".`);
}
