import type { Position } from '../form/form.js';

export type MessageCode =
  | 'required'
  | 'format'
  | 'too-short'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'pattern'
  | 'email'
  | 'tel'
  | 'iban-country'
  | 'iban-length'
  | 'bic'
  | 'tax-id'
  | 'postcode'
  | 'check-digits'
  | 'not-in-list'
  | 'date'
  | 'too-early'
  | 'too-late'
  | 'too-few'
  | 'too-many'
  | 'choice'
  | 'conflict'
  | 'file-type'
  | 'file-size'
  | 'file-broken'
  | 'file-infected'
  | 'file-unscanned'
  | 'file-unstored'
  | 'file-unscannable'
  | 'file-pixels'
  | 'file-encrypted'
  | 'rule';

/** What is wrong with an answer, in the citizen's language: names the field and says what to do. */
export interface Message {
  readonly code: MessageCode;
  readonly position: Position;
  readonly indices: readonly number[];
  /** Name of the input it belongs to: the instance path, e.g. `G1[0]/F2`. */
  readonly name: string;
  readonly text: string;
}
