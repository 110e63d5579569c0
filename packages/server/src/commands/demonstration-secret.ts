import { resolve } from 'node:path';
import { keysInFile } from '../storage/key-file.js';

/** The secret with which links are prepared in the demonstration: made at its first start, in its data folder. */
export const demonstrationSecret = (data: string): string => keysInFile(resolve(data, 'link-secret'))[0].toString('hex');
