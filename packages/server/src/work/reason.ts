import type { Office } from '../applications/office.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { seal, unseal } from '../storage/sealing.js';

const longest = 2000;
const purpose = (deliveryId: string): string => `reason:${deliveryId}`;

/** What the counterpart said, as it is stored: it may name a person. */
export function sealReason(office: Office, deliveryId: string, reason: string): Buffer {
  return seal(Buffer.from(reason.slice(0, longest)), office.key, purpose(deliveryId));
}

/** For the clerk's eyes. Null: the counterpart gave none, or the key does not open it. */
export function openReason(office: Office, { id, reason }: DeliveryRow): string | null {
  return reason && (unseal(reason, office.key, purpose(id))?.toString('utf8') ?? null);
}
