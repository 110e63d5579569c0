import { resolve } from 'node:path';
import { startFachverfahren } from '@serviceportal/portal-adapter';
import type { RunningFachverfahren } from '@serviceportal/portal-adapter';
import { collectDefaultMetrics } from 'prom-client';
import { demonstrationAccounts } from '../municipalities/clerk-accounts.js';
import { ConfigurationError } from '../municipalities/configuration-error.js';
import { openMunicipality } from '../municipalities/municipality.js';
import { offeredPackages } from '../municipalities/package-archives.js';
import { readConfiguration } from '../municipalities/read-configuration.js';
import { packageFrom } from '../preview/preview-packages.js';
import { createLog } from '../security/log.js';
import { startPortal } from '../start-portal.js';
import type { RunningPortal } from '../start-portal.js';

export interface StartOptions {
  readonly port: number;
  readonly host?: string;
  readonly data: string;
  readonly municipality: string;
  readonly packages: string;
  readonly schema: readonly string[];
  readonly demonstration: boolean;
  readonly ready: boolean;
}

/** `serviceportal start`: runs until it is told to stop. */
export async function start(options: StartOptions): Promise<void> {
  const data = resolve(options.data);
  const fachverfahren = options.demonstration ? await standIn(data, options.port) : null;
  try {
    const environment = { DATA: data, ...(fachverfahren ? { FACHVERFAHREN_URL: fachverfahren.deliveryUrl } : {}), ...process.env };
    const folder = resolve(options.municipality);
    const configuration = readConfiguration(folder, environment);
    if (options.demonstration && !configuration.demonstration) {
      throw new ConfigurationError('configuration-invalid', `--demonstration was given, but ${folder} does not say "demonstration: true".`);
    }
    const municipality = await openMunicipality({ ...configuration, demonstration: options.demonstration }, folder);
    const keys = configuration.services.map((service) => service.package);
    const offers = offeredPackages(options.packages, keys).map((pkg) => ({ package: pkg, preview: false }));
    for (const file of options.schema) offers.push({ package: await packageFrom(file), preview: true });
    const level = process.env['LOG_LEVEL'] ?? (options.demonstration ? 'warn' : 'info');
    const { port, host } = options;
    const log = createLog(level);
    const running = await startPortal({ municipality, offers, data, port, log, environment, ...(host === undefined ? {} : { host }) });
    collectDefaultMetrics({ register: running.portal.metrics.registry });
    stopOnSignal(running, fachverfahren);
    const base = configuration.baseUrl ?? `http://localhost:${running.port}`;
    console.log(addresses(configuration.name, base, options.demonstration, fachverfahren).join('\n'));
    if (options.ready) console.log(`READY ${running.port}`);
  } catch (error) {
    await fachverfahren?.close();
    throw error;
  }
}

function addresses(name: string, base: string, demonstration: boolean, fachverfahren: RunningFachverfahren | null): string[] {
  const login = demonstrationAccounts[0];
  return [
    '',
    `${name}`,
    `  Online services            ${base}/`,
    `  Clerk's desk               ${base}/amt${demonstration ? `   (user "${login.username}", password "${login.password}")` : ''}`,
    ...(fachverfahren ? [`  Stand-in Fachverfahren     ${fachverfahren.url}/`] : []),
    '',
    'Stop with Ctrl-C.',
  ];
}

/** Beside the portal's port where that is free. */
async function standIn(data: string, port: number): Promise<RunningFachverfahren> {
  const options = { folder: resolve(data, 'fachverfahren'), title: 'Finanzverfahren Musterstadt' };
  if (port === 0) return startFachverfahren({ ...options, port: 0 });
  return startFachverfahren({ ...options, port: port + 1 }).catch(() => startFachverfahren({ ...options, port: 0 }));
}

function stopOnSignal(running: RunningPortal, fachverfahren: RunningFachverfahren | null): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    // A second Ctrl-C does not wait for running hand-overs; they are taken up again at the next start.
    if (stopping) process.exit(130);
    stopping = true;
    await running.stop();
    await fachverfahren?.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}
