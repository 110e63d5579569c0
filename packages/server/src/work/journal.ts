import type { DeliveryState, HandOverStep } from '@serviceportal/form-engine';
import { deliveryTransition, stateOfStep } from '@serviceportal/form-engine';
import type { Progress } from '@serviceportal/portal-adapter';
import type { Kysely } from 'kysely';
import type { Office } from '../applications/office.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { endAttempt, endOpenAttempts, insertAttempt } from '../storage/delivery-attempts.js';
import { changeLeased } from '../storage/delivery-leases.js';
import { oneAtATime } from '../storage/one-at-a-time.js';
import type { Tables } from '../storage/tables.js';
import { stateOf } from './delivery-state.js';
import { noteOutcome } from './note-outcome.js';
import type { Outcome } from './outcome.js';
import { sealProgress } from './progress.js';

/** A delivery that a worker holds. */
export interface Held {
  readonly row: DeliveryRow;
  /** Of the lease: another one for each time it is taken. */
  readonly owner: string;
  readonly terms: Terms;
}

/** How a target is dealt with. */
export interface Terms {
  /** How long it is tried without a person. Seconds. */
  readonly patienceSeconds: number;
  /** Can the counterpart be asked what became of a case? */
  readonly asksStatus: boolean;
}

/** One whose content is open. */
export interface Opened extends Held {
  /** Of the application. */
  readonly key: Uint8Array;
  /** Size and digest of what is handed over, for the event log. */
  readonly files: string;
}

/** One with a step, or a question about it, under way. */
export interface Begun extends Opened {
  readonly step: HandOverStep;
  readonly asked: boolean;
  readonly entry: number;
}

/**
 * Writes what happens to a hand-over. Each call is one transaction: once it has returned, no crash loses it. Where the lease was lost, nothing is
 * written. Tests put their own around it, which ends the process before or after a call.
 */
export interface Journal {
  /** What a process that died has left behind: `outcome` if a step was under way. Null: somebody else has it, or it stops here. */
  recover(held: Held, outcome: Outcome): Promise<DeliveryRow | null>;
  /** It could not be put together, so that no step began. */
  notBegun(held: Held, outcome: Outcome): Promise<void>;
  /** Before a step, or a question about it. Null: the lease was lost, and nothing may be sent. */
  begin(opened: Opened, step: HandOverStep, asked: boolean): Promise<Begun | null>;
  /** In the middle of a step. @throws LeaseLost */
  keep(begun: Begun, progress: Progress): Promise<void>;
  /** After it. The delivery, if this worker goes on with it; null: it is over for now, or the lease was lost. */
  end(begun: Begun, outcome: Outcome): Promise<DeliveryRow | null>;
}

export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export function createJournal(office: Office): Journal {
  const now = (): string => office.clock.now().toISOString();
  const about = <Result>({ row }: Held, work: (transaction: Kysely<Tables>) => Promise<Result>): Promise<Result> =>
    oneAtATime(office.database, row.application_id, work);
  return {
    recover: (held, outcome) =>
      about(held, async (transaction) => {
        const { row, owner } = held;
        // Before the journal: what another worker does with it now is not ours to end.
        if (!(await changeLeased(transaction, row.id, owner, { updated_at: now() }))) return null;
        const died = { ended_at: now(), outcome: 'died', message: null };
        if ((await endOpenAttempts(transaction, row.id, died)) === 0) return row;
        return noteOutcome(office, transaction, held, outcome, { atOnce: true });
      }),
    notBegun: (held, outcome) =>
      about(held, async (transaction) => {
        const { id, attempts } = held.row;
        const at = now();
        const entry = await insertAttempt(transaction, { delivery_id: id, number: attempts, step: null, asked: 0, started_at: at });
        await endAttempt(transaction, entry, { ended_at: at, outcome: outcome.event, message: outcome.detail });
        await noteOutcome(office, transaction, held, outcome);
      }),
    begin: (opened, step, asked) =>
      about(opened, async (transaction) => {
        const { row, owner } = opened;
        const at = now();
        const state = asked ? asking(stateOf(row)) : beginning(stateOf(row), step);
        const change = { state, attempts: row.attempts, tried_since: row.tried_since ?? at, updated_at: at };
        if (!(await changeLeased(transaction, row.id, owner, change))) return null;
        const attempt = { delivery_id: row.id, number: row.attempts, step, asked: asked ? 1 : 0, started_at: at };
        const entry = await insertAttempt(transaction, attempt);
        return { ...opened, row: { ...row, ...change }, step, asked, entry };
      }),
    async keep({ row, owner, key }, progress) {
      const kept = await changeLeased(office.database, row.id, owner, { progress: sealProgress(key, row.id, progress) });
      if (!kept) throw new LeaseLost('Another worker has taken the delivery over.');
    },
    end: (begun, outcome) =>
      about(begun, async (transaction) => {
        // Whoever has it now must find the entry open: it says that the step may have taken effect.
        if (!(await changeLeased(transaction, begun.row.id, begun.owner, { updated_at: now() }))) return null;
        await endAttempt(transaction, begun.entry, { ended_at: now(), outcome: outcome.event, message: outcome.detail });
        return noteOutcome(office, transaction, begun, outcome);
      }),
  };
}

/** The step before has led to this state already, or it is begun anew. */
const beginning = (state: DeliveryState, step: HandOverStep): DeliveryState =>
  state === stateOfStep[step] ? state : deliveryTransition(state, step);

const asking = (state: DeliveryState): DeliveryState => (state === 'asking' ? state : deliveryTransition(state, 'ask'));
