import type { Logger } from 'pino';
import { createLog } from '../security/log.js';

/** A demonstration says only what is wrong; `LOG_LEVEL` decides otherwise. */
export const portalLog = (demonstration: boolean): Logger => createLog(process.env['LOG_LEVEL'] ?? (demonstration ? 'warn' : 'info'));
