import { derive } from '../storage/visit-keys.js';
import type { Office } from './office.js';

/**
 * Who somebody is, for one application only: enough to tell two people apart, and nothing that another application or the identity
 * service would know again. `pseudonym`: as the identity service gives it.
 */
export const identityIn = ({ key }: Pick<Office, 'key'>, draftId: string, pseudonym: string): string =>
  derive(key, `identity:${draftId}:${pseudonym}`).toString('base64url');
