const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** `2026-03-01`: the day in Germany, as `xs:date` without a zone. @param instant ISO */
export function germanDay(instant: string): string {
  return day.format(new Date(instant));
}
