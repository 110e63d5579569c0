import type { Progress } from '@serviceportal/portal-adapter';
import { ApplicationUnreadable } from '../applications/application.js';
import type { DeliveryRow } from '../storage/deliveries.js';
import { seal, unseal } from '../storage/sealing.js';

const purpose = (deliveryId: string): string => `progress:${deliveryId}`;

/** What the steps so far have learned, as it is stored. `key`: of the application. */
export function sealProgress(key: Uint8Array, deliveryId: string, progress: Progress): Buffer {
  return seal(Buffer.from(JSON.stringify(progress)), key, purpose(deliveryId));
}

/** @throws ApplicationUnreadable */
export function openProgress(key: Uint8Array, { id, progress }: Pick<DeliveryRow, 'id' | 'progress'>): Progress {
  if (!progress) return {};
  const plain = unseal(progress, key, purpose(id));
  if (!plain) throw new ApplicationUnreadable('The progress of a delivery does not open with the key of its application.');
  return JSON.parse(plain.toString('utf8')) as Progress;
}
