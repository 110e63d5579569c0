import type { Operand } from '@serviceportal/form-engine';
import type { RuleCursor } from './rule-cursor.js';

const months = 'januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember';

/** `24.12.2026`, `2026-12-24`, `24. Dezember 2026`, `heute`, `dem Tag der Antragstellung`. */
export function readDateValue(cursor: RuleCursor): Operand {
  if (takeToday(cursor)) return { today: {} };
  const quoted = cursor.takeQuote();
  const date = readIsoDate(cursor);
  if (quoted && !cursor.takeQuote()) cursor.fail({ de: 'Erwartet wird ein Anführungszeichen', en: 'Expected: a quotation mark' });
  return date;
}

function readIsoDate(cursor: RuleCursor): string {
  const iso = cursor.takePattern(/\d{4}-\d{2}-\d{2}(?!\d)/)?.[0];
  if (iso !== undefined) return existing(cursor, iso);
  const german = cursor.takePattern(/(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/);
  if (german !== undefined)
    return existing(cursor, `${german[3] ?? ''}-${(german[2] ?? '').padStart(2, '0')}-${(german[1] ?? '').padStart(2, '0')}`);
  const written = cursor.takePattern(new RegExp(`(\\d{1,2})\\.\\s?(${months})\\s(\\d{4})(?!\\d)`, 'iu'));
  if (written === undefined) return cursor.fail({ de: 'Erwartet wird ein Datum', en: 'Expected: a date' });
  const month = months.split('|').indexOf((written[2] ?? '').toLowerCase()) + 1;
  return existing(cursor, `${written[3] ?? ''}-${String(month).padStart(2, '0')}-${(written[1] ?? '').padStart(2, '0')}`);
}

function existing(cursor: RuleCursor, date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return exists ? date : cursor.fail({ de: 'Dieses Datum gibt es nicht', en: 'This date does not exist' });
}

export function takeToday(cursor: RuleCursor): boolean {
  return (
    cursor.attempt(() => {
      cursor.take('dem|der|des|das|zum|am|vom|den');
      if (cursor.take('heute|tagesdatum|antragsdatum')) return true;
      if (cursor.take('tag|datum|zeitpunkt', 'der|des', 'antragstellung|antragsstellung|antrags|eingabe')) return true;
      cursor.expect('heutigen|aktuellen|aktuelles|tagesaktuellen');
      cursor.expect('datum|tag|tagesdatum|tages');
      return true;
    }) ?? false
  );
}
