import { compileFim } from '../compile/compile-fim.js';
import { resolveCodelists } from '../codelists/resolve-codelists.js';
import { findTranslatedRules } from '../rules/translated-rules-file.js';
import { readSchema } from '../xdatenfelder/read-schema.js';
import { type Message, say } from '../language.js';
import { type SchemaCounts, countSchema } from './count-schema.js';
import { reportOf } from './report.js';
import { schemaTree } from './schema-tree.js';

export interface InspectOptions {
  readonly codelists: readonly string[];
  readonly translatedRules?: readonly string[];
  readonly json: boolean;
}

/** `fim inspect FILE`: what a schema holds, and what of it could not be compiled. */
export async function inspect(path: string, options: InspectOptions): Promise<void> {
  const read = await readSchema(path);
  const codelists = await resolveCodelists(read.schema, path, options.codelists);
  const translated = await findTranslatedRules(read.schema, path, options.translatedRules);
  const compiled = compileFim(read, codelists, path, translated);
  const { id, version, bezeichnung, fassung, freigabestatus } = read.schema;
  const counts = countSchema(read.schema, compiled, codelists);
  if (options.json) {
    const { openItems, warnings } = compiled;
    console.log(
      JSON.stringify({ schema: { id, version, title: bezeichnung, xdatenfelder: fassung, freigabestatus }, counts, openItems, warnings }),
    );
    return;
  }
  console.log(`${id} ${version ?? say({ de: '(Arbeitskopie)', en: '(working copy)' })}  ${bezeichnung}  [XDatenfelder ${fassung}]`);
  console.log(schemaTree(compiled.form));
  console.log(`\n${say(summaryOf(counts))}`);
  const report = reportOf(compiled.openItems, compiled.warnings);
  if (report !== '') console.log(report);
}

const summaryOf = (counts: SchemaCounts): Message => ({
  de:
    `${counts.fields} Datenfelder, ${counts.groups} Gruppen, ${counts.notes} Hinweise an ${counts.positions} Stellen ` +
    `(${counts.elements} verschiedene Elemente, ${counts.depth} Ebenen); ${counts.codeLists} Codelisten, ${counts.codeListsMissing} fehlen; ` +
    `${counts.rules} Regeln, ${counts.rulesUsed} verstanden; ${counts.openItems} offene Punkte, ${counts.warnings} Warnungen`,
  en:
    `${counts.fields} fields, ${counts.groups} groups, ${counts.notes} notes at ${counts.positions} places ` +
    `(${counts.elements} different elements, ${counts.depth} levels); ${counts.codeLists} code lists, ${counts.codeListsMissing} missing; ` +
    `${counts.rules} rules, ${counts.rulesUsed} understood; ${counts.openItems} open items, ${counts.warnings} warnings`,
});
