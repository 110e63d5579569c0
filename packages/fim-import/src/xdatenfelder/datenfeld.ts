import type { Schemaelementangaben } from './angaben.js';
import type { Regel } from './regel.js';

export type Feldart = 'input' | 'select' | 'label' | 'hidden' | 'locked';

export type Datentyp = 'text' | 'text_latin' | 'date' | 'time' | 'datetime' | 'bool' | 'num' | 'num_int' | 'num_currency' | 'file' | 'obj';

/** Bounds as written; the compiler checks them. `unverstanden` is a text in none of the known notations. */
export interface Praezisierung {
  readonly minLength?: string;
  readonly maxLength?: string;
  readonly minValue?: string;
  readonly maxValue?: string;
  readonly pattern?: string;
  readonly unverstanden?: string;
}

export interface Wert {
  readonly code: string;
  readonly name: string;
  readonly hilfe?: string;
}

/** Names a genericode list. Version 2 files also carry the `C…` id that names the file beside the schema. */
export interface CodelisteReferenz {
  readonly kennung?: string;
  readonly version?: string;
  readonly versionUri?: string;
  readonly id?: string;
  /** Version of that `C…` id, not of the list. */
  readonly idVersion?: string;
}

export interface Datenfeld extends Schemaelementangaben {
  readonly art: 'datenfeld';
  readonly feldart: Feldart;
  readonly datentyp: Datentyp;
  readonly praezisierung: Praezisierung;
  /** Text of a label; otherwise the value with which the field starts. */
  readonly inhalt?: string;
  readonly vorbefuellung?: 'keine' | 'optional' | 'verpflichtend';
  /** Werteliste: the codes, inline. */
  readonly werte?: readonly Wert[];
  readonly codelisteReferenz?: CodelisteReferenz;
  /** Ids of genericode columns. */
  readonly codeKey?: string;
  readonly nameKey?: string;
  readonly helpKey?: string;
  readonly regeln: readonly Regel[];
  /** Bytes, as written. */
  readonly maxSize?: string;
  readonly mediaTypes: readonly string[];
}
