type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * JSON with sorted keys and no blanks: the same value gives the same text. Follows RFC 8785 (keys sorted by UTF-16 code
 * units; numbers as ECMAScript writes them); members that are `undefined` are left out.
 * @throws TypeError for anything that is not JSON, e.g. NaN.
 */
export function canonicalJson(value: unknown): string {
  return write(value as Json | undefined);
}

function write(value: Json | undefined): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} is not JSON`);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  if (value === undefined || typeof value !== 'object') throw new TypeError(`${typeof value} is not JSON`);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(write).join(',')}]`;
  const members = Object.entries(value as Readonly<Record<string, Json | undefined>>).filter(([, member]) => member !== undefined);
  // The default order of sort() is by UTF-16 code units, as the RFC asks.
  const sorted = members.map(([key]) => key).sort();
  const byKey = new Map(members);
  return `{${sorted.map((key) => `${JSON.stringify(key)}:${write(byKey.get(key))}`).join(',')}}`;
}
