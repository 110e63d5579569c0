import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServicePackage } from '@serviceportal/form-engine';
import { startFachverfahren } from '@serviceportal/portal-adapter';
import type { RunningFachverfahren } from '@serviceportal/portal-adapter';
import { municipalitySchema } from '../municipalities/configuration.js';
import { municipalityOf } from '../municipalities/municipality.js';
import { createLog } from '../security/log.js';
import { startPortal } from '../start-portal.js';
import type { RunningPortal } from '../start-portal.js';

/** A portal with one service and two stand-in targets, on free ports and temporary data. */
export interface Stage {
  readonly running: RunningPortal;
  readonly fachverfahren: RunningFachverfahren;
  readonly base: string;
  close(): Promise<void>;
}

const text = { heading: 'Text', paragraphs: [], sections: [] };

/** @param changes of the municipality's configuration */
export async function setStage(pkg: ServicePackage, changes: object = {}): Promise<Stage> {
  const data = await mkdtemp(join(tmpdir(), 'serviceportal-try-'));
  const fachverfahren = await startFachverfahren({ folder: join(data, 'fachverfahren'), port: 0 });
  const configuration = municipalitySchema.parse({
    name: 'Probe',
    referencePrefix: 'PR',
    ars: '059700000000',
    land: 'NW',
    contact: { office: 'Probe' },
    legal: { imprint: { file: '' }, privacy: { file: '' }, accessibility: { file: '' } },
    services: [
      {
        package: pkg.key,
        targets: [
          { name: 'fachverfahren', label: 'Fachverfahren', delivery: { connector: 'http', url: fachverfahren.deliveryUrl } },
          { name: 'ablage', label: 'Ablage', delivery: { connector: 'directory', path: join(data, 'uebergabe'), create: true } },
        ],
      },
    ],
    limits: { requestsPerMinute: 1_000_000 },
    ...changes,
  });
  const municipality = await municipalityOf(configuration, data, { imprint: text, privacy: text, accessibility: text });
  const running = await startPortal({
    municipality,
    offers: [{ package: pkg, preview: true }],
    data,
    port: 0,
    host: '127.0.0.1',
    log: createLog('silent'),
    environment: {},
  }).catch(async (error: unknown) => {
    // Else its port keeps the process alive.
    await fachverfahren.close();
    throw error;
  });
  return {
    running,
    fachverfahren,
    base: `http://127.0.0.1:${running.port}`,
    async close() {
      await running.stop();
      await fachverfahren.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
