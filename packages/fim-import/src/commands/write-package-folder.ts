import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ServicePackageDraft } from '../compile/compile-service-package.js';
import { say } from '../language.js';
import { isXdatenfelderFile } from '../xdatenfelder/is-xdatenfelder-file.js';
import { readSchema } from '../xdatenfelder/read-schema.js';
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
  if (update) await sameSchema(draft, folder);
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

/** One wrong folder must not put another form into a service. */
async function sameSchema({ read }: ServicePackageDraft, folder: string): Promise<void> {
  const fim = join(folder, 'fim');
  for (const name of (await namesIn(fim)).filter((candidate) => candidate.endsWith('.xml'))) {
    const path = join(fim, name);
    const old = (await isXdatenfelderFile(path)) ? await readSchema(path).catch(() => undefined) : undefined;
    if (old === undefined || old.schema.id === read.schema.id) continue;
    const reason = say({
      de: `Der Dienst in diesem Ordner beruht auf ${old.schema.id}, nicht auf ${read.schema.id}. Nennen Sie einen anderen Ordner. Soll er das Schema wechseln, entfernen Sie zuerst fim/${name}.`,
      en: `The service in this folder rests on ${old.schema.id}, not on ${read.schema.id}. Name another folder. If it is to change its schema, remove fim/${name} first.`,
    });
    throw new FimInputError('fim-package-folder', folder, reason);
  }
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
