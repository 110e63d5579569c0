import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readArchive } from '@serviceportal/form-engine';
import type { ServicePackage } from '@serviceportal/form-engine';
import { ConfigurationError } from './configuration-error.js';

/** Reads a packed service. @throws ConfigurationError that names the file */
export function readPackageFile(path: string): ServicePackage {
  try {
    return readArchive(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new ConfigurationError('package-unreadable', `${path}: ${reason}`, { cause: error });
  }
}

/** The packages with these keys, from the archives (`*.json`) in a folder. */
export function offeredPackages(folder: string, keys: readonly string[]): ServicePackage[] {
  if (keys.length === 0) return [];
  const found = new Map<string, ServicePackage>();
  for (const name of archivesIn(folder)) {
    const pkg = readPackageFile(join(folder, name));
    if (found.has(pkg.key)) {
      throw new ConfigurationError('package-unreadable', `${folder} holds two packages "${pkg.key}". Keep the one you want to offer.`);
    }
    found.set(pkg.key, pkg);
  }
  return keys.map((key) => {
    const pkg = found.get(key);
    if (pkg) return pkg;
    const known = [...found.keys()].join(', ') || 'none';
    throw new ConfigurationError(
      'package-unknown',
      `municipality.yaml offers "${key}", but ${folder} has no such package (it has: ${known}).`,
    );
  });
}

function archivesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (error) {
    throw new ConfigurationError(
      'package-unknown',
      `${folder} cannot be read. Pack the services first (npm run setup), or give --packages.`,
      {
        cause: error,
      },
    );
  }
}
