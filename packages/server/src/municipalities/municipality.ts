import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClerkAccounts } from './clerk-accounts.js';
import { clerkAccounts } from './clerk-accounts.js';
import type { MunicipalityConfiguration, TargetConfiguration } from './configuration.js';
import { ConfigurationError } from './configuration-error.js';
import type { LegalText } from './legal-text.js';
import { parseLegalText } from './legal-text.js';

export const legalPages = ['imprint', 'privacy', 'accessibility'] as const;
export type LegalPage = (typeof legalPages)[number];

/** A municipality with everything its configuration names, read and checked. */
export interface Municipality {
  readonly configuration: MunicipalityConfiguration;
  /** The folder of the configuration; logo and own CSS lie in it. */
  readonly folder: string;
  readonly clerks: ClerkAccounts;
  /** The text, or the address where it stands. */
  readonly legal: Readonly<Record<LegalPage, LegalText | { readonly url: string }>>;
  /** Bytes that an uploaded file may have. */
  readonly uploadLimit: number;
  readonly targets: readonly TargetConfiguration[];
  target(name: string): TargetConfiguration | null;
  /** Targets that receive the applications of a service; a service that is not configured is a preview. */
  targetsOf(packageKey: string): readonly TargetConfiguration[];
}

const headings: Record<LegalPage, string> = { imprint: 'Impressum', privacy: 'Datenschutz', accessibility: 'Barrierefreiheit' };

/** Reads what the configuration names. @throws ConfigurationError */
export function openMunicipality(configuration: MunicipalityConfiguration, folder: string): Promise<Municipality> {
  const legalOf = (page: LegalPage): LegalText | { url: string } => {
    const source = configuration.legal[page];
    return 'url' in source ? source : parseLegalText(readText(join(folder, source.file)), headings[page]);
  };
  const legal = { imprint: legalOf('imprint'), privacy: legalOf('privacy'), accessibility: legalOf('accessibility') };
  return municipalityOf(configuration, folder, legal);
}

/** @throws ConfigurationError where two services describe a target of one name differently */
export async function municipalityOf(
  configuration: MunicipalityConfiguration,
  folder: string,
  legal: Municipality['legal'],
): Promise<Municipality> {
  const byName = new Map<string, TargetConfiguration>();
  for (const target of [...configuration.services.flatMap((service) => service.targets), ...configuration.preview.targets]) {
    const other = byName.get(target.name);
    if (other && JSON.stringify(other) !== JSON.stringify(target)) {
      throw new ConfigurationError(
        'configuration-invalid',
        `The target "${target.name}" is described twice, and differently. Give one of them another name.`,
      );
    }
    byName.set(target.name, target);
  }
  return {
    configuration,
    folder,
    clerks: await clerkAccounts(configuration),
    legal,
    uploadLimit: configuration.limits.uploadMegabytes * 1_000_000,
    targets: [...byName.values()],
    target: (name) => byName.get(name) ?? null,
    targetsOf: (packageKey) => (configuration.services.find((service) => service.package === packageKey) ?? configuration.preview).targets,
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError('configuration-missing', `${file} cannot be read; municipality.yaml names it under "legal".`, {
      cause: error,
    });
  }
}
