import type { FieldNode, Widget } from '../form/form-node.js';
import { isGermanPostcode } from '../form/german-postcode.js';
import { longestText } from '../validation/longest-text.js';
import type { MessageCode } from '../validation/message.js';
import { parseDate, parseDateTime, parseTime } from './parse-date.js';
import { parseInteger, parseNumber } from './parse-number.js';
import type { Value } from './answers.js';

/** What one input of a form held: `undefined` when it was left empty. */
export type Typed = { readonly value: Value | undefined } | { readonly error: MessageCode };

/** UTF-16 units of what is looked at at all; far above what any answer needs. */
const longestInput = { text: 4 * longestText, other: 1_000 };

const asText = (raw: string): string => raw.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** Printed in groups; what is stored has no spaces and capital letters (ISO 13616, ISO 9362, § 139b AO). */
const grouped: readonly (Widget | undefined)[] = ['iban', 'bic', 'tax-id'];

const withoutSpaces = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** `D-12 345` as it used to be written. */
const plainPostcode = (text: string): string => text.replace(/^DE?(?=[\s-]*\d)/i, '').replace(/[\s-]/g, '');

/** Reads the text of an input as the type of its field. German notation: 1.234,50 and 24.12.2026. */
export function typedValue(field: FieldNode, raw: string): Typed {
  // Before anything is computed: the text comes from outside and may have any length.
  if (raw.length > longestInput[field.type === 'text' ? 'text' : 'other']) return { error: field.type === 'text' ? 'too-long' : 'format' };
  const text = asText(raw);
  if (text === '') return { value: undefined };
  switch (field.type) {
    case 'boolean':
      return text === 'true' || text === 'false' ? { value: text === 'true' } : { error: 'not-in-list' };
    case 'integer':
      return parsed(parseInteger(text), 'format');
    case 'number':
      return parsed(parseNumber(text), 'format');
    case 'currency':
      return parsed(parseNumber(text, 2), 'format');
    case 'date':
      return parsed(parseDate(text), 'date');
    case 'time':
      return parsed(parseTime(text), 'format');
    case 'datetime':
      return parsed(parseDateTime(text), 'date');
    case 'text':
      if (isGermanPostcode(field)) return { value: plainPostcode(text) };
      return { value: grouped.includes(field.widget) ? withoutSpaces(text) : text };
    case 'select':
    case 'file':
      return { value: text };
  }
}

const parsed = (value: Value | null, error: MessageCode): Typed => (value === null ? { error } : { value });
