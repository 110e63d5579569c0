import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { say } from '../language.js';
import { FimInputError } from '../xml/fim-input-error.js';
import type { CodelistIdentification } from './codeliste.js';
import { readCodelistIdentification } from './read-codelist.js';
import { remembered } from './remembered.js';

export interface CodelistFile {
  readonly path: string;
  readonly fileName: string;
  readonly identification: CodelistIdentification;
}

export interface CodelistFolder {
  readonly lists: readonly CodelistFile[];
  /** Files that are packed and therefore not read. */
  readonly compressed: readonly string[];
}

const identificationOf = remembered(2_000, readCodelistIdentification);

/** Lists the genericode files of a folder. Files that are no lists are passed over. */
export async function openCodelistFolder(folder: string, recursive = false): Promise<CodelistFolder> {
  const names = await readdir(folder, { recursive, encoding: 'utf8' }).catch(() => {
    throw new FimInputError(
      'fim-file-unreadable',
      folder,
      say({
        de: 'Der Ordner mit Codelisten lässt sich nicht lesen. Prüfen Sie den Pfad.',
        en: 'The folder with code lists cannot be read. Check the path.',
      }),
    );
  });
  const lists: CodelistFile[] = [];
  for (const name of names.sort().filter((candidate) => /\.(xml|gc)$/i.test(candidate))) {
    const path = join(folder, name);
    const identification = await identificationOf(path);
    if (identification !== undefined) lists.push({ path, fileName: basename(path), identification });
  }
  return { lists, compressed: names.filter((name) => /\.xml\.(xz|gz|zip|bz2|zst)$/i.test(name)).map((name) => basename(name)) };
}
