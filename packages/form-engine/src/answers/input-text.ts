import type { FieldNode } from '../form/form-node.js';
import type { Value } from './answers.js';

const decimals = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 10, useGrouping: false });
const cents = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A value as it stands in an input, so that reading it again gives the same value: amounts as 1.234,50. Dates are ISO; files have no text. */
export function inputText(field: FieldNode, value: Value): string {
  if (typeof value === 'object') return '';
  if (typeof value === 'number') return field.type === 'currency' ? cents.format(value) : decimals.format(value);
  return String(value);
}
