import { randomBytes } from 'node:crypto';
import type { SimulatorOptions } from './simulator.js';

export const lines = (...all: string[]): string => all.join('\n');

/** A secret that the environment has under this name, or a new one. */
export function secretFrom({ environment }: Pick<SimulatorOptions, 'environment'>, name: string): string {
  return environment[name] ?? randomBytes(24).toString('hex');
}
