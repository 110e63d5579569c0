import type { Codeliste, Spalte } from './codeliste.js';

/** Usual names of the column that people read, best first. */
const usual = [
  /^(name|codename|wert|value|label|bezeichnung|beschreibung|description|text)$/,
  /^(description|bezeichnung|name)[-_ ]?de([-_]de)?$/,
  /^bezeichnung[-_ ]?lang$/,
  /^[a-zäöü]*name[-_ ]?kurz$/,
  /^(iso[-_ ]?wert|bezeichnung.*|.*name.*)$/,
];

/**
 * The column whose values citizens choose from: the one that the schema names (`nameKey`), else the one called like the list
 * (Staatsangehoerigkeit), else one with a usual name, else the first that is filled in every row.
 */
export function displayColumn(list: Codeliste, key: string, nameKey: string | undefined): string {
  const others = list.spalten.filter(({ id }) => id !== key);
  const named = others.find(({ id }) => id === nameKey);
  const last = list.kennung?.split(/[:.]/).at(-1);
  const likeList = others.find(({ id }) => last !== undefined && id.toLowerCase() === last.toLowerCase());
  const filled = others.find(({ id }) => list.zeilen.every((row) => row.has(id)));
  return (named ?? likeList ?? firstUsual(others) ?? filled ?? others[0])?.id ?? key;
}

/** The column that explains a value: the one that the schema names (`helpKey`), else one called like a help text. */
export function helpColumn(list: Codeliste, helpKey: string | undefined): string | undefined {
  const named = list.spalten.find(({ id }) => id === helpKey);
  return (named ?? list.spalten.find(({ id, name }) => isHelp(id) || isHelp(name ?? '')))?.id;
}

const isHelp = (name: string): boolean => /^(hilfe|hilfetext|help|erlaeuterung|erläuterung)$/i.test(name);

function firstUsual(columns: readonly Spalte[]): Spalte | undefined {
  for (const pattern of usual) {
    const column = columns.find(({ id, name }) => pattern.test(id.toLowerCase()) || pattern.test(name?.toLowerCase() ?? ''));
    if (column !== undefined) return column;
  }
  return undefined;
}
