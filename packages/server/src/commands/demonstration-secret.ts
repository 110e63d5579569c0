import { resolve } from 'node:path';
import { municipalityKey } from '../storage/municipality-key.js';

/** The secret with which links are prepared in the demonstration: made at its first start, in its data folder. */
export const demonstrationSecret = (data: string): string =>
  Buffer.from(municipalityKey(resolve(data, 'link-secret'), undefined)).toString('hex');
