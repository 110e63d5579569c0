import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileForm } from '@serviceportal/form-engine';
import { z } from 'zod';
import { later, systemClock, systemRandom } from '../applications/clock.js';
import { dayOf } from '../applications/day-of.js';
import { linkTexts, linkValuesSchema } from '../applications/prefill/link-values.js';
import type { LinkValues } from '../applications/prefill/link-values.js';
import { fitsIntoAddress, makeLink } from '../applications/prefill/prefill-link.js';
import type { LinkIssuer } from '../applications/prefill/prefill-link.js';
import { prefillLinkAddress } from '../citizen/prefill/open-link.js';
import { ConfigurationError } from '../municipalities/configuration-error.js';
import { offeredPackages } from '../municipalities/package-archives.js';
import { readLinkConfiguration } from '../municipalities/read-configuration.js';
import type { LinkConfiguration } from '../municipalities/read-configuration.js';
import { demonstrationSecret } from './demonstration-secret.js';

export interface PrefillLinkOptions {
  readonly municipality: string;
  readonly packages: string;
  readonly service: string;
  /** `-`: standard input. */
  readonly values: string;
  readonly issuer?: string;
  readonly days: number;
  readonly base?: string;
  readonly demonstration: boolean;
  readonly data: string;
}

/** `serviceportal prefill-link`: prints the address of an application that is filled in as far as the values say. */
export async function prefillLink(options: PrefillLinkOptions): Promise<void> {
  const environment = { ...(options.demonstration ? { LINK_SECRET: demonstrationSecret(options.data) } : {}), ...process.env };
  const configuration = readLinkConfiguration(resolve(options.municipality), environment);
  const issuer = issuerOf(configuration, options.issuer);
  const base = options.base ?? configuration.baseUrl;
  if (base === undefined) throw invalid('municipality.yaml has no "baseUrl". Give the address of the portal with --base.');
  const [pkg] = offeredPackages(options.packages, [options.service]);
  if (!pkg) throw invalid('No service was named.');
  const now = systemClock.now();
  const found = linkTexts(compileForm(pkg.form), valuesIn(options.values), dayOf(now));
  if ('problems' in found) throw invalid(found.problems.join('\n'));
  const expiresAt = later(now, { days: options.days });
  const { ars } = configuration;
  const token = await makeLink(issuer, { serviceKey: pkg.key, ars, values: found.texts, now, expiresAt, id: systemRandom.uuid() });
  if (!fitsIntoAddress(token)) throw invalid('The values are too long for a link. Leave the longest out.');
  console.log(new URL(`${prefillLinkAddress}/${token}`, base).href);
  console.error(`Valid until ${expiresAt.toISOString()}. Whoever has the address sees the values: send it to the person alone.`);
}

function issuerOf({ prefillLinks }: LinkConfiguration, key: string | undefined): LinkIssuer {
  const found = key === undefined && prefillLinks.length === 1 ? prefillLinks[0] : prefillLinks.find((issuer) => issuer.key === key);
  if (found) return { ...found, secret: Buffer.from(found.secret, 'hex') };
  const known = prefillLinks.map((issuer) => issuer.key).join(', ') || 'none';
  throw invalid(`Name the issuer with --issuer. municipality.yaml has under "prefillLinks": ${known}.`);
}

function valuesIn(file: string): LinkValues {
  const name = file === '-' ? 'standard input' : file;
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    throw invalid(`${name} cannot be read as JSON.`, { cause: error });
  }
  const result = linkValuesSchema.safeParse(parsed);
  if (result.success) return result.data;
  throw invalid(`${name}: ${z.prettifyError(result.error)}`);
}

const invalid = (message: string, options?: ErrorOptions): ConfigurationError =>
  new ConfigurationError('prefill-link-invalid', message, options);
