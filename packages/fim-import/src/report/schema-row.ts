import type { Fassung } from '../xdatenfelder/angaben.js';

/** A rule as it stands in a schema, once however many positions have it. */
export interface RuleEntry {
  readonly id: string;
  readonly text: string;
  /** Why it is not in force, or not all of it; each with the place in the file. Empty: understood. */
  readonly failures: readonly RuleRemark[];
  /** How it was read where that was not plain: a slip repaired, a contradiction. */
  readonly notes: readonly RuleRemark[];
}

export interface RuleRemark {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

export interface MissingList {
  readonly name: string;
  readonly reason: string;
}

/** What became of one schema. */
export interface CompiledRow {
  /** From the folder that is reported on, with `/`. */
  readonly file: string;
  readonly id: string;
  /** `''` for a working copy. */
  readonly version: string;
  readonly title: string;
  readonly xdatenfelder: Fassung;
  /** Questions, counted at every position. */
  readonly fields: number;
  readonly pages: number;
  readonly rules: readonly RuleEntry[];
  /** Published lists to which it refers, by name and version. */
  readonly codeLists: readonly string[];
  readonly codeListsMissing: readonly MissingList[];
  /** What else was not understood, besides rules and code lists. */
  readonly otherOpenItems: readonly string[];
  readonly lint: { readonly errors: number; readonly warnings: number; readonly hints: number };
}

/** A schema that could not be compiled. */
export interface FailedRow {
  readonly file: string;
  readonly error: { readonly code: string; readonly message: string };
}

export type SchemaRow = CompiledRow | FailedRow;

export const isCompiled = (row: SchemaRow): row is CompiledRow => !('error' in row);
