import { canonicalJson } from './canonical-json.js';
import { digestOf } from './digest.js';
import { freezeDeeply } from './freeze-deeply.js';
import { PackageError } from './package-error.js';
import type { ServicePackage } from './service-package.js';

export const packageFormat = 'serviceportal/service-package@1';

/** The archive of a package: one line of canonical JSON. */
export function writeArchive(pkg: ServicePackage): string {
  return `${canonicalJson(pkg)}\n`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    if (isObject(value)) return value;
  } catch {
    // Reported below, together with JSON that is no object.
  }
  throw new PackageError({
    code: 'package-archive-format',
    message: 'Die Datei ist kein Archiv eines Dienstes (kein JSON-Objekt). Packen Sie den Ordner neu mit „fim pack“.',
  });
}

/**
 * Reads an archive that `writeArchive` wrote and checks that nothing was changed since. The result is deeply frozen.
 * @throws PackageError `package-archive-format` or `package-archive-digest`
 */
export function readArchive(json: string): ServicePackage {
  const value = parse(json);
  if (value['format'] !== packageFormat) {
    throw new PackageError({
      code: 'package-archive-format',
      message: `Das Archiv hat das Format „${String(value['format'])}“, gelesen wird „${packageFormat}“. Packen Sie den Ordner mit dieser Version neu.`,
    });
  }
  // The digest proves that `compilePackage` wrote it, so that its shape need not be checked again.
  const pkg = value as unknown as ServicePackage;
  if (digestOf(pkg) !== pkg.digest) {
    throw new PackageError({
      code: 'package-archive-digest',
      message:
        'Der Inhalt des Archivs passt nicht zu seiner Prüfsumme: Er wurde nach dem Packen verändert oder beschädigt. Packen Sie den Ordner neu.',
    });
  }
  return freezeDeeply(pkg);
}
