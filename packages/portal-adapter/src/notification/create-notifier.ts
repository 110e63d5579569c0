import type { z } from 'zod';
import type { Notifier } from '../contract/notification.js';
import { ConnectorConfigurationError } from '../delivery/create-delivery-connector.js';
import { smtpConfiguration } from './smtp/configuration.js';
import { createSmtpNotifier } from './smtp/smtp-notifier.js';

/** How people are told that something happened. */
export const notificationConfiguration = smtpConfiguration;

export type NotificationConfiguration = z.infer<typeof notificationConfiguration>;

/** @throws ConnectorConfigurationError where the password is not in the environment */
export function createNotifier(
  configuration: NotificationConfiguration,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Notifier {
  const { passwordEnv } = configuration;
  const password = passwordEnv === undefined ? undefined : environment[passwordEnv];
  if (passwordEnv !== undefined && !password) {
    throw new ConnectorConfigurationError('connector-secret-missing', `passwordEnv: the environment variable ${passwordEnv} is not set`);
  }
  return createSmtpNotifier(configuration, { password });
}
