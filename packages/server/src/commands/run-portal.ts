import { resolve } from 'node:path';
import { collectDefaultMetrics } from 'prom-client';
import { ConfigurationError } from '../municipalities/configuration-error.js';
import { openMunicipality } from '../municipalities/municipality.js';
import { offeredPackages } from '../municipalities/package-archives.js';
import { readConfiguration } from '../municipalities/read-configuration.js';
import { packageFrom } from '../preview/preview-packages.js';
import type { ReadMetrics } from '../processes/member.js';
import { startPortal } from '../start-portal.js';
import type { RunningPortal } from '../start-portal.js';
import { portalLog } from './portal-log.js';
import { standInMailbox } from './stand-ins.js';

export interface RunOptions {
  readonly port: number;
  readonly host?: string;
  readonly data: string;
  readonly municipality: string;
  readonly packages: string;
  readonly schema: readonly string[];
  readonly demonstration: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The portal as the command line describes it, in this process. */
export async function runPortal(options: RunOptions, environment: Environment, readMetrics?: ReadMetrics): Promise<RunningPortal> {
  const { port, host, demonstration } = options;
  const folder = resolve(options.municipality);
  const configuration = readConfiguration(folder, environment);
  if (demonstration && !configuration.demonstration) {
    throw new ConfigurationError('configuration-invalid', `--demonstration was given, but ${folder} does not say "demonstration: true".`);
  }
  const notification = configuration.notification ?? (demonstration ? standInMailbox(environment) : undefined);
  const municipality = await openMunicipality({ ...configuration, notification, demonstration }, folder);
  const keys = configuration.services.map((service) => service.package);
  const offers = offeredPackages(options.packages, keys).map((pkg) => ({ package: pkg, preview: false }));
  for (const file of options.schema) offers.push({ package: await packageFrom(file), preview: true });
  const running = await startPortal({
    municipality,
    offers,
    data: resolve(options.data),
    port,
    log: portalLog(demonstration),
    environment,
    ...(host !== undefined && { host }),
    ...(readMetrics && { readMetrics }),
  });
  collectDefaultMetrics({ register: running.portal.metrics.registry });
  return running;
}
