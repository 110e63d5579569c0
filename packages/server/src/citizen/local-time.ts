import type { Language } from '@serviceportal/form-engine';

const zone = 'Europe/Berlin';
const format = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
const time = new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', timeZone: zone });
const days = {
  de: new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }),
};

/** An instant as people in Germany write it: "24.12.2026, 14:30 Uhr". */
export function localTime(instant: string): string {
  return `${format.format(new Date(instant))} Uhr`;
}

/** The same in a language: "Uhr" is German. */
export const timeIn = (instant: string, language: Language): string =>
  language === 'en' ? format.format(new Date(instant)) : localTime(instant);

/** "14:30". */
export const clockTime = (instant: string): string => time.format(new Date(instant));

/** A calendar day (`2026-12-24`) as "Donnerstag, 24. Dezember 2026". */
export const longDay = (day: string, language: Language): string =>
  days[language === 'en' ? 'en' : 'de'].format(new Date(`${day}T00:00:00Z`));
