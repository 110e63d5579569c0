import type { AssuranceLevel } from '@serviceportal/form-engine';
import { createIdentityConnector } from '@serviceportal/portal-adapter';
import type { IdentityConnector } from '@serviceportal/portal-adapter';
import type { MunicipalityConfiguration } from './configuration.js';

/** The account with which people can sign in at this portal. */
export interface Account {
  /** As people know it: "BundID". */
  readonly name: string;
  /** From this level on a value cannot be changed, where the service says nothing else. */
  readonly lockFrom: AssuranceLevel;
  readonly connector: IdentityConnector;
}

export function accountOf({ identity }: MunicipalityConfiguration): Account | null {
  return identity ? { name: identity.name, lockFrom: identity.lockFrom, connector: createIdentityConnector(identity.signIn) } : null;
}
