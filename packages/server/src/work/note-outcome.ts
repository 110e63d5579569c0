import type { DeliveryState } from '@serviceportal/form-engine';
import { deliveryTransition, nextAttempt, statusIntervals, waitAfter } from '@serviceportal/form-engine';
import type { Kysely } from 'kysely';
import { changeStateWithin } from '../applications/change-state.js';
import { chance } from '../applications/chance.js';
import { later } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import { findApplication } from '../storage/applications.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { standingsOf } from '../storage/deliveries.js';
import { changeLeased } from '../storage/delivery-leases.js';
import { appendEvent } from '../storage/events.js';
import type { Tables } from '../storage/tables.js';
import { never } from '../storage/tables.js';
import { isStepState, stateOf } from './delivery-state.js';
import type { Held, Opened } from './journal.js';
import type { Outcome } from './outcome.js';
import { sealProgress } from './progress.js';
import { sealReason } from './reason.js';
import { longestWaitSeconds, noteTarget } from './target-health.js';

/**
 * Writes the outcome into the delivery and, where it stops there, the application's event, as part of a transaction. The delivery, if its worker
 * goes on with it at once; null: the lease is given back, or was lost.
 */
export async function noteOutcome(
  office: Office,
  transaction: Kysely<Tables>,
  held: Held | Opened,
  outcome: Outcome,
  { atOnce = false }: { readonly atOnce?: boolean } = {},
): Promise<DeliveryRow | null> {
  const { row, owner, terms } = held;
  const now = office.clock.now();
  const at = now.toISOString();
  const over = row.tried_since !== null && now.getTime() - Date.parse(row.tried_since) >= terms.patienceSeconds * 1000;
  const state = stateAfter(stateOf(row), outcome.event, over);
  const goesOn = isStepState(state) || (outcome.event === 'not-there' && state === 'retrying') || (atOnce && isWaiting(state));
  const change: Partial<DeliveryRow> = {
    state,
    attempts: row.attempts,
    // Each step has its own time.
    tried_since: outcome.done === null ? (row.tried_since ?? at) : null,
    due_at: goesOn ? at : isWaiting(state) ? later(now, { seconds: waitOf(office, row.attempts, outcome) }).toISOString() : never,
    ...learned(held, outcome),
    last_error: outcome.detail,
    reason: outcome.reason === null ? null : sealReason(office, row.id, outcome.reason),
    ...(state === 'acknowledged' && {
      acknowledged_at: at,
      ask_first: 0,
      status_due_at: terms.asksStatus ? firstQuestion(office, now) : null,
    }),
    ...(!goesOn && { lease_owner: null, lease_until: null }),
    updated_at: at,
  };
  if (!(await changeLeased(transaction, row.id, owner, change))) return null;
  const known = { ...row, ...change };
  await noteTarget(office, transaction, row.target, outcome);
  if (state === 'needs-attention' || state === 'unclear' || state === 'acknowledged') {
    const data: Record<string, string | null> = { target: row.target, counterpartReference: known.counterpart_reference };
    if (state === 'acknowledged' && 'files' in held) data['sent'] = held.files;
    await appendEvent(transaction, row.application_id, { at, kind: `delivery-${state}`, actor: 'system', data });
  }
  if (state === 'acknowledged') await receivedByAll(office, transaction, row.application_id);
  return goesOn ? known : null;
}

function learned(held: Held | Opened, { done, progress, receipt }: Outcome): Partial<DeliveryRow> {
  return {
    ...(done !== null && { done_step: done }),
    ...(progress !== null && 'key' in held && { progress: sealProgress(held.key, held.row.id, progress) }),
    ...(receipt !== null && { counterpart_reference: receipt.counterpartReference, accepted_at: receipt.acceptedAt }),
  };
}

/** When every target has it, the application is received. A clerk may have taken it up before the last target answered. */
export async function receivedByAll(office: Office, transaction: Kysely<Tables>, applicationId: string): Promise<void> {
  const all = await standingsOf(transaction, [applicationId]);
  const application = await findApplication(transaction, applicationId);
  if (application?.state !== 'submitted' || all.some((other) => other.state !== 'acknowledged')) return;
  await changeStateWithin(office, transaction, applicationId, 'receive', { actor: 'system' });
}

const isWaiting = (state: DeliveryState): boolean => state === 'retrying' || state === 'asking';

/** The state after an outcome; once the time is over, one in which a person decides. */
function stateAfter(state: DeliveryState, event: Outcome['event'], over: boolean): DeliveryState {
  const next = deliveryTransition(state, event);
  if (!over || event === 'not-there') return next;
  if (next === 'retrying') return deliveryTransition(next, 'give-up');
  return next === 'asking' ? deliveryTransition(next, 'must-decide') : next;
}

/** Seconds until the next attempt: at least as long as the counterpart asks for. */
function waitOf(office: Office, attempts: number, { waitSeconds }: Outcome): number {
  return Math.max(nextAttempt(attempts, chance(office)) / 1000, Math.min(waitSeconds, longestWaitSeconds));
}

const firstQuestion = (office: Office, now: Date): string =>
  later(now, { seconds: waitAfter(statusIntervals, 1, chance(office)) / 1000 }).toISOString();
