import { isoDate, plainNumber } from './literals.js';
import type { Code, FieldType } from '@serviceportal/form-engine';

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** The value with which a field starts, from the text in the schema; undefined if it does not fit the type. */
export function initialValue(text: string, type: FieldType, codes: readonly Code[] | undefined): string | number | boolean | undefined {
  switch (type) {
    case 'text':
      return text;
    case 'select':
      return codes?.some(({ code }) => code === text) === true ? text : undefined;
    case 'boolean':
      return booleans.get(text.toLowerCase());
    case 'integer':
      return /^[+-]?\d{1,15}$/.test(text) ? plainNumber(text) : undefined;
    case 'number':
    case 'currency':
      return /^[+-]?\d{1,15}([.,]\d{1,10})?$/.test(text) ? plainNumber(text) : undefined;
    case 'date':
      return isoDate(text);
    case 'time':
    case 'datetime':
    case 'file':
      return undefined;
  }
}
