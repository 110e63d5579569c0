import type { Office } from '../applications/office.js';
import type { DeliveryRow } from '../storage/deliveries.js';

const longest = 2000;

/** `case-reason`: about what became of the case. */
type About = 'reason' | 'case-reason';

/** For which a reason is sealed. */
export const reasonPurpose = (deliveryId: string, about: About = 'reason'): string => `${about}:${deliveryId}`;

/** What the counterpart said, as it is stored: it may name a person. */
export function sealReason(office: Office, deliveryId: string, reason: string, about: About = 'reason'): Buffer {
  return office.key.seal(Buffer.from(reason.slice(0, longest)), reasonPurpose(deliveryId, about));
}

/** For the clerk's eyes. Null: the counterpart gave none, or the key does not open it. */
export const openReason = (office: Pick<Office, 'key'>, { id, reason }: DeliveryRow): string | null =>
  open(office, reason, reasonPurpose(id));

/** The same about what became of the case. */
export const openCaseReason = (office: Pick<Office, 'key'>, { id, case_reason }: DeliveryRow): string | null =>
  open(office, case_reason, reasonPurpose(id, 'case-reason'));

const open = ({ key }: Pick<Office, 'key'>, sealed: Buffer | null, purpose: string): string | null =>
  sealed && (key.open(sealed, purpose)?.toString('utf8') ?? null);
