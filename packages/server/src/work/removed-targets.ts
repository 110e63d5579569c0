import { deliveryTransition } from '@serviceportal/form-engine';
import type { Logger } from 'pino';
import type { Office } from '../applications/office.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { unservedDeliveries } from '../storage/deliveries.js';
import { appendEvent } from '../storage/events.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import { never } from '../storage/tables.js';
import { isStepState, stateOf, waitingStates } from './delivery-state.js';

const code = 'target-removed';

/** Leaves deliveries to targets that are no longer configured to a person: no worker would ever take them. */
export async function reportRemovedTargets(office: Office, targets: readonly string[], log: Logger): Promise<void> {
  const at = office.clock.now().toISOString();
  const unserved = await unservedDeliveries(office.database, { targets, states: waitingStates, now: at });
  for (const row of unserved) await report(office, row, at);
  const names = [...new Set(unserved.map(({ target }) => target))];
  if (names.length > 0) log.warn({ targets: names, deliveries: unserved.length }, 'open deliveries to targets that are not configured');
}

async function report(office: Office, row: DeliveryRow, at: string): Promise<void> {
  const before = stateOf(row);
  // In a step: its process died, and the step may have taken effect.
  const state = deliveryTransition(before, isStepState(before) || before === 'asking' ? 'must-decide' : 'give-up');
  await oneAtATime(office.database, row.application_id, async (transaction) => {
    const changed = await transaction
      .updateTable('deliveries')
      .set({ state, due_at: never, last_error: `${code}: the target "${row.target}" is no longer configured`, updated_at: at })
      .where('id', '=', row.id)
      .where('state', '=', before)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) return;
    const data = { target: row.target, counterpartReference: null };
    await appendEvent(transaction, row.application_id, { at, kind: `delivery-${state}`, actor: 'system', data });
  });
}
