import type { Cell, MappedRecord } from './mapped-records.js';

/** Marks the file as UTF-8 for spreadsheets; without it Excel reads umlauts as Windows-1252. */
const byteOrderMark = '\uFEFF';

/** Semicolon, because a German spreadsheet takes the comma for the decimal sign. */
const separator = ';';

/** A spreadsheet would run these as a formula (OWASP, CSV Injection). */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r]/;

/** Signs, digits and what stands in telephone numbers: nothing that a formula could do harm with. */
const numberLike = /^[+-][\d\s()/.,-]*$/;

const euros = (cents: number): string => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`;

function textOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'object') return euros(cell.cents);
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nein';
  return formula.test(cell) && !numberLike.test(cell) ? `'${cell}` : cell;
}

/** RFC 4180, section 2: quoted where needed, quotes doubled; also a comma, which some programs take for the separator. */
const quoted = (text: string, mayBeText = true): string =>
  /[";\r\n]/.test(text) || (mayBeText && text.includes(',')) ? `"${text.replaceAll('"', '""')}"` : text;

/**
 * Records as German finance systems and spreadsheets read them: RFC 4180 with semicolons, CRLF, UTF-8 with byte order
 * mark, decimal comma, a header line. Text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function mappedCsv(header: readonly string[], records: readonly MappedRecord[]): string {
  const lines = [
    header.map((name) => quoted(name)),
    ...records.map((record) => record.map(({ cell }) => quoted(textOf(cell), typeof cell === 'string'))),
  ];
  return `${byteOrderMark}${lines.map((line) => `${line.join(separator)}\r\n`).join('')}`;
}
