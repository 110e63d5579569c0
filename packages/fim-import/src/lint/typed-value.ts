import type { Message } from '../language.js';

/** A value as a number that can be compared, or undefined if the text is no such value. Lexical forms: XML Schema 1.0 part 2. */
type Parse = (text: string) => number | undefined;

const matching =
  (pattern: RegExp, value: Parse): Parse =>
  (text) =>
    pattern.test(text) ? value(text) : undefined;

const zone = '(?:Z|[+-]\\d{2}:\\d{2})?';
const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?';

function instant(text: string): number | undefined {
  const date = new Date(text);
  // The 31st of a month with 30 days would be read as the 1st of the next.
  const day = text.slice(0, 10);
  const real = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || Number.isNaN(real.getTime()) || !real.toISOString().startsWith(day) ? undefined : date.getTime();
}

const number = matching(/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/, Number);
const integer = matching(/^[+-]?\d+$/, Number);
const date = matching(/^\d{4}-\d{2}-\d{2}$/, instant);
const datetime = matching(new RegExp(`^\\d{4}-\\d{2}-\\d{2}T${clock}${zone}$`), instant);
const time = matching(new RegExp(`^${clock}${zone}$`), (text) => instant(`2000-01-01T${text}`));

export interface ValueType {
  readonly parse: Parse;
  /** With its indefinite article. */
  readonly name: Message;
  /** Codes of the official checks: lower bound, upper bound, content. */
  readonly codes: readonly [min: string, max: string, content: string];
}

/** By Datentyp. */
export const valueTypes: Readonly<Record<string, ValueType>> = {
  num: { parse: number, name: { de: 'eine Zahl', en: 'a number' }, codes: ['1062', '1063', '1069'] },
  num_currency: { parse: number, name: { de: 'eine Zahl', en: 'a number' }, codes: ['1062', '1063', '1069'] },
  num_int: { parse: integer, name: { de: 'eine ganze Zahl', en: 'a whole number' }, codes: ['1065', '1066', '1070'] },
  date: { parse: date, name: { de: 'ein Datum', en: 'a date' }, codes: ['1067', '1068', '1071'] },
  datetime: { parse: datetime, name: { de: 'ein Zeitpunkt', en: 'a date with time' }, codes: ['1079', '1080', '1083'] },
  time: { parse: time, name: { de: 'eine Uhrzeit', en: 'a time' }, codes: ['1081', '1082', '1084'] },
};
