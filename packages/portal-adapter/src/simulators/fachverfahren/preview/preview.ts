import { csvTable } from './csv-table.js';
import type { Table } from './csv-table.js';
import { jsonValue } from './json-value.js';
import type { DisplayValue } from './json-value.js';
import { indentedXml } from './indented-xml.js';

/** What a clerk sees of a data file: a value, a table or a text. */
export interface Preview {
  readonly name: string;
  readonly note: string | null;
  readonly value: DisplayValue | null;
  readonly table: Table | null;
  readonly text: string | null;
}

/** Bytes up to which a data file is shown; larger ones can only be downloaded. */
export const largestPreview = 1024 * 1024;

export function isPreviewed(mediaType: string): boolean {
  return /^(application|text)\/([\w.-]+\+)?(json|xml|csv)\b/.test(mediaType);
}

/** A data file made readable; where it is not what its type says, its text. */
export function preview(name: string, mediaType: string, text: string): Preview {
  const empty = { name, note: null, value: null, table: null, text: null };
  try {
    if (/json/.test(mediaType)) return { ...empty, value: jsonValue(JSON.parse(text)) };
    if (/csv/.test(mediaType)) return { ...empty, table: csvTable(text) };
    return { ...empty, text: indentedXml(text) };
  } catch {
    return { ...empty, note: 'Die Datei ist nicht so aufgebaut, wie ihr Typ sagt. Ihr Text:', text };
  }
}
