import type { DeliveryState } from '@serviceportal/form-engine';
import { deliveryStates } from '@serviceportal/form-engine';

/** States in which a step may be under way: a row in one of them whose lease ran out belongs to a worker that died. */
export const stepStates = ['reserving', 'creating', 'attaching', 'confirming'] as const satisfies readonly DeliveryState[];

/** States in which a worker has something to do. */
export const waitingStates = ['pending', 'retrying', 'asking', ...stepStates] as const satisfies readonly DeliveryState[];

/** Everything but what is over. */
export const openStates = deliveryStates.filter((state) => state !== 'acknowledged');

export function stateOf(row: { readonly state: string }): DeliveryState {
  const state = deliveryStates.find((known) => known === row.state);
  if (!state) throw new Error(`Unknown state of a delivery: ${row.state}`);
  return state;
}

export const isStepState = (state: DeliveryState): boolean => (stepStates as readonly DeliveryState[]).includes(state);

/** Nothing more happens without a person. */
export const needsDecision = (state: DeliveryState): boolean => state === 'unclear' || state === 'needs-attention';
