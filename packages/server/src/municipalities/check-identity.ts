import type { ServicePackage } from '@serviceportal/form-engine';
import { ConfigurationError } from './configuration-error.js';

/** Can this portal do what the package demands of identities? @throws ConfigurationError */
export function checkIdentity({ key, workflow }: ServicePackage, hasAccount: boolean): void {
  if (workflow.coSign?.distinctIdentity && !hasAccount) {
    throw new ConfigurationError(
      'package-needs-identity',
      `The package "${key}" demands that two people prove who they are (workflow.yaml: coSign.distinctIdentity), but municipality.yaml ` +
        'names no identity service. Configure "identity" (docs/connectors/identity-oidc.md), take the package out of "services", or set ' +
        'distinctIdentity: false.',
    );
  }
  if (workflow.identify?.required && !hasAccount) {
    throw new ConfigurationError(
      'package-needs-identity',
      `The package "${key}" demands that people sign in (workflow.yaml: identify.required), but municipality.yaml names no identity ` +
        'service. Configure "identity" (docs/connectors/identity-oidc.md), or take the package out of "services".',
    );
  }
}
