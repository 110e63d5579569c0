import { timingSafeEqual } from 'node:crypto';
import { checkReference } from '@serviceportal/form-engine';
import type { ApplicationRow } from '../storage/applications.js';
import { findApplication, findByReference } from '../storage/applications.js';
import type { DraftKey, VisitSecret } from '../storage/visit-keys.js';
import { accessDigest, codeDigest } from '../storage/visit-keys.js';
import { keysOf } from './keys.js';
import type { Office } from './office.js';

/** The application of this browser, by its id; null if it is another's or there is none. */
export async function ownApplication(
  office: Office,
  visit: VisitSecret,
  id: string,
): Promise<{ readonly row: ApplicationRow; readonly key: DraftKey } | null> {
  const row = await findApplication(office.database, id);
  if (!row) return null;
  const key = (await keysOf(office, visit, id)).find((held) => same(row.access_digest, accessDigest(held, id)));
  return key ? { row, key } : null;
}

/** The application with this reference number, if the Abrufcode is right. Both as typed. */
export async function applicationByCode(office: Office, reference: string, code: string): Promise<ApplicationRow | null> {
  const normal = checkReference(reference);
  const row = normal === null ? null : await findByReference(office.database, normal);
  return row && same(row.code_digest, codeDigest(code, row.reference)) ? row : null;
}

function same(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}
