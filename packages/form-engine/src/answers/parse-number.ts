const grouped = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/;
const plain = /^[+-]?\d+([.,]\d+)?$/;

/**
 * A number in German notation: `1.234,50`, `1234,5`, also `1234.5`. A point before exactly three digits groups thousands,
 * as people here write it; but not after a leading zero: 0.125 is an eighth. Null if it is no number, has too many decimals, or more digits than can be held exactly.
 */
export function parseNumber(text: string, decimals = 10): number | null {
  const compact = text.replace(/[\s\u00a0\u202f]|€|EUR$/g, '');
  let plainText: string;
  if (grouped.test(compact)) plainText = compact.replaceAll('.', '').replace(',', '.');
  else if (plain.test(compact)) plainText = compact.replace(',', '.');
  else return null;
  if ((plainText.split('.')[1]?.length ?? 0) > decimals || plainText.replace(/\D/g, '').length > 15) return null;
  return Number(plainText);
}

/** A whole number, also as `1.234`. Null if it is none. */
export function parseInteger(text: string): number | null {
  const number = parseNumber(text, 0);
  return number !== null && Number.isSafeInteger(number) ? number : null;
}
