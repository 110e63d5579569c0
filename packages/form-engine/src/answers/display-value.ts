import type { FieldNode } from '../form/form-node.js';
import type { Wording } from '../form/wording.js';
import type { Value } from './answers.js';

const yesNo = { de: ['Ja', 'Nein'], en: ['Yes', 'No'], 'de-simple': ['Ja', 'Nein'] } as const;
const amount = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const number = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 10, useGrouping: false });

/** `2026-12-24` → `24.12.2026`. */
export const germanDate = (isoDate: string): string => isoDate.split('-').reverse().join('.');

/** A value as people read it: 24.12.2026, 1.234,50 €, Ja, the label of a code. */
export function displayValue(field: FieldNode, value: Value, wording: Wording): string {
  if (typeof value === 'object') return value.name;
  if (typeof value === 'boolean') return yesNo[wording.language][value ? 0 : 1];
  if (typeof value === 'number') return field.type === 'currency' ? `${amount.format(value)} €` : number.format(value);
  if (field.type === 'select' && field.codeList !== undefined) return wording.code(field.codeList, value);
  if (field.type === 'date') return germanDate(value);
  if (field.type === 'datetime') return `${germanDate(value.slice(0, 10))}, ${value.slice(11)} Uhr`;
  return field.type === 'time' ? `${value} Uhr` : value;
}
