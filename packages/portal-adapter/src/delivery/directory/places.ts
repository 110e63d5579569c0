import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Delivery } from '../../contract/delivery.js';
import { safeFileName } from '../file-name.js';

/** Where things lie in the target folder. Names with a dot are the connector's own; recipients leave them alone. */
export interface Places {
  readonly root: string;
  /** Cases that are being written; one folder an attempt. */
  readonly inWork: string;
  /** One folder for each key that was handed over; stays when the recipient takes the case away. */
  readonly acceptances: string;
}

export function placesIn(root: string): Places {
  return { root, inWork: join(root, '.in-arbeit'), acceptances: join(root, '.quittungen') };
}

export function keyDigest(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** `H-2026-000123_4f0c2a9d81e6`: the citizen's reference, and enough of the key to be unique. */
export function caseFolderName(delivery: Pick<Delivery, 'key' | 'reference'>): string {
  return `${safeFileName(delivery.reference)}_${keyDigest(delivery.key).slice(0, 12)}`;
}

/** A name for one attempt to hand over a key. */
export function attemptName(key: string): string {
  return `${keyDigest(key)}-${randomBytes(6).toString('hex')}`;
}

/** The digest of the key an attempt is for. */
export function digestOf(attempt: string): string {
  return attempt.split('-')[0] ?? '';
}
