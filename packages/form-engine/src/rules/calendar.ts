import type { Value } from '../answers/answers.js';
import type { Position } from '../form/form.js';
import type { DateParts } from './ast.js';
import type { ConditionReader, Resolve } from './condition-reader.js';

/** The fields of a date, resolved. */
export interface CompiledParts {
  readonly day: Position | undefined;
  readonly month: Position | undefined;
  readonly year: Position;
}

export const compileParts = ({ day, month, year }: DateParts, resolve: Resolve): CompiledParts => ({
  day: day === undefined ? undefined : resolve(day),
  month: month === undefined ? undefined : resolve(month),
  year: resolve(year),
});

const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function daysIn(month: number, year: number): number {
  if (month === 2) return leap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const iso = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

const numbers = (values: readonly Value[]): number[] => values.map(Number).filter((number) => Number.isInteger(number));

/**
 * The dates that the fields can mean, as ISO dates: one if all three are answered, the first and the last possible one of a
 * date that is partly known, none if it does not exist.
 */
export function existingDates({ day, month, year }: CompiledParts, reader: ConditionReader): string[] {
  const months = month === undefined ? [] : numbers(reader.values(month));
  const days = day === undefined || months.length === 0 ? [] : numbers(reader.values(day));
  const dates = numbers(reader.values(year)).flatMap((y) =>
    (months.length === 0 ? [1, 12] : months)
      .filter((m) => m >= 1 && m <= 12)
      .flatMap((m) => {
        const possible = days.length > 0 ? days : months.length > 0 ? [1, daysIn(m, y)] : [m === 1 ? 1 : 31];
        return possible.filter((d) => d >= 1 && d <= daysIn(m, y)).map((d) => iso(y, m, d));
      }),
  );
  return [...new Set(dates)];
}

/** Is it a date of the calendar, as far as it was answered completely? */
export function partsExist(parts: CompiledParts, reader: ConditionReader): boolean {
  const complete = [parts.day, parts.month, parts.year].every((part) => part !== undefined && reader.values(part).length > 0);
  return !complete || existingDates(parts, reader).length > 0;
}

/** Full years from each date to today; none without today. */
export function agesOf(dates: readonly Value[], today: string | undefined): number[] {
  if (today === undefined) return [];
  return dates.flatMap((date) => {
    if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(date)) return [];
    const years = Number(today.slice(0, 4)) - Number(date.slice(0, 4));
    return [date.slice(5, 10) > today.slice(5, 10) ? years - 1 : years];
  });
}

/** A day moved by years and months, held inside the month (31.1. and one month: 28.2.), then by days. */
export function movedDate(date: string, by: { readonly days?: number; readonly months?: number; readonly years?: number }): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + (by.years ?? 0) * 12 + (by.months ?? 0);
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const day = Math.min(Number(date.slice(8, 10)), daysIn(month, year));
  if (by.days === undefined) return iso(year, month, day);
  const moved = new Date(Date.UTC(year, month - 1, day + by.days));
  return iso(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}
