const format = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' });

/** An instant as people in Germany write it: "24.12.2026, 14:30 Uhr". */
export function localTime(instant: string): string {
  return `${format.format(new Date(instant))} Uhr`;
}
