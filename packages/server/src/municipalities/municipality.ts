import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LetterSender } from '@serviceportal/form-engine';
import type { Brand } from './brand/open-brand.js';
import { openBrand } from './brand/open-brand.js';
import type { ClerkAccounts } from './clerk-accounts.js';
import { clerkAccounts } from './clerk-accounts.js';
import type { MunicipalityConfiguration, TargetConfiguration } from './configuration.js';
import { ConfigurationError } from './configuration-error.js';
import { documentLogo } from './document-logo.js';
import type { LegalText } from './legal-text.js';
import { parseLegalText } from './legal-text.js';

export const legalPages = ['imprint', 'privacy', 'accessibility'] as const;
export type LegalPage = (typeof legalPages)[number];

type Source = LegalText | { readonly url: string };
export type LegalTexts = Readonly<{ imprint: Source; privacy: Source | null; accessibility: Source | null }>;

/** The municipality's own words on the data of one service. */
export interface PrivacyTexts {
  /** After the generated notice. */
  readonly addition: LegalText | null;
  /** In place of it. */
  readonly instead: Source | null;
}

/** Who hands over, and whom documents name to ask. */
export type Sender = LetterSender & Pick<MunicipalityConfiguration, 'ars'>;

/** A municipality with everything its configuration names, read and checked. */
export interface Municipality {
  readonly configuration: MunicipalityConfiguration;
  /** The folder of the configuration; logo and own CSS lie in it. */
  readonly folder: string;
  readonly brand: Brand;
  /** Who writes letters. */
  readonly sender: Sender;
  readonly clerks: ClerkAccounts;
  /** The text, or the address where it stands; null: it is generated. */
  readonly legal: LegalTexts;
  /** Of the service's privacy notice, by key of its package. */
  readonly privacyTexts: ReadonlyMap<string, PrivacyTexts>;
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
  const read = (source: { file: string } | { url: string }, page: LegalPage): Source =>
    'url' in source ? source : parseLegalText(readText(join(folder, source.file)), headings[page]);
  const { imprint, privacy, accessibility } = configuration.legal;
  const legal = {
    imprint: read(imprint, 'imprint'),
    privacy: privacy ? read(privacy, 'privacy') : null,
    accessibility: accessibility ? read(accessibility, 'accessibility') : null,
  };
  const privacyTexts = configuration.services.map(({ package: key, privacy: own }): [string, PrivacyTexts] => [
    key,
    {
      addition: own?.addition ? parseLegalText(readText(join(folder, own.addition.file)), '') : null,
      instead: own?.instead ? read(own.instead, 'privacy') : null,
    },
  ]);
  return municipalityOf(configuration, folder, legal, new Map(privacyTexts));
}

/** @throws ConfigurationError where parts of the configuration do not fit together */
export async function municipalityOf(
  configuration: MunicipalityConfiguration,
  folder: string,
  legal: LegalTexts,
  privacyTexts: Municipality['privacyTexts'] = new Map(),
): Promise<Municipality> {
  checkScanner(configuration);
  checkNotification(configuration);
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
    brand: await openBrand(configuration, folder),
    sender: await senderOf(configuration, folder),
    clerks: await clerkAccounts(configuration),
    legal,
    privacyTexts,
    uploadLimit: configuration.limits.uploadMegabytes * 1_000_000,
    targets: [...byName.values()],
    target: (name) => byName.get(name) ?? null,
    targetsOf: (packageKey) => (configuration.services.find((service) => service.package === packageKey) ?? configuration.preview).targets,
  };
}

/** Mails name the portal's address; what a browser says it is could be anybody's. @throws ConfigurationError */
function checkNotification({ notification, baseUrl, demonstration }: MunicipalityConfiguration): void {
  if (!notification || baseUrl !== undefined || demonstration) return;
  throw new ConfigurationError(
    'configuration-invalid',
    'E-mails name the address of the portal: "notification" needs "baseUrl". Set it to the address under which citizens reach the portal.',
  );
}

/** Does the scanner take every file that citizens may upload? @throws ConfigurationError */
function checkScanner({ virusScan, limits }: MunicipalityConfiguration): void {
  if (!virusScan || limits.uploadMegabytes <= virusScan.maxMegabytes) return;
  throw new ConfigurationError(
    'configuration-invalid',
    `Citizens may upload files of ${limits.uploadMegabytes} MB (limits.uploadMegabytes), but the virus scan takes ${virusScan.maxMegabytes} MB ` +
      '(virusScan.maxMegabytes). Raise StreamMaxLength, MaxFileSize and MaxScanSize in clamd.conf and then maxMegabytes, or lower uploadMegabytes.',
  );
}

async function senderOf({ name, ars, contact, logo }: MunicipalityConfiguration, folder: string): Promise<Sender> {
  return { name, ars, contact, logo: logo === undefined ? null : await documentLogo(join(folder, logo)) };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError('configuration-missing', `${file} cannot be read; municipality.yaml names it.`, {
      cause: error,
    });
  }
}
