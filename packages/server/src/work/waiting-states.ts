import type { DeliveryState } from '@serviceportal/form-engine';

/**
 * States in which a worker has something to do. `delivering` too: a row in that state whose lease ran out belongs to a
 * worker that died during an attempt.
 */
export const waitingStates = ['pending', 'retrying', 'unclear', 'delivering'] as const satisfies readonly DeliveryState[];
