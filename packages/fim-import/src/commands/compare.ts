import { compareForms, differ } from '../compare/compare-forms.js';
import { comparisonText } from '../compare/comparison-text.js';
import { type Side, isFolder, readSide } from '../compare/side.js';
import { yamlFilesIn } from '../compile/pack-folder.js';
import { say } from '../language.js';
import { quoted } from '../compare/wording.js';

export interface CompareOptions {
  readonly codelists: readonly string[];
  readonly package?: string;
  readonly json: boolean;
}

/** `fim compare OLD NEW`: what changes, for whom, and what drafts and the package would lose. Exit code 2 if there is anything. */
export async function compare(old: string, now: string, options: CompareOptions): Promise<void> {
  const folders = [await isFolder(old), await isFolder(now)] as const;
  const overlaid = folders[0] && folders[1];
  const [before, after] = [await readSide(old, options.codelists, overlaid), await readSide(now, options.codelists, overlaid)];
  // The package that is to take over the new schema is usually the old one.
  const folder = options.package ?? (folders[0] && !folders[1] ? old : undefined);
  const comparison = compareForms(before, after, folder === undefined ? undefined : await yamlFilesIn(folder));
  if (differ(comparison)) process.exitCode = 2;
  if (options.json) {
    console.log(
      JSON.stringify({ old: summary(before), new: summary(after), ...(folder !== undefined && { package: folder }), ...comparison }),
    );
    return;
  }
  const sides = say({ de: `Alt: ${headline(before)}\nNeu: ${headline(after)}`, en: `Old: ${headline(before)}\nNew: ${headline(after)}` });
  console.log(`${sides}\n\n${comparisonText(comparison)}`);
}

const summary = ({ source, schema: { id, version, bezeichnung, fassung } }: Side): Readonly<Record<string, string | undefined>> => ({
  source,
  id,
  version,
  title: bezeichnung,
  xdatenfelder: fassung,
});

const headline = ({ schema, source }: Side): string =>
  `${schema.id} ${schema.version ?? say({ de: '(Arbeitskopie)', en: '(working copy)' })} ${quoted(schema.bezeichnung)} [XDatenfelder ${schema.fassung}] ${source}`;
