import { join, resolve } from 'node:path';
import { checkReference } from '@serviceportal/form-engine';
import { systemClock } from '../applications/clock.js';
import type { Office } from '../applications/office.js';
import { startServices } from '../applications/services.js';
import { ConfigurationError } from '../municipalities/configuration-error.js';
import { openMunicipality } from '../municipalities/municipality.js';
import type { Municipality } from '../municipalities/municipality.js';
import { readConfiguration } from '../municipalities/read-configuration.js';
import { openAttachments } from '../open-attachments.js';
import { openPortalDatabase } from '../open-portal-database.js';
import { findApplication, findByReference } from '../storage/applications.js';
import type { ApplicationRow } from '../storage/applications.js';
import { municipalityKey } from '../storage/municipality-key.js';
import { portalLog } from './portal-log.js';
import type { Environment } from './run-portal.js';

export interface CaseOptions {
  readonly data: string;
  readonly municipality: string;
}

/** What commands about a case work with, beside a portal that runs. */
export type CaseOffice = Pick<Office, 'clock' | 'database' | 'files' | 'key' | 'services' | 'land'>;

/** Finds a case by its reference number, however it is typed, or its id. @throws ConfigurationError `case-unknown` */
export async function findCase({ database }: Pick<Office, 'database'>, name: string): Promise<ApplicationRow> {
  const reference = checkReference(name);
  const row = reference === null ? await findApplication(database, name.toLowerCase()) : await findByReference(database, reference);
  if (row) return row;
  throw new ConfigurationError(
    'case-unknown',
    `There is no case "${name}". A reference number or the id from the desk's address is expected.`,
  );
}

/** Opens what the portal works with, for one command. @throws ConfigurationError */
export async function withCases(
  { data, municipality: folder }: CaseOptions,
  environment: Environment,
  work: (office: CaseOffice, municipality: Municipality) => Promise<void>,
): Promise<void> {
  const [dataFolder, municipalityFolder] = [resolve(data), resolve(folder)];
  const configuration = readConfiguration(municipalityFolder, environment);
  const municipality = await openMunicipality(configuration, municipalityFolder);
  const log = portalLog(false);
  const database = await openPortalDatabase(dataFolder, environment, log);
  try {
    await work(
      {
        clock: systemClock,
        database,
        files: await openAttachments(dataFolder, environment, log),
        key: municipalityKey(join(dataFolder, 'key'), environment['SERVICEPORTAL_KEY']),
        services: await startServices(database, [], systemClock, municipality.uploadLimit),
        land: configuration.land,
      },
      municipality,
    );
  } finally {
    await database.destroy();
  }
}
