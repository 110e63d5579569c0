/**
 * Writes the ids in a text as XDatenfelder 3 does: version 2 has 8 digits, version 3 puts the sub-range, `000`, after the
 * second one. `F60000227` → `F60000000227`.
 */
export const canonicalIds = (text: string): string => text.replace(/\b([SGFR])(\d{2})(\d{6})(?!\d)/g, '$1$2000$3');
