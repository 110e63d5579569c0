import type { Office } from './office.js';

/** Evenly distributed in [0, 1). */
export const chance = ({ random }: Pick<Office, 'random'>): number => Buffer.from(random.bytes(4)).readUInt32BE() / 2 ** 32;
