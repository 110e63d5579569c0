/** One day in a calendar. */
export interface CalendarEntry {
  /** The same for the same entry: importing it again changes it instead of doubling it. */
  readonly uid: string;
  /** Calendar day, `2026-12-24`. */
  readonly day: string;
  readonly title: string;
  readonly text: string;
  readonly url: string;
  readonly madeAt: Date;
}

/** A calendar file with one entry for the whole day and a reminder at nine in the morning (RFC 5545). */
export function calendarFile({ uid, day, title, text, url, madeAt }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Serviceportal//Erinnerung//DE',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(madeAt.toISOString().replace(/\.\d+/, ''))}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const compact = (iso: string): string => iso.replace(/[-:]/g, '');

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** RFC 5545, 3.1: at most 75 octets a line; a continuation begins with a blank. Never within a character. */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
