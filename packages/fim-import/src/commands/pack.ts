import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { textCoverage, writeArchive } from '@serviceportal/form-engine';
import { packFolder } from '../compile/pack-folder.js';
import { counted } from '../counted.js';
import { say } from '../language.js';
import { coverageText } from './coverage.js';
import { reportOf } from './report.js';

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
    const replaced = await otherContent(file, pkg.digest);
    await writeFile(file, writeArchive(pkg));
    const { key, version, digest, openItems } = pkg;
    const coverage = textCoverage(pkg);
    if (options.json) console.log(JSON.stringify({ folder, file, key, version, digest, openItems, coverage }));
    else {
      console.log(
        `${file}: ${key} ${version}, ${digest.slice(0, 19)}…, ${say({ de: counted(openItems.length, 'offener Punkt', 'offene Punkte'), en: counted(openItems.length, 'open item', 'open items') })}`,
      );
      console.log(coverageText(coverage));
      const report = reportOf(openItems, []);
      if (report !== '') console.log(report);
      if (replaced) console.log(sameVersion(version));
    }
  }
}

/** Is there an archive of the same name with other content? */
async function otherContent(file: string, digest: string): Promise<boolean> {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  return before !== undefined && !before.includes(digest);
}

const sameVersion = (version: string): string =>
  say({
    de: `Hinweis  Version ${version} gab es schon, mit anderem Inhalt. Erhöhen Sie „version“ in service.yaml, wenn sie schon online war.`,
    en: `Note     There was a version ${version} already, with other content. Raise “version” in service.yaml if it was online.`,
  });

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
