import type { FieldType } from '@serviceportal/form-engine';
import type { Datentyp } from '../xdatenfelder/datenfeld.js';

/** `obj` is an object of any kind: it can only be handed in as a file. */
export const fieldTypes: Readonly<Record<Datentyp, FieldType>> = {
  text: 'text',
  text_latin: 'text',
  date: 'date',
  time: 'time',
  datetime: 'datetime',
  bool: 'boolean',
  num: 'number',
  num_int: 'integer',
  num_currency: 'currency',
  file: 'file',
  obj: 'file',
};
