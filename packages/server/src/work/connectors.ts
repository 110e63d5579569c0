import { createDeliveryConnector } from '@serviceportal/portal-adapter';
import type { CapabilitySheet, DeliveryConnector } from '@serviceportal/portal-adapter';
import type { TargetConfiguration } from '../municipalities/configuration.js';
import { ConfigurationError } from '../municipalities/configuration-error.js';

/** By target name. @throws ConfigurationError, ConnectorConfigurationError */
export function connectorsOf(
  targets: readonly TargetConfiguration[],
  environment: Readonly<Record<string, string | undefined>>,
): Map<string, DeliveryConnector> {
  return new Map(
    targets.map((target) => {
      const connector = createDeliveryConnector(target.delivery, environment);
      checkTarget(target, connector.sheet);
      return [target.name, connector];
    }),
  );
}

/** Is the target asked for no more than its connector can do? @throws ConfigurationError */
export function checkTarget(target: Pick<TargetConfiguration, 'name' | 'attachments'>, sheet: CapabilitySheet): void {
  if (!target.attachments || sheet.attachments) return;
  throw new ConfigurationError(
    'configuration-invalid',
    `The target "${target.name}" is to receive attachments, but its connector "${sheet.name}" cannot hand them over. ` +
      'Write "attachments: false" for it, and tell the office how it gets the files.',
  );
}
