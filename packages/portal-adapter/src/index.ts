export * from './contract/delivery.js';
export { ConnectorConfigurationError, createDeliveryConnector, deliveryConfiguration } from './delivery/create-delivery-connector.js';
export type { DeliveryConfiguration, DeliveryConfigurationInput } from './delivery/create-delivery-connector.js';
export { distinctFileNames, safeFileName } from './delivery/file-name.js';
export { behaviours } from './simulators/fachverfahren/behaviour.js';
export type { Behaviour } from './simulators/fachverfahren/behaviour.js';
export { createFachverfahren, startFachverfahren } from './simulators/fachverfahren/fachverfahren.js';
export type { Fachverfahren, FachverfahrenOptions, RunningFachverfahren } from './simulators/fachverfahren/fachverfahren.js';
