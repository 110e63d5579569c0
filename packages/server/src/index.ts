export { startPortal, type PortalOptions, type RunningPortal } from './start-portal.js';
export { openMunicipality, type Municipality } from './municipalities/municipality.js';
export { readConfiguration } from './municipalities/read-configuration.js';
export { ConfigurationError, type ConfigurationErrorCode } from './municipalities/configuration-error.js';
export { tryPortal, type TryResult } from './try/try-portal.js';
