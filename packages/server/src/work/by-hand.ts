import type { DeliveryEventType } from '@serviceportal/form-engine';
import { deliveryAllows, deliveryTransition } from '@serviceportal/form-engine';
import type { Office } from '../applications/office.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { appendEvent } from '../storage/events.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import { never } from '../storage/tables.js';
import { probeNow } from '../storage/targets.js';
import { stateOf } from './delivery-state.js';
import { receivedByAll } from './note-outcome.js';

/** What a clerk may decide about a hand-over. */
export const decisions = ['resend', 'ask', 'start-over', 'confirm-arrival'] as const satisfies readonly DeliveryEventType[];
export type Decision = (typeof decisions)[number];

/** May a clerk decide this about it now? Not while it is under way. */
export const mayDecide = (row: DeliveryRow, decision: Decision, now: string): boolean =>
  deliveryAllows(stateOf(row), decision) && (row.lease_until === null || row.lease_until < now);

/**
 * Carries out what a clerk decided, and notes it. `number`: the counterpart's, with `confirm-arrival`. False: it is not possible any more,
 * because a worker or somebody else was faster.
 */
export async function decide(
  office: Office,
  row: DeliveryRow,
  decision: Decision,
  account: string,
  number: string | null = null,
): Promise<boolean> {
  const at = office.clock.now().toISOString();
  if (!mayDecide(row, decision, at)) return false;
  const before = stateOf(row);
  const change = {
    ...changeBy(decision, at, number ?? row.counterpart_reference),
    state: deliveryTransition(before, decision),
    updated_at: at,
  };
  const decided = await oneAtATime(office.database, row.application_id, async (transaction) => {
    // A paused target is tried at once: a person wants to know.
    await probeNow(transaction, row.target, at);
    const changed = await transaction
      .updateTable('deliveries')
      .set(change)
      .where('id', '=', row.id)
      .where('state', '=', before)
      .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<', at)]))
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) return false;
    const data = {
      target: row.target,
      ...(decision === 'confirm-arrival' && { counterpartReference: change.counterpart_reference ?? null }),
    };
    await appendEvent(transaction, row.application_id, { at, kind: `delivery-${decision}`, actor: `clerk:${account}`, data });
    if (decision === 'confirm-arrival') await receivedByAll(office, transaction, row.application_id);
    return true;
  });
  if (decided) office.wake();
  return decided;
}

/** The time in which it is tried begins again. */
function changeBy(decision: Decision, at: string, number: string | null): Partial<DeliveryRow> {
  if (decision === 'confirm-arrival') {
    // Where the target can be asked what became of a case, it is from now on.
    return { counterpart_reference: number, acknowledged_at: at, due_at: never, status_due_at: at, last_error: null, reason: null };
  }
  const anew = { attempts: 0, tried_since: null, due_at: at };
  return decision === 'start-over' ? { ...anew, done_step: null, progress: null, ask_first: 1 } : anew;
}
