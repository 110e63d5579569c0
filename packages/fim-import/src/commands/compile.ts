import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compilePackage, textCoverage } from '@serviceportal/form-engine';
import { compileServicePackage } from '../compile/compile-service-package.js';
import { counted } from '../counted.js';
import { say } from '../language.js';
import { coverageText } from './coverage.js';
import { reportOf } from './report.js';
import { writePackageFolder } from './write-package-folder.js';

export interface CompileCommandOptions {
  readonly out: string;
  readonly codelists: readonly string[];
  readonly translatedRules?: readonly string[];
  readonly translations?: readonly string[];
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
      de: `${options.out}: ${counted(files.length, 'Datei', 'Dateien')} für „${bezeichnung}“ geschrieben, ${counted(openItems.length, 'offener Punkt', 'offene Punkte')}.`,
      en: `${options.out}: wrote ${counted(files.length, 'file', 'files')} for “${bezeichnung}”, ${counted(openItems.length, 'open item', 'open items')}.`,
    }),
  );
  if (Object.keys(draft.compiled.texts).length > 0) console.log(coverageText(textCoverage(compilePackage(draft.files, draft.compiled))));
  const report = reportOf(openItems, warnings);
  if (report !== '') console.log(report);
}
