import { derive } from '../storage/visit-keys.js';
import type { DraftKey } from '../storage/visit-keys.js';

/**
 * Who somebody is, for one application only: enough to tell two people apart, and nothing that another application or the identity
 * service would know again. Made with the key of the draft, which stays while that of the municipality may change. `pseudonym`: as the
 * identity service gives it.
 */
export const identityIn = (key: DraftKey, draftId: string, pseudonym: string): string =>
  derive(key, `identity:${draftId}:${pseudonym}`).toString('base64url');
