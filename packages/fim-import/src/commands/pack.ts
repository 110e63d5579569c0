import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeArchive } from '@serviceportal/form-engine';
import { packFolder } from '../compile/pack-folder.js';
import { say } from '../language.js';

export interface PackOptions {
  readonly out: string;
  readonly json: boolean;
}

/** `fim pack DIR --out FILE.json`, or `fim pack DIR… --out DIR`: compiles package folders to archives. */
export async function pack(folders: readonly string[], options: PackOptions): Promise<void> {
  const oneFile = options.out.endsWith('.json');
  if (oneFile && folders.length > 1) throw new PackOutError(options.out);
  for (const folder of folders) {
    const pkg = await packFolder(folder);
    const file = oneFile ? options.out : join(options.out, `${pkg.key}-${pkg.version}.json`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, writeArchive(pkg));
    const { key, version, digest, openItems } = pkg;
    if (options.json) console.log(JSON.stringify({ folder, file, key, version, digest, openItems }));
    else
      console.log(
        `${file}: ${key} ${version}, ${digest.slice(0, 19)}…, ${openItems.length} ${say({ de: 'offene Punkte', en: 'open items' })}`,
      );
  }
}

class PackOutError extends Error {
  readonly code = 'fim-pack-out';

  constructor(out: string) {
    super(
      say({
        de: `${out} ist eine Datei, gepackt werden mehrere Ordner. Nennen Sie mit --out einen Ordner.`,
        en: `${out} is a file, but several folders are packed. Name a folder with --out.`,
      }),
    );
  }
}
