/** How a genericode list names itself. */
export interface CodelistIdentification {
  /** CanonicalUri */
  readonly kennung?: string;
  readonly version?: string;
  /** CanonicalVersionUri */
  readonly versionUri?: string;
  readonly name?: string;
}

export interface Spalte {
  readonly id: string;
  readonly name?: string;
  /** Language of the values, e.g. `de-DE`. */
  readonly lang?: string;
}

/** A genericode 1.0 list. Rows map column ids to values; a value may be missing. Codes are text: `001` stays `001`. */
export interface Codeliste extends CodelistIdentification {
  readonly spalten: readonly Spalte[];
  /** Id of the key column (Key/ColumnRef). */
  readonly schluessel?: string;
  readonly zeilen: readonly ReadonlyMap<string, string>[];
}
