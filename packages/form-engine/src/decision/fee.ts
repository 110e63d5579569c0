import type { Condition } from '../rules/ast.js';

/** One line of a fee table. The first row whose condition holds for an entry decides; amounts are integer cents. */
export interface FeeRow {
  readonly label: string;
  /** Read from the counted entry (`self` = the entry) or, without `count`, from the whole application. Default: true. */
  readonly when?: Condition;
  /** Cents for each entry of this row, by how many entries of this row there are: the first figure for one, the second for two, the last for more. */
  readonly amounts: readonly number[];
}

export interface FeeTable {
  readonly key: string;
  readonly label: string;
  readonly period: 'once' | 'year' | 'month';
  /** Path of a repeatable group whose entries are counted. */
  readonly count?: string;
  readonly rows: readonly FeeRow[];
  readonly legalBasis?: string;
}
