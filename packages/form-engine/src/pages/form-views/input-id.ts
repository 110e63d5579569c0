/** HTML id of the input with that name: letters, digits, hyphens. `G1[0]/F2` → `f-G1-0-F2`. */
export const inputId = (name: string): string => `f-${name.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')}`;

/** Where an error link leads: the input, or for a date its first part. */
export const inputAnchor = (name: string): string => `#${inputId(name)}`;

/** Value of aria-describedby: the hint, where the answer came from, and the error, as far as they exist. */
export function describedBy(id: string, hint: boolean, error: boolean, origin = false): string | null {
  const ids = [...(hint ? [`${id}-hint`] : []), ...(origin ? [`${id}-origin`] : []), ...(error ? [`${id}-error`] : [])];
  return ids.length > 0 ? ids.join(' ') : null;
}
