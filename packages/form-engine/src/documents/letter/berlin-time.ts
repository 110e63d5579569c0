const parts = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An ISO instant as a letter says it: date `24.12.2026`, time `14:30`, in Germany's time zone. */
export function berlinTime(instant: string): { date: string; time: string } {
  // From its parts: the separators of a locale change with the version of ICU, and a document must not.
  const named = Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return { date: `${named['day']}.${named['month']}.${named['year']}`, time: `${named['hour']}:${named['minute']}` };
}
