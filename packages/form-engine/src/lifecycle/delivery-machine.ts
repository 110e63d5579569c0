import { createMachine } from 'xstate';
import { LifecycleError } from './lifecycle-error.js';
import { eventsOf, nextState } from './next-state.js';

/** Where a hand-over stands. Only `acknowledged` is final: what was accepted is never given up silently. */
export const deliveryStates = ['pending', 'delivering', 'retrying', 'unclear', 'needs-attention', 'acknowledged'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export type DeliveryEventType =
  /** An attempt begins; stored before the counterpart is asked. */
  | 'start'
  /** The counterpart has it: it answered, or its look-up shows it. */
  | 'acknowledge'
  /** Nothing was taken; later again. */
  | 'unavailable'
  /** The counterpart does not want it, as it is. */
  | 'refuse'
  /** It may have been taken: no answer, or the process died during the attempt. */
  | 'lose-track'
  /** The look-up shows that the counterpart does not have it, or sending twice leaves one case there. */
  | 'safe-to-repeat'
  /** Nothing more to try without a person. */
  | 'give-up'
  /** A person decided: send again. */
  | 'resend'
  /** A person found it at the counterpart, or entered it there. */
  | 'confirm';

/** The life of one hand-over as data. `unclear` never leads to a second sending on its own. */
export const deliveryMachine = createMachine({
  types: {} as { events: { type: DeliveryEventType } },
  id: 'delivery',
  initial: 'pending',
  states: {
    pending: { on: { start: 'delivering', 'give-up': 'needs-attention' } },
    delivering: {
      on: { acknowledge: 'acknowledged', unavailable: 'retrying', refuse: 'needs-attention', 'lose-track': 'unclear' },
    },
    retrying: { on: { start: 'delivering', 'give-up': 'needs-attention' } },
    unclear: { on: { acknowledge: 'acknowledged', 'safe-to-repeat': 'retrying', 'give-up': 'needs-attention' } },
    'needs-attention': { on: { resend: 'pending', confirm: 'acknowledged' } },
    acknowledged: { type: 'final' },
  },
});

/** The state of a hand-over after an event. @throws LifecycleError `lifecycle-not-possible` */
export function deliveryTransition(state: DeliveryState, event: DeliveryEventType): DeliveryState {
  const next = nextState(deliveryMachine, state, { type: event });
  if (next === null) {
    const known = eventsOf(deliveryMachine, state).join(', ') || 'nichts mehr';
    throw new LifecycleError('lifecycle-not-possible', state, event, `nicht möglich. Möglich ist: ${known}.`);
  }
  return next as DeliveryState;
}
