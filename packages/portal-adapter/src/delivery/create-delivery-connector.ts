import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { DeliveryConnector } from '../contract/delivery.js';
import { directoryConfiguration } from './directory/configuration.js';
import { createDirectoryConnector } from './directory/directory-connector.js';
import { fitConnectConfiguration } from './fit-connect/configuration.js';
import type { FitConnectConfiguration, FitConnectSecrets } from './fit-connect/configuration.js';
import { createFitConnectConnector } from './fit-connect/fit-connect-connector.js';
import { bearerToken, httpConfiguration } from './http/configuration.js';
import { createHttpConnector } from './http/http-connector.js';
import { createCmisConnector } from '../records/cmis/cmis-connector.js';
import { cmisConfiguration } from '../records/cmis/configuration.js';
import { xdomeaConfiguration } from '../records/xdomea/configuration.js';
import { createXdomeaConnector } from '../records/xdomea/xdomea-connector.js';

/** Where and how applications are handed over: one target in a municipality's configuration. */
export const deliveryConfiguration = z.discriminatedUnion('connector', [
  httpConfiguration,
  directoryConfiguration,
  cmisConfiguration,
  fitConnectConfiguration,
  xdomeaConfiguration,
]);

export type DeliveryConfiguration = z.infer<typeof deliveryConfiguration>;
/** As it stands in a configuration file, defaults left out. */
export type DeliveryConfigurationInput = z.input<typeof deliveryConfiguration>;

/** The configuration of a target cannot be used. */
export class ConnectorConfigurationError extends Error {
  override readonly name = 'ConnectorConfigurationError';
  readonly code: 'connector-configuration-invalid' | 'connector-secret-missing';
  constructor(code: ConnectorConfigurationError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The connector for one target.
 *
 * @param configuration one entry of the municipality's `delivery` configuration
 * @param environment where variables such as `tokenEnv` are looked up
 * @throws ConnectorConfigurationError with one line for each thing to correct
 */
export function createDeliveryConnector(
  configuration: DeliveryConfigurationInput,
  environment: Environment = process.env,
): DeliveryConnector {
  const parsed = deliveryConfiguration.safeParse(configuration);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'delivery'}: ${issue.message}`);
    throw new ConnectorConfigurationError('connector-configuration-invalid', lines.join('\n'));
  }
  switch (parsed.data.connector) {
    case 'http': {
      const { webhook } = parsed.data;
      const token = bearer(parsed.data.tokenEnv, environment) ?? parsed.data.token;
      const webhookSecret = webhook && sharedSecret('webhook.secretEnv', webhook.secretEnv, environment);
      return createHttpConnector({ ...parsed.data, token, webhookSecret });
    }
    case 'directory':
      return createDirectoryConnector(parsed.data);
    case 'cmis': {
      const { passwordEnv } = parsed.data;
      const token = bearer(parsed.data.tokenEnv, environment) ?? parsed.data.token;
      const password = passwordEnv === undefined ? parsed.data.password : secret('passwordEnv', passwordEnv, environment);
      return createCmisConnector({ ...parsed.data, token, password });
    }
    case 'fit-connect':
      return createFitConnectConnector(parsed.data, fitConnectSecrets(parsed.data, environment));
    case 'xdomea':
      return createXdomeaConnector(parsed.data);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

function fitConnectSecrets(configuration: FitConnectConfiguration, environment: Environment): FitConnectSecrets {
  const { clientSecretEnv, callback, trustAnchorFiles } = configuration;
  return {
    clientSecret: secret('clientSecretEnv', clientSecretEnv, environment),
    ...(callback && { callbackSecret: sharedSecret('callback.secretEnv', callback.secretEnv, environment) }),
    ...(trustAnchorFiles && { trustAnchors: trustAnchorFiles.map(certificateFile) }),
  };
}

function certificateFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConnectorConfigurationError('connector-configuration-invalid', `trustAnchorFiles: ${path} cannot be read`);
  }
}

function bearer(name: string | undefined, environment: Environment): string | undefined {
  if (name === undefined) return undefined;
  const value = secret('tokenEnv', name, environment);
  if (!bearerToken.test(value)) {
    throw new ConnectorConfigurationError(
      'connector-configuration-invalid',
      `tokenEnv: the environment variable ${name} holds no bearer token`,
    );
  }
  return value;
}

/** Characters; half of what HMAC-SHA256 can use (RFC 2104, section 3), if they are hex. */
const shortestSecret = 32;

function sharedSecret(path: string, name: string, environment: Environment): string {
  const value = secret(path, name, environment);
  if (value.length >= shortestSecret) return value;
  throw new ConnectorConfigurationError(
    'connector-configuration-invalid',
    `${path}: the environment variable ${name} must hold at least ${shortestSecret} characters, e.g. from: openssl rand -hex 32`,
  );
}

function secret(path: string, name: string, environment: Environment): string {
  const value = environment[name];
  if (!value) throw new ConnectorConfigurationError('connector-secret-missing', `${path}: the environment variable ${name} is not set`);
  return value;
}
