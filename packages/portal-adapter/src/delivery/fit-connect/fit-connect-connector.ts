import { X509Certificate } from 'node:crypto';
import { DeliveryError } from '../../contract/delivery.js';
import type { CapabilitySheet, Delivery, DeliveryConnector, DeliveryContext } from '../../contract/delivery.js';
import { announce } from './announce.js';
import { accessTokens } from './api/access-token.js';
import { addressesOf } from './api/addresses.js';
import { caller } from './api/call.js';
import { destinations } from './api/destinations.js';
import { uploadAttachments } from './attach.js';
import type { FitConnectConfiguration, FitConnectSecrets } from './configuration.js';
import { complete, taken } from './confirm.js';
import { contentOf } from './content.js';
import { readCallback } from './events/callback.js';
import { keySets } from './events/verification-keys.js';
import { announcedProgress, isAnnounced, readProgress } from './progress.js';
import { chooseDestination } from './reserve.js';
import type { FitConnectService } from './service.js';
import { statusOf } from './status.js';

/** Why the connector leaves out parts of the contract suite. */
export const fitConnectLimits = {
  noKeys:
    'FIT-Connect does not know our keys: a case is found by the number that was noted when it was announced. A hand-over that starts again from its first step becomes another case.',
  eventLog:
    'Whatever FIT-Connect answers when it takes a case, its signed event log decides: an unreadable answer alone leaves nothing open.',
  revocation: 'Certificates of destinations are checked against trustAnchorFiles, but nobody is asked whether they were revoked.',
} as const;

/** Sends with FIT-Connect: docs/connectors/fit-connect.md. */
export function createFitConnectConnector(
  configuration: FitConnectConfiguration,
  secrets: FitConnectSecrets,
  now: () => Date = () => new Date(),
): DeliveryConnector {
  const maxBytes = configuration.maxMegabytes === undefined ? undefined : configuration.maxMegabytes * 1_000_000;
  const service = serviceOf(configuration, secrets, now);
  const { callbackSecret } = secrets;
  const prepared = (delivery: Delivery, context: DeliveryContext) => {
    if (context.signal.aborted) throw new DeliveryError('fit-connect-unreachable', 'unavailable', 'The time for this attempt is over.');
    if (maxBytes !== undefined) checkSize(delivery, maxBytes);
    return contentOf(delivery, configuration);
  };
  return {
    sheet: sheetOf(maxBytes),
    steps: [
      {
        name: 'reserve',
        whenUnclear: 'repeat',
        async run(delivery, context) {
          const destinationId = await chooseDestination(service, delivery, prepared(delivery, context), context);
          return { progress: { destinationId } };
        },
      },
      {
        name: 'create',
        whenUnclear: 'repeat',
        async run(delivery, context) {
          const content = prepared(delivery, context);
          const destinationId =
            readProgress(context.progress)?.destinationId ?? (await chooseDestination(service, delivery, content, context));
          return { progress: await announce(service, delivery, content, destinationId, context) };
        },
      },
      {
        name: 'attach',
        whenUnclear: 'repeat',
        run: async (delivery, context) => ({
          progress: await uploadAttachments(service, prepared(delivery, context), announcedProgress(context.progress), context),
        }),
      },
      {
        name: 'confirm',
        whenUnclear: 'ask',
        run: (delivery, context) => complete(service, delivery, prepared(delivery, context), announcedProgress(context.progress), context),
        async find(_, context) {
          const progress = readProgress(context.progress);
          if (!isAnnounced(progress) || progress.sent.length === 0) return null;
          const receipt = await taken(service, progress, context);
          return receipt && { receipt };
        },
      },
    ],
    status: (_delivery, _receipt, context) => statusOf(service, context),
    ...(callbackSecret !== undefined && { callback: (request) => Promise.resolve().then(() => readCallback(request, callbackSecret)) }),
  };
}

function serviceOf(configuration: FitConnectConfiguration, secrets: FitConnectSecrets, now: () => Date): FitConnectService {
  const { token, submission, routing } = addressesOf(configuration.environment, configuration.addresses);
  const { clientId, scope, userAgent } = configuration;
  const silenceMs = configuration.timeoutSeconds * 1000;
  const tokens = accessTokens({ tokenAddress: token, clientId, clientSecret: secrets.clientSecret, scope, userAgent, silenceMs }, now);
  const calling = caller(tokens, { userAgent, silenceMs });
  const base = `${submission}/${configuration.version}`;
  const anchors = secrets.trustAnchors?.flatMap(certificatesIn);
  return {
    configuration,
    caller: calling,
    base,
    submission,
    routing,
    destinations: destinations(calling, base, anchors, now),
    keySets: keySets(calling, now),
    callbackSecret: secrets.callbackSecret,
  };
}

/** @throws Error when a certificate cannot be read: the portal does not start */
function certificatesIn(pem: string): X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw new Error('A file of trustAnchorFiles holds no certificate.');
  return found.map((one) => new X509Certificate(one));
}

function sheetOf(maxBytes: number | undefined): CapabilitySheet {
  return {
    kind: 'delivery',
    name: 'fit-connect',
    lookupByKey: true,
    idempotentCreate: false,
    attachments: true,
    statusBack: true,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    limits: Object.values(fitConnectLimits),
  };
}

function checkSize({ files }: Delivery, maxBytes: number): void {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size <= maxBytes) return;
  throw new DeliveryError(
    'fit-connect-too-large',
    'refused',
    `The case has ${size} bytes, this target takes ${maxBytes} (maxMegabytes). Hand over the attachments in another way.`,
  );
}
