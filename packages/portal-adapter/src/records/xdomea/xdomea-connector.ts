import { DeliveryError } from '../../contract/delivery.js';
import type { CapabilitySheet, Delivery, DeliveryConnector } from '../../contract/delivery.js';
import type { Modes } from '../../delivery/directory/durable.js';
import { placesIn } from '../../delivery/directory/places.js';
import { errorCode } from '../../delivery/error-code.js';
import type { XdomeaConfiguration } from './configuration.js';
import { confirmationOf, UnreadableConfirmation } from './confirmation.js';
import { handOverMessage } from './hand-over-message.js';
import { processId } from './identifiers.js';
import { knownReceipt, putMessage } from './outbox.js';
import { UnreadableXml } from './xml/read-xml.js';
import { UnreadableZip } from './zip/read-zip.js';

/** Why the connector leaves out parts of the contract suite, and what an operator should know. */
export const xdomeaLimits = {
  passive: 'A folder refuses nothing and answers nothing at once: what the records system thinks of a case comes later, as a confirmation.',
  supplements:
    'A supplement that is sent before the import was confirmed names the Vorgang of its application by our id; a records system that gives its own must map it.',
} as const;

/** One message for each case in a folder, and the confirmations that come back. Layout: docs/connectors/xdomea.md. */
export function createXdomeaConnector(configuration: XdomeaConfiguration, now: () => Date = () => new Date()): DeliveryConnector {
  const places = placesIn(configuration.outbox);
  const modes: Modes = { file: Number.parseInt(configuration.fileMode, 8), folder: Number.parseInt(configuration.folderMode, 8) };
  const maxBytes = configuration.maxMegabytes === undefined ? undefined : configuration.maxMegabytes * 1_000_000;
  const sheet: CapabilitySheet = {
    kind: 'records',
    name: 'xdomea',
    lookupByKey: true,
    idempotentCreate: true,
    attachments: true,
    statusBack: true,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    limits: [xdomeaLimits.passive, xdomeaLimits.supplements],
  };
  return {
    sheet,
    steps: [
      {
        name: 'create',
        whenUnclear: 'ask',
        run: (delivery, { signal }) =>
          explained(configuration.outbox, async () => {
            checkSize(delivery, maxBytes);
            const { key, submittedAt } = delivery;
            const known = await knownReceipt(places, key, processId(key));
            if (known) return { receipt: known };
            const parcel = { key, submittedAt, message: handOverMessage(delivery, configuration) };
            return { receipt: await putMessage(places, parcel, processId(key), modes, now(), signal) };
          }),
        find: ({ key }) =>
          explained(configuration.outbox, async () => {
            const receipt = await knownReceipt(places, key, processId(key));
            return receipt && { receipt };
          }),
      },
    ],
    status: ({ key }) => explained(configuration.inbox, () => confirmationOf(configuration.inbox, processId(key))),
  };
}

function checkSize({ files }: Delivery, maxBytes: number | undefined): void {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (maxBytes === undefined || size <= maxBytes) return;
  const message = `The case has ${size} bytes, this target takes ${maxBytes} (maxMegabytes). Hand over the attachments in another way.`;
  throw new DeliveryError('xdomea-too-large', 'refused', message);
}

async function explained<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof DeliveryError) throw cause;
    if (cause instanceof UnreadableConfirmation || cause instanceof UnreadableXml || cause instanceof UnreadableZip) {
      const message = `A confirmation in ${path} cannot be read: ${cause.message}. Ask the operator of the records system to send it again.`;
      throw new DeliveryError('xdomea-confirmation-unreadable', 'unavailable', message);
    }
    const reason = errorCode(cause) || (cause instanceof Error ? cause.name : 'unknown');
    const message = `The folder ${path} cannot be used (${reason}). Check that it exists, is mounted, writable and has space left.`;
    throw new DeliveryError('xdomea-unavailable', 'unavailable', message);
  }
}
