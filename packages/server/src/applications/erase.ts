import type { ApplicationRow } from '../storage/applications.js';
import { findApplication } from '../storage/applications.js';
import { deliveriesOf } from '../storage/deliveries.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { eraseApplication } from '../storage/erase-application.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import type { Office } from './office.js';
import { removeFiles } from './remove-files.js';

export interface ErasingRule {
  /** `retention`: its time is over. `request`: a person asked for it. */
  readonly cause: 'retention' | 'request';
  /** For the deletion record; names nobody. */
  readonly rule: string;
}

/**
 * Deletes a case with everything about it: answers, letters, files, what was sent, addresses, events. A deletion record stays. `may` sees
 * the case as it is when nobody else changes it any more. False: it is gone, or may not be deleted.
 */
export async function eraseCase(
  { database, files, clock }: Pick<Office, 'database' | 'files' | 'clock'>,
  id: string,
  { cause, rule }: ErasingRule,
  may: (row: ApplicationRow, deliveries: readonly DeliveryRow[]) => boolean = () => true,
): Promise<boolean> {
  const left = await oneAtATime(database, id, async (transaction) => {
    const row = await findApplication(transaction, id);
    if (!row || !may(row, await deliveriesOf(transaction, [id]))) return null;
    const at = clock.now().toISOString();
    return eraseApplication(transaction, row, { at, cause, rule, package_key: row.package_key, state: row.state });
  });
  await removeFiles(files, left ?? []);
  return left !== null;
}
