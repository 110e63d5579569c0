import type { ServicePackage } from '@serviceportal/form-engine';
import { ConfigurationError } from './configuration-error.js';

/** Can this portal do what the package demands of identities? It knows no identity service yet. @throws ConfigurationError */
export function checkIdentity({ key, workflow }: ServicePackage): void {
  if (!workflow.coSign?.distinctIdentity) return;
  throw new ConfigurationError(
    'package-needs-identity',
    `The package "${key}" demands that two people prove who they are (workflow.yaml: coSign.distinctIdentity), ` +
      'but this portal has no identity service. Take it out of "services", or set distinctIdentity: false.',
  );
}
