import { InvalidArgumentError, Option } from 'commander';
import { isDay } from '../evaluate/is-day.js';
import { say } from '../language.js';

/** @throws InvalidArgumentError for what is no day of the calendar, written `2026-12-24` */
export function dayOfCall(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError(say({ de: 'Erwartet wird ein Tag als JJJJ-MM-TT, z. B. 2026-12-24.', en: 'Expected is a day as YYYY-MM-DD, e.g. 2026-12-24.' })); // prettier-ignore
}

export const todayOption = (): Option =>
  new Option(
    say({ de: '--today <datum>', en: '--today <date>' }),
    say({
      de: 'Tag, zu dem Alter und Fristen gerechnet werden, JJJJ-MM-TT',
      en: 'day for which ages and deadlines are reckoned, YYYY-MM-DD',
    }),
  )
    .argParser(dayOfCall)
    .default(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }));
