import { DeliveryError } from '../../contract/delivery.js';
import type { Delivery, DeliveryContext } from '../../contract/delivery.js';
import type { OpenDestination } from './api/destinations.js';
import type { Content } from './content.js';
import { findDestination } from './routing.js';
import type { FitConnectService } from './service.js';

/** Where the delivery goes to, and that it may. Nothing is taken yet. @throws DeliveryError */
export async function chooseDestination(
  service: FitConnectService,
  delivery: Delivery,
  content: Content,
  context: DeliveryContext,
): Promise<string> {
  const { configuration } = service;
  const destinationId = configuration.destinationId ?? (await routed(service, delivery, context));
  const destination = await service.destinations.open(destinationId, context);
  checkVersion(destination, configuration.metadata);
  if (!delivery.supplement) checkService(destination, serviceIdentifier(configuration, delivery), content);
  return destinationId;
}

/** The service as FIT-Connect names it. @throws DeliveryError `fit-connect-service-unnamed` */
export function serviceIdentifier(configuration: FitConnectService['configuration'], delivery: Pick<Delivery, 'service'>): string {
  if (configuration.serviceIdentifier !== undefined) return configuration.serviceIdentifier;
  return `urn:de:fim:leika:leistung:${leikaOf(configuration, delivery)}`;
}

function leikaOf(configuration: FitConnectService['configuration'], { service }: Pick<Delivery, 'service'>): string {
  const leika = configuration.leika ?? service.leika[0];
  if (leika !== undefined && /^\d{14}$/.test(leika)) return leika;
  throw new DeliveryError(
    'fit-connect-service-unnamed',
    'refused',
    `The service "${service.key}" has no LeiKa key of 14 digits. Name it in the package, or "leika" or "serviceIdentifier" for this target.`,
  );
}

async function routed(service: FitConnectService, delivery: Delivery, context: DeliveryContext): Promise<string> {
  const { configuration, caller, keySets, routing, submission } = service;
  const question = { leika: leikaOf(configuration, delivery), ars: delivery.municipality.ars };
  const hosts = [new URL(submission).host, ...configuration.submissionHosts].map((host) => host.toLowerCase());
  return findDestination(caller, keySets, question, { routing, hosts, checkArea: configuration.checkArea }, context);
}

function checkVersion({ metadataVersions }: OpenDestination, wanted: string): void {
  const major = `${wanted.split('.')[0]}.`;
  if (metadataVersions.length === 0 || metadataVersions.some((version) => version.startsWith(major))) return;
  throw new DeliveryError(
    'fit-connect-metadata-version',
    'refused',
    `The destination does not read metadata ${wanted}, but ${metadataVersions.join(', ').slice(0, 100)}. Set "metadata" for this target.`,
  );
}

function checkService({ services }: OpenDestination, identifier: string, { data }: Content): void {
  if (services.length === 0) return;
  const offered = services.filter((one) => one.identifier === identifier);
  const schemas = offered.flatMap(({ submissionSchemas = [] }) => submissionSchemas);
  const fits = schemas.some(({ schemaUri, mimeType }) => schemaUri === data.schemaUri && mimeType === data.mimeType);
  if (offered.length > 0 && (schemas.length === 0 || fits)) return;
  throw new DeliveryError(
    'fit-connect-service-not-offered',
    'refused',
    offered.length > 0
      ? `The destination does not take data of the structure ${data.schemaUri} (${data.mimeType}) for the service ${identifier}.`
      : `The destination does not take the service ${identifier}.`,
  );
}
