import { retentionStates, serviceIn } from '@serviceportal/form-engine';
import type { Municipality } from '../../municipalities/municipality.js';
import { retentionOf } from '../../municipalities/retention-configuration.js';
import { standingsOf } from '../../storage/deliveries.js';
import type { EndedApplication } from '../../storage/ended-applications.js';
import { periodOf } from '../../work/retention.js';
import type { CaseOffice } from '../cases.js';
import type { ArchiveRecord } from './archive-record.js';

export type OfferedCase = ArchiveRecord['cases'][number];

// SQLite takes some thousands of values in one statement.
const atOnce = 500;

/** What the archive is told about applications that have ended: never what is in them. */
export async function offeredCases(
  office: CaseOffice,
  municipality: Municipality,
  ended: readonly EndedApplication[],
): Promise<OfferedCase[]> {
  const cases: OfferedCase[] = [];
  for (let from = 0; from < ended.length; from += atOnce) {
    const slice = ended.slice(from, from + atOnce);
    const keys = await vorgangKeys(office, municipality, slice);
    for (const one of slice) cases.push(await offeredCase(office, municipality, one, keys.get(one.id) ?? one.id));
  }
  return cases;
}

/** Where a records system that speaks xdomea has the case, the key by which that knows it: there and in the archive it is the same Vorgang. */
async function vorgangKeys(
  { database }: CaseOffice,
  municipality: Municipality,
  ended: readonly EndedApplication[],
): Promise<Map<string, string>> {
  const deliveries = await standingsOf(
    database,
    ended.map(({ id }) => id),
  );
  const speaksXdomea = (target: string): boolean => municipality.target(target)?.delivery.connector === 'xdomea';
  return new Map(
    deliveries
      .filter(({ id, application_id, target }) => id === `${application_id}.${target}` && speaksXdomea(target))
      .map(({ application_id, id }) => [application_id, id]),
  );
}

async function offeredCase(office: CaseOffice, municipality: Municipality, ended: EndedApplication, key: string): Promise<OfferedCase> {
  const { configuration } = municipality;
  const pkg = (await office.services.byDigest(ended.package_digest))?.package;
  const state = retentionStates.find((known) => known === ended.state);
  const rule = pkg && retentionOf(configuration)(pkg);
  const years = rule && state ? periodOf(rule.retention, state)?.years : undefined;
  const place = configuration.archive?.filingPlan[ended.package_key];
  return {
    application: ended.id,
    key,
    reference: ended.reference,
    serviceTitle: pkg ? serviceIn(pkg, 'de').title : ended.package_key,
    submittedAt: ended.submitted_at,
    closedAt: ended.updated_at,
    disposal: 'B',
    ...(place !== undefined && { filingPlan: place }),
    ...(years !== undefined && { retentionYears: years }),
  };
}
