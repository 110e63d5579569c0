/** A day of the calendar as it is handed over, `2026-12-24`. */
export function isDay(json: unknown): json is string {
  if (typeof json !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(json)) return false;
  const day = new Date(`${json}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(json);
}
