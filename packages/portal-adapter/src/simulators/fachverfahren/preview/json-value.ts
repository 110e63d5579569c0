/** A value as a template shows it: named entries, a numbered list, or a text. */
export interface DisplayValue {
  readonly entries: readonly { readonly name: string; readonly value: DisplayValue }[] | null;
  readonly items: readonly DisplayValue[] | null;
  readonly text: string | null;
}

const deepest = 40;

export function jsonValue(value: unknown, depth = 0): DisplayValue {
  if (depth < deepest && Array.isArray(value) && value.length > 0)
    return { entries: null, items: value.map((item) => jsonValue(item, depth + 1)), text: null };
  if (depth < deepest && isRecord(value) && Object.keys(value).length > 0) {
    return {
      entries: Object.entries(value).map(([name, entry]) => ({ name, value: jsonValue(entry, depth + 1) })),
      items: null,
      text: null,
    };
  }
  return { entries: null, items: null, text: inWords(value) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === true) return 'ja';
  if (value === false) return 'nein';
  if (value === null) return '–';
  return JSON.stringify(value);
}
