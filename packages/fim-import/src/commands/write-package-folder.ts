import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ServicePackageDraft } from '../compile/compile-service-package.js';
import { say } from '../language.js';
import { isXdatenfelderFile } from '../xdatenfelder/is-xdatenfelder-file.js';
import { FimInputError } from '../xml/fim-input-error.js';

/**
 * Writes a draft to a folder. In a package folder that exists only the schema and its lists are replaced: what its author wrote
 * stays.
 * @returns the files written, from the folder
 */
export async function writePackageFolder(draft: ServicePackageDraft, folder: string): Promise<readonly string[]> {
  const present = await namesIn(folder);
  const update = present.includes('service.yaml');
  if (present.length > 0 && !update) {
    const reason = say({
      de: 'Der Ordner ist nicht leer und kein Ordner eines Dienstes. Nennen Sie einen neuen Ordner.',
      en: 'The folder is not empty and no folder of a service package. Name a new one.',
    });
    throw new FimInputError('fim-package-folder', folder, reason);
  }
  const written: string[] = [];
  for (const [path, content] of update ? [] : draft.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
    written.push(path);
  }
  const fim = join(folder, 'fim');
  await mkdir(fim, { recursive: true });
  const sources = draft.sources.map(({ from, to }) => ({ from: resolve(from), to: resolve(folder, to), name: to }));
  await removeOldSchema(fim, new Set(sources.map(({ from }) => from)));
  for (const { from, to, name } of sources) {
    if (from !== to) await copyFile(from, to);
    written.push(name);
  }
  return written;
}

/** Removes the old schema and its translated rules. Code lists stay: another one may have been put there by hand. */
async function removeOldSchema(fim: string, kept: ReadonlySet<string>): Promise<void> {
  for (const name of await namesIn(fim)) {
    const path = resolve(fim, name);
    if (kept.has(path)) continue;
    const old = name.endsWith('.xml') ? await isXdatenfelderFile(path) : /^S.*_translated-rules\.json$/.test(name);
    if (old) await rm(path);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
