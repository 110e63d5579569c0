import { isSchemaId } from '../fim-portal/fim-identifier.js';
import { FimPortal } from '../fim-portal/fim-portal.js';
import type { GetOptions } from '../fim-portal/http-get.js';
import type { SchemaEntry } from '../fim-portal/schema-entry.js';
import { compareVersions } from '../fim-portal/fim-identifier.js';
import { say } from '../language.js';

export interface SearchOptions {
  readonly portal: string;
  readonly limit: number;
  readonly json: boolean;
}

/** `fim search TEXT`: schemas of the FIM portal; for an id its versions. */
export async function search(text: string, options: SearchOptions, network?: GetOptions): Promise<void> {
  const portal = new FimPortal(options.portal, network);
  const id = text.trim().toUpperCase();
  const page = isSchemaId(id) ? asPage(await portal.versions(id)) : await portal.search(text, options.limit);
  const { entries, total } = page;
  if (options.json) {
    console.log(JSON.stringify({ total, schemas: entries }));
    return;
  }
  if (entries.length === 0) {
    console.log(say({ de: `Nichts gefunden zu „${text}“.`, en: `Nothing found for “${text}”.` }));
    return;
  }
  for (const line of table(entries)) console.log(line);
  if (entries.length < total) {
    console.log(say({ de: `${entries.length} von ${total}; mehr mit --limit.`, en: `${entries.length} of ${total}; more with --limit.` }));
  }
}

const asPage = (versions: readonly SchemaEntry[]): { readonly entries: readonly SchemaEntry[]; readonly total: number } => ({
  entries: versions.toSorted((a, b) => compareVersions(b.version, a.version)),
  total: versions.length,
});

function table(entries: readonly SchemaEntry[]): readonly string[] {
  const head = [
    'Id',
    say({ de: 'Fassung', en: 'Version' }),
    say({ de: 'Status', en: 'Status' }),
    say({ de: 'Datum', en: 'Date' }),
    say({ de: 'Titel', en: 'Title' }),
  ];
  const rows = [head, ...entries.map(({ id, version, status, date, title }) => [id, version, status, date, title])];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
