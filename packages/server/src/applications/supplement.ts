import type { Kysely } from 'kysely';
import type { ApplicationRow } from '../storage/applications.js';
import { deliveriesOf, insertDelivery } from '../storage/deliveries.js';
import { appendEvent } from '../storage/events.js';
import type { Tables } from '../storage/tables.js';
import type { Office } from './office.js';

/** Id of a delivery: the same for every attempt. `supplement` 0: the application itself. */
export const deliveryId = (applicationId: string, target: string, supplement = 0): string =>
  supplement === 0 ? `${applicationId}.${target}` : `${applicationId}.${target}.${supplement}`;

/**
 * Puts a letter into the outbox for each target that has the application, as part of a transaction. Where a target takes no
 * supplements, the event log tells the clerk to pass it on.
 */
export async function handOverSupplement(office: Office, database: Kysely<Tables>, row: ApplicationRow, letter: number): Promise<void> {
  const at = office.clock.now().toISOString();
  const taking = office.supplementTargetsOf(row.package_key);
  const first = (await deliveriesOf(database, [row.id])).filter(({ supplement }) => supplement === 0);
  for (const { target } of first) {
    if (taking.includes(target)) {
      const delivery = { id: deliveryId(row.id, target, letter), applicationId: row.id, target, supplement: letter, state: 'pending', at };
      await insertDelivery(database, delivery);
    } else await appendEvent(database, row.id, { at, kind: 'supplement-by-hand', actor: 'system', data: { target } });
  }
}
