import { compileFim } from '../compile/compile-fim.js';
import { resolveCodelists } from '../codelists/resolve-codelists.js';
import { findTranslatedRules } from '../rules/translated-rules-file.js';
import { readSchema } from '../xdatenfelder/read-schema.js';
import { counted } from '../counted.js';
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
    `${counted(counts.fields, 'Datenfeld', 'Datenfelder')}, ${counted(counts.groups, 'Gruppe', 'Gruppen')}, ${counted(counts.notes, 'Hinweis', 'Hinweise')} ` +
    `an ${counted(counts.positions, 'Stelle', 'Stellen')} (${counted(counts.elements, 'Element', 'verschiedene Elemente')}, ${counted(counts.depth, 'Ebene', 'Ebenen')}); ` +
    `${counted(counts.codeLists, 'Codeliste', 'Codelisten')}, ${counted(counts.codeListsMissing, 'fehlt', 'fehlen')}; ` +
    `${counted(counts.rules, 'Regel', 'Regeln')}, ${counts.rulesUsed} verstanden; ` +
    `${counted(counts.openItems, 'offener Punkt', 'offene Punkte')}, ${counted(counts.warnings, 'Warnung', 'Warnungen')}`,
  en:
    `${counted(counts.fields, 'field', 'fields')}, ${counted(counts.groups, 'group', 'groups')}, ${counted(counts.notes, 'note', 'notes')} ` +
    `at ${counted(counts.positions, 'place', 'places')} (${counted(counts.elements, 'element', 'different elements')}, ${counted(counts.depth, 'level', 'levels')}); ` +
    `${counted(counts.codeLists, 'code list', 'code lists')}, ${counts.codeListsMissing} missing; ` +
    `${counted(counts.rules, 'rule', 'rules')}, ${counts.rulesUsed} understood; ` +
    `${counted(counts.openItems, 'open item', 'open items')}, ${counted(counts.warnings, 'warning', 'warnings')}`,
});
