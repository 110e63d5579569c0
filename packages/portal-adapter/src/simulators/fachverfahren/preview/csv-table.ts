import { parse } from 'csv-parse/sync';

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The first line is the head. Semicolons separate, as spreadsheets in Germany write it; commas where there are none. */
export function csvTable(text: string): Table {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = firstLine.includes(';') ? ';' : ',';
  const lines = parse(text, { bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: true });
  const [head = [], ...rows] = lines;
  return { head, rows };
}
