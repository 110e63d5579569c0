/** A file that was uploaded: its bytes lie in the attachment store under `attachment`. */
export interface FileAnswer {
  readonly attachment: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** A typed value: text, code and ISO date (2026-12-24) are strings. Empty is absent, never `''` or `null`. */
export type Value = string | number | boolean | FileAnswer;

/**
 * Answers nested by element id, as the form is: `{"G0…": {"F0…": "001"}}`. Every position with `max` ≠ 1 holds a list:
 * of values for a field, of objects for a group.
 */
export interface Answers {
  readonly [id: string]: Answer;
}
export type Answer = Value | Answers | readonly Value[] | readonly Answers[];
