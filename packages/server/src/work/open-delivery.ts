import type { Delivery } from '@serviceportal/portal-adapter';
import { applicationKey, openApplication } from '../applications/application.js';
import type { Office } from '../applications/office.js';
import type { TargetConfiguration } from '../municipalities/configuration.js';
import type { Sender } from '../municipalities/municipality.js';
import { findApplication } from '../storage/applications.js';
import type { ApplicationRow } from '../storage/applications.js';
import { changeLeased } from '../storage/delivery-leases.js';
import { buildDelivery } from './build-delivery.js';
import type { Held, Opened } from './journal.js';
import { openProgress } from './progress.js';
import { deliveryFrom, filesInLog, openContent, storeContent } from './sent-content.js';
import type { SentContent } from './sent-content.js';

/**
 * What a delivery hands over: put together the first time, and from then on as it was. Null: somebody else has the delivery now.
 * @throws ApplicationUnreadable, DeliveryError
 */
export async function openDelivery(
  office: Office,
  sender: Sender,
  target: TargetConfiguration,
  held: Held,
): Promise<(Opened & { readonly delivery: Delivery }) | null> {
  const { row } = held;
  const application = await findApplication(office.database, row.application_id);
  if (!application) throw new Error('A delivery without its application');
  const key = applicationKey(office, application);
  // A damaged one is noticed here, before anything is sent.
  openProgress(key, row);
  const content = openContent(office, application, row) ?? (await putTogether(office, sender, target, application, held));
  return content && { ...held, key, files: filesInLog(content.files), delivery: deliveryFrom(office, content) };
}

async function putTogether(
  office: Office,
  sender: Sender,
  target: TargetConfiguration,
  application: ApplicationRow,
  { row, owner }: Held,
): Promise<SentContent | null> {
  const built = await buildDelivery(office, sender, target, await openApplication(office, application), row);
  return storeContent(office, application, built, (content) => changeLeased(office.database, row.id, owner, { content }));
}
