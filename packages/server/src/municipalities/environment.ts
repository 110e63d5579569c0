/** Replaces `${NAME}` in all strings by the environment's value, so that secrets stay out of the file. */
export function fillIn(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  missing: (name: string, path: readonly (string | number)[]) => void,
  path: readonly (string | number)[] = [],
): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{([A-Z][A-Z0-9_]*)\}/g, (_whole, name: string) => {
      const found = environment[name];
      if (found === undefined) missing(name, path);
      return found ?? '';
    });
  }
  if (Array.isArray(value)) return value.map((item, index) => fillIn(item, environment, missing, [...path, index]));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillIn(item, environment, missing, [...path, key])]));
  }
  return value;
}
