import type { FormPost } from '@serviceportal/form-engine';

/** Only strings and lists of strings; anything nested is left out. */
export function formFields(body: unknown): FormPost {
  const fields = emptyFields();
  if (body === null || typeof body !== 'object') return fields;
  for (const name of Object.keys(body)) {
    const value = (body as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'string') fields[name] = value;
    else if (Array.isArray(value) && value.every((item) => typeof item === 'string')) fields[name] = value;
  }
  return fields;
}

/** Without a prototype: names come from outside. */
export const emptyFields = (): Record<string, string | readonly string[]> =>
  Object.create(null) as Record<string, string | readonly string[]>;
