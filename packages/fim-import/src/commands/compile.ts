import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compileServicePackage } from '../compile/compile-service-package.js';
import { say } from '../language.js';
import { reportOf } from './report.js';
import { writePackageFolder } from './write-package-folder.js';

export interface CompileCommandOptions {
  readonly out: string;
  readonly codelists: readonly string[];
  readonly translatedRules?: readonly string[];
  readonly json: boolean;
}

/** `fim compile FILE --out DIR`: writes the folder of a service package. */
export async function compile(path: string, options: CompileCommandOptions): Promise<void> {
  // Lists that were put into the package by hand are at hand.
  const own = await stat(join(options.out, 'fim')).then(
    () => [join(options.out, 'fim')],
    () => [],
  );
  const draft = await compileServicePackage(path, { ...options, codelists: [...options.codelists, ...own] });
  const files = await writePackageFolder(draft, options.out);
  const { id, version, bezeichnung } = draft.read.schema;
  const { openItems, warnings } = draft.compiled;
  if (options.json) {
    console.log(JSON.stringify({ schema: { id, version, title: bezeichnung }, out: options.out, files, openItems, warnings }));
    return;
  }
  console.log(
    say({
      de: `${options.out}: ${files.length} Dateien für „${bezeichnung}“ geschrieben, ${openItems.length} offene Punkte.`,
      en: `${options.out}: wrote ${files.length} files for “${bezeichnung}”, ${openItems.length} open items.`,
    }),
  );
  const report = reportOf(openItems, warnings);
  if (report !== '') console.log(report);
}
