import type { FieldNode } from '@serviceportal/form-engine';
import type { SampleFile } from './sample-files.js';

export type ExpectedValue = string | number | boolean;

/**
 * What must arrive for what was typed; undefined for nothing. On purpose not the engine's own reading: it knows only the
 * notations that `fieldText` writes, and is what the engine is held against.
 */
export function expectedValue({ type, widget }: FieldNode, typed: string | SampleFile): ExpectedValue | undefined {
  if (typeof typed === 'object') return typed.name.normalize('NFC');
  const text = typed.normalize('NFC').replaceAll('\r\n', '\n').trim();
  if (text === '') return undefined;
  switch (type) {
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'integer':
    case 'number':
    case 'currency':
      return Number(text.replace(',', '.'));
    case 'date':
      return isoDate(text);
    case 'time':
      return text.slice(0, 5);
    case 'datetime':
      return text.includes('T') ? text : `${isoDate(text.slice(0, 10))}T${text.slice(11)}`;
    case 'text':
      // Printed in groups of four (ISO 13616), stored without.
      return widget === 'iban' || widget === 'bic' || widget === 'tax-id' ? text.replace(/[\s-]/g, '').toUpperCase() : text;
    case 'select':
    case 'file':
      return text;
  }
}

/** Day, month and year, as they stand in three inputs. */
function isoDate(text: string): string {
  const [day = '', month = '', year = ''] = text.split('.');
  return [year.padStart(4, '0'), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
}
