import type { Office } from '../applications/office.js';
import type { DeliveryRow } from '../storage/deliveries.js';

const longest = 2000;
/** For which a reason is sealed. */
export const reasonPurpose = (deliveryId: string): string => `reason:${deliveryId}`;

/** What the counterpart said, as it is stored: it may name a person. */
export function sealReason(office: Office, deliveryId: string, reason: string): Buffer {
  return office.key.seal(Buffer.from(reason.slice(0, longest)), reasonPurpose(deliveryId));
}

/** For the clerk's eyes. Null: the counterpart gave none, or the key does not open it. */
export function openReason(office: Office, { id, reason }: DeliveryRow): string | null {
  return reason && (office.key.open(reason, reasonPurpose(id))?.toString('utf8') ?? null);
}
