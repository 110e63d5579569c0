import { join } from 'node:path';
import { type FetchedSchema, fetchSchema } from '../fim-portal/fetch-schema.js';
import { type FetchedRules, fetchTranslatedRules } from '../fim-portal/fetch-translated-rules.js';
import { schemaIdentifier } from '../fim-portal/fim-identifier.js';
import { FimPortal } from '../fim-portal/fim-portal.js';
import type { GetOptions } from '../fim-portal/http-get.js';
import { type PlacedFiles, placeFetched } from '../fim-portal/place-fetched.js';
import { PortalCache } from '../fim-portal/portal-cache.js';
import { counted } from '../counted.js';
import { say } from '../language.js';
import { createProgress } from './progress.js';

export interface FetchCommandOptions {
  readonly portal: string;
  readonly cache: string;
  readonly out: string;
  readonly codelists: readonly string[];
  readonly refresh: boolean;
  readonly json: boolean;
}

/** `fim fetch S… [V…]`: a schema, its translated rules and its code lists, into a folder. */
export async function fetchCommand(
  id: string,
  version: string | undefined,
  options: FetchCommandOptions,
  network?: GetOptions,
): Promise<void> {
  const identification = schemaIdentifier(id, version);
  const portal = new FimPortal(options.portal, network);
  const cache = new PortalCache(options.cache, portal.base);
  const schema = await fetchSchema(identification, portal, cache, options);
  const progress = createProgress(say({ de: 'Übersetzte Regeln', en: 'Translated rules' }));
  const rules = await fetchTranslatedRules(schema.read.schema, portal, cache, options, (done, of) => {
    progress.step(done, of);
  });
  progress.end();
  const placed = await placeFetched(schema, rules, options.out, options.codelists);
  if (options.json) printJson(schema, rules, placed, options.out);
  else print(schema, rules, placed, options.out);
}

function printJson({ read, from }: FetchedSchema, { translated, asked, missed }: FetchedRules, placed: PlacedFiles, out: string): void {
  const { id, version, bezeichnung, freigabestatus, fassung } = read.schema;
  console.log(
    JSON.stringify({
      schema: { id, version, title: bezeichnung, xdatenfelder: fassung, freigabestatus },
      from,
      out,
      files: [placed.schema, ...(placed.translatedRules === undefined ? [] : [placed.translatedRules])],
      translatedRules: { asked, translated: Object.keys(translated), missed: missed.map(({ element }) => element) },
      codelists: placed.codelists,
    }),
  );
}

function print(
  { read, from, trouble }: FetchedSchema,
  { translated, asked, missed }: FetchedRules,
  placed: PlacedFiles,
  out: string,
): void {
  const { id, version = '', bezeichnung } = read.schema;
  const origin = {
    portal: { de: 'vom Portal geholt', en: 'fetched from the portal' },
    cache: { de: 'schon einmal geholt; freigegebene Fassungen ändern sich nicht', en: 'fetched before; released versions do not change' },
    offline: { de: 'aus dem Zwischenspeicher, vielleicht veraltet', en: 'from the cache, perhaps out of date' },
  }[from];
  console.log(`${id} ${version}  ${bezeichnung}  (${say(origin)})`);
  if (trouble !== undefined) console.error(trouble.message);
  console.log(`  ${join(out, placed.schema)}`);
  const count = Object.keys(translated).length;
  const rules = {
    de: `Übersetzte Regeln: ${count} von ${counted(asked, 'Element', 'Elementen')} mit Regeln`,
    en: `Translated rules: ${count} of ${counted(asked, 'element', 'elements')} with rules`,
  };
  console.log(`  ${placed.translatedRules === undefined ? '–' : join(out, placed.translatedRules)}  ${say(rules)}`);
  const [first] = missed;
  if (first !== undefined) {
    const what = { de: `Für ${missed.length} davon kam keine Antwort`, en: `For ${missed.length} of them there was no answer` };
    console.error(`  ${say(what)}: ${first.trouble.message}`);
  }
  for (const { name, file, reason } of placed.codelists) {
    console.log(
      `  ${file === undefined ? '–' : join(out, file)}  ${say({ de: 'Codeliste', en: 'Code list' })} ${name}${reason === undefined ? '' : `: ${reason}`}`,
    );
  }
  if (placed.codelists.some(({ file }) => file === undefined)) {
    const hint = {
      de: 'Fehlende Listen bietet das Portal nicht an. Laden Sie sie aus dem XRepository als genericode, und nennen Sie den Ordner mit --codelists.',
      en: 'The portal does not offer missing lists. Download them from the XRepository as genericode, and name the folder with --codelists.',
    };
    console.log(`  ${say(hint)}`);
  }
}
