import type { SourcePlace } from '../xml/fim-input-error.js';
import type { Schwere } from './meldungen.js';

/** Something that a quality check found. Line and column are where the content of the XML element begins. */
export interface Finding extends SourcePlace {
  /** Of FIM's list, with its severity and text. */
  readonly code: string;
  readonly severity: Schwere;
  readonly text: string;
  /** What is wrong here. */
  readonly message: string;
  readonly fix: string;
  /** Of the element; empty if it has none. */
  readonly id: string;
  readonly version: string;
  /** `G…/F…`, and `R…` for a rule; empty for the schema itself. */
  readonly path: string;
  /** At how many positions the same is wrong with the same element. */
  readonly times: number;
}
