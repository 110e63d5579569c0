import type { Code } from '@serviceportal/form-engine';
import type { Codeliste } from './codeliste.js';
import { displayColumn, helpColumn } from './display-column.js';

/** Ids of columns that a schema may name (`codeKey`, `nameKey`, `helpKey`). */
export interface CodelistColumns {
  readonly codeKey?: string;
  readonly nameKey?: string;
  readonly helpKey?: string;
}

/** The codes of a list as a form offers them; undefined if the list does not say which column is its key. */
export function codesOf(list: Codeliste, columns: CodelistColumns): readonly Code[] | undefined {
  const key = list.spalten.find(({ id }) => id === columns.codeKey)?.id ?? list.schluessel;
  if (key === undefined) return undefined;
  const display = displayColumn(list, key, columns.nameKey);
  const explanation = helpColumn(list, columns.helpKey);
  const codes = new Map<string, Code>();
  for (const row of list.zeilen) {
    const code = oneLine(row.get(key));
    if (code === undefined || codes.has(code)) continue;
    const help = explanation === undefined ? undefined : row.get(explanation);
    codes.set(code, { code, label: oneLine(row.get(display)) ?? code, ...(help !== undefined && { help }) });
  }
  return [...codes.values()];
}

const oneLine = (text: string | undefined): string | undefined => text?.replace(/\s+/g, ' ');
