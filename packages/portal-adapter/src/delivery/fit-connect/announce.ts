import { randomUUID } from 'node:crypto';
import { DeliveryError } from '../../contract/delivery.js';
import type { Delivery, DeliveryContext, DeliveryFile } from '../../contract/delivery.js';
import { announced } from './api/answers.js';
import type { Content } from './content.js';
import type { FitConnectConfiguration } from './configuration.js';
import type { AttachmentProgress, FitConnectProgress } from './progress.js';
import { serviceIdentifier } from './reserve.js';
import type { FitConnectService } from './service.js';

/**
 * Announces a submission. One that is announced and never completed is never delivered, so announcing twice is as good as once.
 *
 * @throws DeliveryError
 */
export async function announce(
  service: FitConnectService,
  delivery: Delivery,
  content: Content,
  destinationId: string,
  context: DeliveryContext,
): Promise<FitConnectProgress> {
  const { configuration, base, caller } = service;
  const attachments = content.attachments.map(({ file }) => parts(file, configuration.fragmentMegabytes));
  const named = { name: delivery.service.title, identifier: serviceIdentifier(configuration, delivery) };
  const known = caseToJoin(delivery, configuration);
  const request = {
    destinationId,
    announcedAttachments: attachments.flatMap((attachment) => attachment.parts),
    ...(configuration.version === 'v1' ? { serviceType: named } : { publicService: named, region: `DE${delivery.municipality.ars}` }),
    ...(known !== undefined && { caseId: known }),
    ...(configuration.callback && { callback: { url: configuration.callback.url, secret: service.callbackSecret } }),
  };
  const { submissionId, caseId } = await caller.ask({ method: 'POST', url: `${base}/submissions`, json: request }, announced, context);
  return { destinationId, submissionId, caseId, attachments, sent: [] };
}

/** New ids for every announcement: they must be unique everywhere. */
function parts({ size, sha256 }: DeliveryFile, fragmentMegabytes: number | undefined): AttachmentProgress {
  const id = randomUUID();
  const count = fragmentMegabytes === undefined ? 1 : Math.ceil(size / fragmentBytes(fragmentMegabytes));
  return { id, parts: count > 1 ? Array.from({ length: count }, () => randomUUID()) : [id], sha256 };
}

const fragmentBytes = (megabytes: number): number => Math.floor(megabytes * 1_000_000);

function caseToJoin({ supplement }: Delivery, { supplementsJoinCase }: FitConnectConfiguration): string | undefined {
  if (!supplement || !supplementsJoinCase) return undefined;
  if (supplement.counterpartReference !== undefined) return supplement.counterpartReference;
  throw new DeliveryError(
    'fit-connect-case-unknown',
    'unavailable',
    'A supplement belongs to a case whose number at FIT-Connect is not known yet. It waits until the application was handed over.',
  );
}
