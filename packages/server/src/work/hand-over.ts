import type { DeliveryState } from '@serviceportal/form-engine';
import { deliveryStates, deliveryTransition, maxAttempts, nextAttempt } from '@serviceportal/form-engine';
import type { Delivery, DeliveryConnector } from '@serviceportal/portal-adapter';
import { changeStateWithin } from '../applications/change-state.js';
import { later } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import { findApplication } from '../storage/applications.js';
import { deliveriesOf, endAttempt, insertAttempt } from '../storage/deliveries.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { changeLeased } from '../storage/delivery-leases.js';
import { appendEvent } from '../storage/events.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import { attempt } from './attempt.js';
import { sealReason } from './reason.js';
import type { AttemptResult } from './attempt.js';

/**
 * Takes a leased delivery one step further. Noted before and after: a process that dies in between leaves `delivering`, which
 * the next worker treats as unclear. Returns what happened, for the figures; null: the lease was lost.
 */
export async function handOver(
  office: Office,
  owner: string,
  claimed: DeliveryRow,
  connector: DeliveryConnector,
  build: () => Promise<Delivery>,
  signal: AbortSignal,
): Promise<AttemptResult['event'] | null> {
  const before = stateOf(claimed);
  // Found in `delivering`: its worker died in the middle of an attempt.
  const known = before === 'delivering' ? deliveryTransition(before, 'lose-track') : before;
  const state = known === 'unclear' ? known : deliveryTransition(known, 'start');
  const number = claimed.attempts + 1;
  const started = office.clock.now().toISOString();
  const journal = await oneAtATime(office.database, claimed.application_id, async (transaction) => {
    const change = { state, attempts: number, updated_at: started };
    if (!(await changeLeased(transaction, claimed.id, owner, change))) return null;
    return insertAttempt(transaction, { delivery_id: claimed.id, number, started_at: started });
  });
  if (journal === null) return null;
  const result = await attempt(connector, state, claimed.id, build, signal);
  await note(office, owner, { ...claimed, state, attempts: number }, journal, result);
  return result.event;
}

/** Writes the outcome: state, journal and, where it is over, the application's event, in one transaction. */
async function note(office: Office, owner: string, row: DeliveryRow, journal: number, result: AttemptResult): Promise<void> {
  const now = office.clock.now();
  const at = now.toISOString();
  const state = stateAfter(stateOf(row), row.attempts, result.event);
  const wait = result.event === 'safe-to-repeat' ? 0 : waitAfter(office, row.attempts, result);
  await oneAtATime(office.database, row.application_id, async (transaction) => {
    await endAttempt(transaction, journal, { ended_at: at, outcome: result.event, message: result.detail });
    const kept = await changeLeased(transaction, row.id, owner, {
      state,
      due_at: later(now, { seconds: wait }).toISOString(),
      lease_owner: null,
      lease_until: null,
      last_error: result.detail,
      reason: result.reason === null ? null : sealReason(office, row.id, result.reason),
      counterpart_reference: result.receipt?.counterpartReference ?? null,
      acknowledged_at: result.receipt ? at : null,
      updated_at: at,
    });
    if (!kept) return;
    if (state === 'needs-attention' || state === 'acknowledged') {
      const data = { target: row.target, counterpartReference: result.receipt?.counterpartReference ?? null };
      await appendEvent(transaction, row.application_id, { at, kind: `delivery-${state}`, actor: 'system', data });
    }
    if (state !== 'acknowledged') return;
    const others = await deliveriesOf(transaction, [row.application_id]);
    const application = await findApplication(transaction, row.application_id);
    // A clerk may have taken it up before the last target answered.
    if (application?.state === 'submitted' && others.every((other) => other.state === 'acknowledged')) {
      await changeStateWithin(office, transaction, row.application_id, 'receive', { actor: 'system' });
    }
  });
}

// A counterpart may ask for more patience than we have, but not for ever.
const longestWaitSeconds = 86_400;

/** Seconds until the next attempt: at least as long as the counterpart asks for. */
function waitAfter(office: Office, attempts: number, { waitSeconds }: AttemptResult): number {
  return Math.max(nextAttempt(attempts, chance(office)) / 1000, Math.min(waitSeconds, longestWaitSeconds));
}

function stateAfter(state: DeliveryState, attempts: number, event: AttemptResult['event']): DeliveryState {
  const over = attempts >= maxAttempts;
  // Asked in vain: the life cycle has no event for "still unclear".
  if (state === 'unclear' && event === 'unavailable') return over ? deliveryTransition(state, 'give-up') : state;
  const next = deliveryTransition(state, event);
  return over && (next === 'retrying' || next === 'unclear') ? deliveryTransition(next, 'give-up') : next;
}

export function stateOf(row: { readonly state: string }): DeliveryState {
  const state = deliveryStates.find((known) => known === row.state);
  if (!state) throw new Error(`Unknown state of a delivery: ${row.state}`);
  return state;
}

const chance = (office: Office): number => Buffer.from(office.random.bytes(4)).readUInt32BE() / 2 ** 32;
