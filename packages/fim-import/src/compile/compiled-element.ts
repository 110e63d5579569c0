import type { FormNode } from '@serviceportal/form-engine';
import type { Datenfeld } from '../xdatenfelder/datenfeld.js';
import type { Datenfeldgruppe } from '../xdatenfelder/stammdatenschema.js';

/** A compiled node beside the schema element from which it came. */
export interface CompiledElement {
  readonly node: FormNode;
  readonly source: Datenfeld | Datenfeldgruppe;
  /** Ids from the root, joined by `/`. */
  readonly path: string;
  readonly children: readonly CompiledElement[];
}
