import { retentionStates } from '@serviceportal/form-engine';
import type { Period, Retention, ServicePackage } from '@serviceportal/form-engine';
import { Temporal } from 'temporal-polyfill';
import { eraseCase } from '../applications/erase.js';
import type { Office } from '../applications/office.js';
import { applicationsOver, packagesInUse } from '../storage/retention.js';

/** How long the applications of a package are kept, and where that stands. */
export interface RetentionRule {
  readonly retention: Retention;
  /** `service.yaml` with its version, or `municipality.yaml`. */
  readonly source: string;
}

export type RetentionOf = (pkg: ServicePackage) => RetentionRule | null;

/** Those of one state and package at a time; the rest at the next run. */
const most = 500;

/**
 * Deletes the applications whose time is over, unless something is still to be handed over. Several processes may do it at once: each
 * application is deleted, and noted, by one. Returns how many.
 */
export async function deleteWhatIsOver(office: Office, retentionOf: RetentionOf): Promise<number> {
  let deleted = 0;
  for (const digest of await packagesInUse(office.database)) {
    const service = await office.services.byDigest(digest);
    const found = service && retentionOf(service.package);
    if (!found) continue;
    for (const state of retentionStates) {
      const period = periodOf(found.retention, state);
      if (!period) continue;
      const before = endsBefore(office.clock.now(), period);
      const rule = `${state}: ${inWords(period)} (${found.source})`;
      for (const id of await applicationsOver(office.database, { digest, state, before }, most)) {
        const over = await eraseCase(office, id, { cause: 'retention', rule }, (row, deliveries) => {
          const settled = deliveries.every((delivery) => delivery.state === 'acknowledged');
          return settled && row.state === state && row.updated_at < before;
        });
        if (over) deleted++;
      }
    }
  }
  return deleted;
}

/** What is closed is kept as long as what is decided, if nothing else is said. */
export const periodOf = (retention: Retention, state: keyof Retention): Period | undefined =>
  retention[state] ?? (state === 'closed' ? retention.decided : undefined);

/** The instant before which a state must have begun for its period to be over. Days, months and years as the calendar in Germany has them. */
export function endsBefore(now: Date, { from, ...duration }: Period): string {
  const begun = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Europe/Berlin').subtract(duration);
  // From the end of a year: whatever began in an earlier year than the one that we come to.
  const start = from === 'year-end' ? begun.with({ month: 1, day: 1 }).startOfDay() : begun;
  return new Date(start.epochMilliseconds).toISOString();
}

function inWords({ days, months, years, from }: Period): string {
  const length = days !== undefined ? `${days} days` : months !== undefined ? `${months} months` : `${years ?? 0} years`;
  return from === 'year-end' ? `${length} from the end of the year` : length;
}
