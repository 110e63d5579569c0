import { randomBytes, randomUUID } from 'node:crypto';

/** Time and chance come in from outside, so that deadlines and numbers can be tested. */
export interface Clock {
  now(): Date;
}

export interface Random {
  bytes(length: number): Uint8Array;
  uuid(): string;
}

export const systemClock: Clock = { now: () => new Date() };
export const systemRandom: Random = { bytes: (length) => randomBytes(length), uuid: () => randomUUID() };

export function later(instant: Date, change: { days?: number; seconds?: number }): Date {
  return new Date(instant.getTime() + (change.days ?? 0) * 86_400_000 + (change.seconds ?? 0) * 1000);
}
