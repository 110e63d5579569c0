import type { z } from 'zod';
import type { IdentityConnector } from '../contract/identity.js';
import { oidcConfiguration } from './oidc/configuration.js';
import { oidcConnector } from './oidc/oidc-connector.js';

/** Which identity service, and what its connector needs. */
export const identityConfiguration = oidcConfiguration;
export type IdentityConfiguration = z.infer<typeof identityConfiguration>;

export const createIdentityConnector = (configuration: IdentityConfiguration): IdentityConnector => oidcConnector(configuration);
