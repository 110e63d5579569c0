const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' });

/** In every time zone a day begins at a full quarter of an hour. */
const quarterHour = 900_000;
/** The last answer: every request asks for today, and formatting is slow. */
let last = { quarter: Number.NaN, day: '' };

/** The calendar day of an instant where the portal stands, as ISO date: what rules reckon ages from. */
export function dayOf(instant: Date): string {
  const quarter = Math.floor(instant.getTime() / quarterHour);
  if (quarter !== last.quarter) last = { quarter, day: berlin.format(instant) };
  return last.day;
}
