const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** A calendar date that exists, as ISO date; null if there is no such day. */
export function calendarDate(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `24.12.2026` or `2026-12-24` → `2026-12-24`. */
export function parseDate(text: string): string | null {
  const [, first, second, third] = iso.exec(text) ?? [];
  if (first) return calendarDate(Number(first), Number(second), Number(third));
  const [, day, month, year] = german.exec(text) ?? [];
  return year ? calendarDate(Number(year), Number(month), Number(day)) : null;
}

/** `9:05` or `09.05` → `09:05`. */
export function parseTime(text: string): string | null {
  const [, hour, minute] = clock.exec(text.endsWith('Uhr') ? text.slice(0, -3).trimEnd() : text) ?? [];
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** A date and a time of day → `2026-12-24T09:05`. Local time in Germany, without a zone. */
export function parseDateTime(text: string): string | null {
  const [dateText, timeText, more] = text.split(/[T ,]+/);
  const date = parseDate(dateText ?? '');
  const time = parseTime(timeText ?? '');
  return date && time && (more === undefined || more === 'Uhr') ? `${date}T${time}` : null;
}
