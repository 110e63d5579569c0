import { createMachine } from 'xstate';
import { LifecycleError } from './lifecycle-error.js';
import { eventsOf, nextState } from './next-state.js';

/** The steps of a hand-over, in the order in which a connector may have them. */
export const handOverSteps = ['reserve', 'create', 'attach', 'confirm'] as const;
export type HandOverStep = (typeof handOverSteps)[number];

/** Where a hand-over stands. Only `acknowledged` is final: what was accepted is never given up silently. */
export const deliveryStates = [
  /** Waits; nothing has failed. */
  'pending',
  'reserving',
  'creating',
  'attaching',
  'confirming',
  /** Nothing was taken, or twice is as good as once: later again. */
  'retrying',
  /** The step may have taken effect; the counterpart will be asked by our key. */
  'asking',
  /** The step may have taken effect, and nobody can be asked: a person decides. */
  'unclear',
  /** It did not take effect, and trying again changes nothing: a person decides. */
  'needs-attention',
  'acknowledged',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export type DeliveryEventType =
  /** The step begins, or is the next one; stored before the counterpart hears of it. */
  | HandOverStep
  /** The counterpart has it: the last step ended well, or its look-up shows it. */
  | 'acknowledge'
  /** Nothing was taken; later again. */
  | 'unavailable'
  /** The counterpart does not want it, as it is. */
  | 'refuse'
  /** It may have taken effect, and doing it twice is as good as once. */
  | 'may-repeat'
  /** It may have taken effect, and the counterpart can be asked. */
  | 'must-ask'
  /** It may have taken effect, and the counterpart cannot be asked, or has not answered for too long. */
  | 'must-decide'
  /** Asked: the step had no effect. */
  | 'not-there'
  /** It has been tried for too long. */
  | 'give-up'
  /** A person: try now; what was unclear did not arrive. Steps that are done stay done. */
  | 'resend'
  /** The counterpart is asked, before anything is sent: a person wants it so. */
  | 'ask'
  /** A person: from the first step on. */
  | 'start-over'
  /** A person found it at the counterpart, or entered it there. */
  | 'confirm-arrival';

const steps = { reserve: 'reserving', create: 'creating', attach: 'attaching', confirm: 'confirming' } as const;

/** The state in which a step is under way, or the next one to begin. */
export const stateOfStep: Readonly<Record<HandOverStep, DeliveryState>> = steps;

/** What a step that is under way can lead to, besides the next step. */
const ends = {
  acknowledge: 'acknowledged',
  unavailable: 'retrying',
  refuse: 'needs-attention',
  'may-repeat': 'retrying',
  'must-ask': 'asking',
  'must-decide': 'unclear',
  ask: 'asking',
} as const;

const byHand = { resend: 'pending', 'start-over': 'pending', 'confirm-arrival': 'acknowledged' } as const;

/** What can happen before a step begins: nothing was sent. */
const notBegun = { unavailable: 'retrying', refuse: 'needs-attention', 'give-up': 'needs-attention', ask: 'asking' } as const;

/** The life of one hand-over as data. Nothing leads out of `unclear` but a person. */
export const deliveryMachine = createMachine({
  types: {} as { events: { type: DeliveryEventType } },
  id: 'delivery',
  initial: 'pending',
  states: {
    pending: { on: { ...steps, ...notBegun } },
    reserving: { on: { create: 'creating', attach: 'attaching', confirm: 'confirming', ...ends } },
    creating: { on: { attach: 'attaching', confirm: 'confirming', ...ends } },
    attaching: { on: { confirm: 'confirming', ...ends } },
    confirming: { on: ends },
    retrying: { on: { ...steps, ...notBegun, resend: 'pending', 'start-over': 'pending' } },
    asking: {
      on: {
        ...steps,
        acknowledge: 'acknowledged',
        'not-there': 'retrying',
        'may-repeat': 'retrying',
        unavailable: 'asking',
        ask: 'asking',
        'must-decide': 'unclear',
      },
    },
    unclear: { on: { ...byHand, ask: 'asking' } },
    'needs-attention': { on: byHand },
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

/** May this happen to a hand-over now? */
export const deliveryAllows = (state: DeliveryState, event: DeliveryEventType): boolean =>
  nextState(deliveryMachine, state, { type: event }) !== null;
