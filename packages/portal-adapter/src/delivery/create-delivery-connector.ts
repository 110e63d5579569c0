import { z } from 'zod';
import type { DeliveryConnector } from '../contract/delivery.js';
import { directoryConfiguration } from './directory/configuration.js';
import { createDirectoryConnector } from './directory/directory-connector.js';
import { bearerToken, httpConfiguration } from './http/configuration.js';
import { createHttpConnector } from './http/http-connector.js';

/** Where and how applications are handed over: one target in a municipality's configuration. */
export const deliveryConfiguration = z.discriminatedUnion('connector', [httpConfiguration, directoryConfiguration]);

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
 * @param environment where `tokenEnv` is looked up
 * @throws ConnectorConfigurationError with one line for each thing to correct
 */
export function createDeliveryConnector(
  configuration: DeliveryConfigurationInput,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): DeliveryConnector {
  const parsed = deliveryConfiguration.safeParse(configuration);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'delivery'}: ${issue.message}`);
    throw new ConnectorConfigurationError('connector-configuration-invalid', lines.join('\n'));
  }
  switch (parsed.data.connector) {
    case 'http': {
      const token = secret(parsed.data.tokenEnv, environment) ?? parsed.data.token;
      return createHttpConnector({ ...parsed.data, token });
    }
    case 'directory':
      return createDirectoryConnector(parsed.data);
  }
}

function secret(name: string | undefined, environment: Readonly<Record<string, string | undefined>>): string | undefined {
  if (name === undefined) return undefined;
  const value = environment[name];
  if (!value) throw new ConnectorConfigurationError('connector-secret-missing', `tokenEnv: the environment variable ${name} is not set`);
  if (!bearerToken.test(value)) {
    throw new ConnectorConfigurationError(
      'connector-configuration-invalid',
      `tokenEnv: the environment variable ${name} holds no bearer token`,
    );
  }
  return value;
}
