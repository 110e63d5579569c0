import { readArchive, writeArchive } from '@serviceportal/form-engine';
import type { ServicePackage } from '@serviceportal/form-engine';
import type { Database } from '../storage/open-database.js';
import { keepPackage, packageContent } from '../storage/packages.js';
import type { Clock } from './clock.js';
import type { RunningService } from './running-service.js';
import { runService } from './running-service.js';

export interface OfferedService extends RunningService {
  /** A schema that is only shown, not a service of the municipality. */
  readonly preview: boolean;
}

/** The services on offer, and those of older applications. */
export interface Services {
  readonly offered: readonly OfferedService[];
  byKey(key: string): OfferedService | null;
  /** Also finds versions that are no longer offered; applications stay with the one they were started with. */
  byDigest(digest: string): Promise<RunningService | null>;
}

// How many versions that are no longer offered are kept compiled.
const oldVersions = 50;

export interface Offer {
  readonly package: ServicePackage;
  readonly preview: boolean;
}

/** Keeps every offered package in the database and compiles its form. `uploadLimit`: bytes a file may have. */
export async function startServices(database: Database, offers: readonly Offer[], clock: Clock, uploadLimit: number): Promise<Services> {
  const offered: OfferedService[] = [];
  for (const { package: pkg, preview } of offers) {
    const stored = {
      digest: pkg.digest,
      key: pkg.key,
      version: pkg.version,
      content: writeArchive(pkg),
      stored_at: clock.now().toISOString(),
    };
    await keepPackage(database, stored);
    offered.push({ ...runService(pkg, uploadLimit), preview });
  }
  const byKey = new Map(offered.map((service) => [service.package.key, service]));
  const byDigest = new Map<string, RunningService>(offered.map((service) => [service.package.digest, service]));
  return {
    offered,
    byKey: (key) => byKey.get(key) ?? null,
    async byDigest(digest) {
      const known = byDigest.get(digest);
      if (known) return known;
      const content = await packageContent(database, digest);
      if (content === null) return null;
      const service = runService(readArchive(content), uploadLimit);
      byDigest.set(digest, service);
      const oldest = [...byDigest.keys()][offered.length];
      if (byDigest.size > offered.length + oldVersions && oldest !== undefined) byDigest.delete(oldest);
      return service;
    },
  };
}
