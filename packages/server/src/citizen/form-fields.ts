import type { FormPost } from '@serviceportal/form-engine';

/** Only strings and lists of strings; anything nested is left out. */
export function formFields(body: unknown): FormPost {
  const fields = emptyFields();
  for (const [name, value] of body !== null && typeof body === 'object' ? Object.entries(body) : []) {
    if (typeof value === 'string') fields[name] = value;
    else if (Array.isArray(value) && value.every((item) => typeof item === 'string')) fields[name] = value;
  }
  return fields;
}

/** Without a prototype: names come from outside. */
export const emptyFields = (): Record<string, string | readonly string[]> =>
  Object.create(null) as Record<string, string | readonly string[]>;
