/** A text that has the form of a number, with point or comma. Zero has no sign: JSON could not keep it. */
export const plainNumber = (text: string): number => Number(text.replace(',', '.')) + 0;

/** A date that exists. */
export function isoDate(text: string): string | undefined {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}
