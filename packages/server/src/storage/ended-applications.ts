import type { Kysely } from 'kysely';
import type { ApplicationRow } from './applications.js';
import { isHandedOver } from './retention.js';
import type { Instant, Tables } from './tables.js';

/** States in which nobody does anything more about an application. */
const endedStates = ['decided', 'closed', 'withdrawn', 'expired'] as const;

const columns = ['id', 'reference', 'package_key', 'package_digest', 'state', 'submitted_at', 'updated_at'] as const;

export type EndedApplication = Pick<ApplicationRow, (typeof columns)[number]>;

/** Applications that ended before an instant and have nothing left to hand over. The oldest first. */
export function applicationsEnded(
  database: Kysely<Tables>,
  { before, packageKey }: { readonly before: Instant; readonly packageKey: string | null },
): Promise<EndedApplication[]> {
  return database
    .selectFrom('applications')
    .select(columns)
    .where('state', 'in', endedStates)
    .where('updated_at', '<', before)
    .$if(packageKey !== null, (query) => query.where('package_key', '=', packageKey ?? ''))
    .where(isHandedOver)
    .orderBy('updated_at')
    .orderBy('id')
    .execute();
}
