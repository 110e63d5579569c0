/** What is handed over. `fim-json` and `fim-xml` follow the structure of the schema; `mapped-*` are written field by field. */
export type OutputDefinition = FimOutput | PdfOutput | MappedOutput;

export interface FimOutput {
  readonly key: string;
  readonly format: 'fim-json' | 'fim-xml';
  readonly fileName: string;
}

export interface PdfOutput {
  readonly key: string;
  readonly format: 'pdf';
  readonly fileName: string;
}

export interface MappedOutput {
  readonly key: string;
  readonly format: 'mapped-json' | 'mapped-csv';
  readonly fileName: string;
  /** Path of a repeatable group: one record an entry. Without it: one record. */
  readonly forEach?: string;
  readonly columns: readonly OutputColumn[];
}

/** Exactly one of the sources: `from`, `constant`, `meta`, `fee`, `entryFee`, `declaration`. */
export interface OutputColumn {
  readonly name: string;
  /** Element path from the root, or from the entry where it starts with `self/`. */
  readonly from?: string;
  /** Instead of a code the label that the code list gives it (German). */
  readonly as?: 'label';
  readonly constant?: string;
  /** `entryNumber` counts the records of `forEach` from 1. */
  readonly meta?: 'reference' | 'submittedAt' | 'packageKey' | 'packageVersion' | 'municipality' | 'entryNumber';
  /** Key of a fee table: the whole amount in euros, with two decimals (JSON: a point, CSV: a comma). Empty if none is due. */
  readonly fee?: string;
  /** Key of a fee table that counts the entries of `forEach`: what this entry costs. */
  readonly entryFee?: string;
  /** Key of a declaration or consent: whether it was given. */
  readonly declaration?: string;
}
