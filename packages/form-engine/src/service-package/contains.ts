/**
 * What `expected` has and `actual` lacks, as sentences with the place. Objects may hold more than expected; lists must be
 * as long.
 */
export function missingFrom(actual: unknown, expected: unknown, place: string): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return [`${place}: ${JSON.stringify(actual)}, erwartet ${JSON.stringify(expected)}`];
    return expected.flatMap((one: unknown, index) => missingFrom(actual[index], one, `${place}/${index}`));
  }
  if (typeof expected === 'object' && expected !== null) {
    const members: Readonly<Record<string, unknown>> = typeof actual === 'object' && actual !== null ? { ...actual } : {};
    return Object.entries(expected).flatMap(([key, value]) => missingFrom(members[key], value, `${place}/${key}`));
  }
  return Object.is(actual, expected) ? [] : [`${place}: ${JSON.stringify(actual) ?? 'fehlt'}, erwartet ${JSON.stringify(expected)}`];
}
