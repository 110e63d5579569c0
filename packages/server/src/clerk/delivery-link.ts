import type { Portal } from '../portal.js';
import type { DeliveryRow } from '../storage/deliveries.js';

/** The page of a delivery. Its address has the end of the delivery's id. */
export const deliveryHref = ({ id, application_id }: Pick<DeliveryRow, 'id' | 'application_id'>): string =>
  `/amt/vorgang/${application_id}/uebergabe/${id.slice(application_id.length + 1)}`;

export function targetLabel({ municipality }: Portal, { target, supplement }: Pick<DeliveryRow, 'target' | 'supplement'>): string {
  const label = municipality.target(target)?.label ?? target;
  return supplement > 0 ? `${label} – Nachtrag` : label;
}
