/** Where two models differ. */
export interface Difference {
  /** Names of properties, without positions. */
  readonly path: string;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** Each value in which two models differ. */
export function differences(ours: unknown, theirs: unknown, path: readonly string[] = []): readonly Difference[] {
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return [];
  if (isObject(ours) && isObject(theirs)) {
    const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    return [...keys].flatMap((key) => differences(ours[key], theirs[key], [...path, key]));
  }
  const named = path.filter((key) => !/^\d+$/.test(key) && key !== 'struktur' && key !== 'enthaelt');
  return [{ path: named.join('.'), ours, theirs }];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
