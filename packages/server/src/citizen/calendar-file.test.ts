import { expect, it } from '@jest/globals';
import { calendarFile } from './calendar-file.js';

const file = calendarFile({
  uid: 'abc-2026-12-24',
  day: '2026-12-24',
  title: 'Antrag fortsetzen: Hundesteuer, „Anmeldung“; \\o/',
  text: 'Der begonnene Antrag bei Straßenverkehrsbehörde Groß-Şehir wartet auf Sie.\nÄndern Sie bis dahin nichts, löschen wir ihn – ganz sicher.',
  url: 'https://portal.example/weiter',
  madeAt: new Date('2026-11-21T06:30:00.123Z'),
});

it('ends every line with CRLF and folds after at most 75 octets, never within a character (RFC 5545, 3.1)', () => {
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file).not.toContain('\ufffd');
});

it('keeps commas, semicolons, backslashes and line breaks as text (RFC 5545, 3.3.11)', () => {
  const unfolded = file.replace(/\r\n /g, '');
  expect(unfolded).toContain('SUMMARY:Antrag fortsetzen: Hundesteuer\\, „Anmeldung“\\; \\\\o/\r\n');
  expect(unfolded).toContain('wartet auf Sie.\\nÄndern Sie bis dahin nichts\\, löschen wir ihn – ganz sicher.\r\n');
});

it('is one whole day, with the time at which it was made in UTC', () => {
  expect(file).toContain('\r\nDTSTART;VALUE=DATE:20261224\r\n');
  expect(file).toContain('\r\nDTSTAMP:20261121T063000Z\r\n');
});
