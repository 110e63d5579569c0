import { readFileSync } from 'node:fs';
import { DeliveryError } from '../../../contract/delivery.js';
import type { DeliveryConnector, Progress, Receipt } from '../../../contract/delivery.js';
import { ConnectorConfigurationError, createDeliveryConnector } from '../../create-delivery-connector.js';
import { accessTokens } from '../api/access-token.js';
import { addressesOf } from '../api/addresses.js';
import { caller } from '../api/call.js';
import { destinations } from '../api/destinations.js';
import { downloader } from '../api/download.js';
import { keySets } from '../events/verification-keys.js';
import { fitConnectReceiverConfiguration } from './configuration.js';
import type { FitConnectReceiverInput, KeySource } from './configuration.js';
import { readPrivateKey } from './private-key.js';
import type { PrivateKey } from './private-key.js';
import { fitConnectReceiver } from './receiver.js';
import type { FitConnectReceiver, Sink } from './receiver.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Empties a destination of FIT-Connect into a folder or a Fachverfahren.
 *
 * @param environment where variables such as `clientSecretEnv` are looked up
 * @throws ConnectorConfigurationError with one line for each thing to correct
 */
export function createFitConnectReceiver(
  input: FitConnectReceiverInput,
  environment: Environment = process.env,
  now: () => Date = () => new Date(),
): FitConnectReceiver & { readonly pollSeconds: number } {
  const parsed = fitConnectReceiverConfiguration.safeParse(input);
  if (!parsed.success) {
    throw invalid(parsed.error.issues.map((issue) => `${issue.path.join('.') || 'receiver'}: ${issue.message}`).join('\n'));
  }
  const configuration = parsed.data;
  const { token, submission } = addressesOf(configuration.environment, configuration.addresses);
  const { clientId, scope, userAgent, version } = configuration;
  const silenceMs = configuration.timeoutSeconds * 1000;
  const clientSecret = environment[configuration.clientSecretEnv];
  if (!clientSecret) throw missing('clientSecretEnv', configuration.clientSecretEnv);
  const tokens = accessTokens({ tokenAddress: token, clientId, clientSecret, scope, userAgent, silenceMs }, now);
  const calling = caller(tokens, { userAgent, silenceMs });
  const base = `${submission}/${version}`;
  const keys = configuration.decryptionKeys.map((source, index) => keyFrom(`decryptionKeys.${index}`, source, 'RSA-OAEP-256', environment));
  const receiver = fitConnectReceiver({
    configuration,
    caller: calling,
    downloader: downloader(tokens, { userAgent, silenceMs }),
    destinations: destinations(calling, base, undefined, now),
    keySets: keySets(calling, now),
    base,
    submission,
    decryptionKeys: new Map(keys.map(({ kid, key }) => [kid, key])),
    signingKey: keyFrom('signingKey', configuration.signingKey, 'PS512', environment),
    sink: sinkOf(createDeliveryConnector(configuration.sink, environment)),
    now,
  });
  return { ...receiver, pollSeconds: configuration.pollSeconds };
}

/** A connector that recognises keys by itself needs no journal: whatever broke off is put there again. */
function sinkOf(connector: DeliveryConnector): Sink {
  if (!connector.sheet.idempotentCreate) throw invalid('sink: must be a connector that makes one case of one key');
  return async (delivery, { signal }) => {
    let progress: Progress = {};
    let receipt: Receipt | undefined;
    const keep = (kept: Progress): Promise<void> => Promise.resolve(void (progress = kept));
    for (const step of connector.steps) {
      const result = await step.run(delivery, { signal, progress, keep });
      progress = result.progress ?? progress;
      receipt = result.receipt ?? receipt;
    }
    if (!receipt) throw new DeliveryError('fit-connect-sink-failed', 'unavailable', 'The sink did not confirm a submission.');
  };
}

function keyFrom(field: string, source: KeySource, alg: 'RSA-OAEP-256' | 'PS512', environment: Environment): PrivateKey {
  const text = 'env' in source ? environment[source.env] : fileText(field, source.file);
  if (!text) throw missing(field, 'env' in source ? source.env : source.file);
  try {
    return readPrivateKey(text, alg);
  } catch (error) {
    throw invalid(`${field}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
}

function fileText(field: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw invalid(`${field}: ${path} cannot be read`);
  }
}

const invalid = (message: string): ConnectorConfigurationError =>
  new ConnectorConfigurationError('connector-configuration-invalid', message);
const missing = (field: string, name: string): ConnectorConfigurationError =>
  new ConnectorConfigurationError('connector-secret-missing', `${field}: the environment variable ${name} is not set`);
