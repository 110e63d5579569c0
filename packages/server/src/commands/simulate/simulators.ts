import { deliveryTargets } from './delivery-targets.js';
import { services } from './services.js';
import type { Simulator } from './simulator.js';

/** Every counterpart that `serviceportal simulate` knows, by its name on the command line. */
export const simulators: Readonly<Record<string, Simulator>> = { ...deliveryTargets, ...services };
