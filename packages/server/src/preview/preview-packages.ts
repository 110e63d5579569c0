import { stat } from 'node:fs/promises';
import { packFolder, previewPackage } from '@serviceportal/fim-import';
import type { ServicePackage } from '@serviceportal/form-engine';
import { readPackageFile } from '../municipalities/package-archives.js';

/** The service of a schema file, of a package folder (`service.yaml` in it), or of a packed archive (`.json`). */
export async function packageFrom(path: string): Promise<ServicePackage> {
  if ((await stat(path)).isDirectory()) return packFolder(path);
  return path.endsWith('.json') ? readPackageFile(path) : previewPackage(path);
}
