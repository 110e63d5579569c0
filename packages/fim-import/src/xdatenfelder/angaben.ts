import type { SourcePlace } from '../xml/fim-input-error.js';

/** The version of the standard in which a message is written. */
export type Fassung = '2.0' | '3.0.0';

/** FIM id and version. Without a version it is a working copy (Arbeitskopie). Ids are kept as they stand in the file. */
export interface Identifikation {
  readonly id: string;
  readonly version?: string;
}

/** Handlungsgrundlage: the norm on which an element rests. */
export interface Rechtsbezug {
  readonly text: string;
  /** As written in the file, not checked. */
  readonly link?: string;
}

export interface Stichwort {
  readonly text: string;
  /** The category to which it belongs. */
  readonly uri?: string;
}

/** How an element came to be: `ABL` derived from, `ERS` replaces, `EQU` equivalent to another one. */
export interface Relation {
  readonly praedikat: string;
  readonly objekt: Identifikation;
}

/**
 * XDatenfelder 3: codes 1 to 8 of urn:xoev-de:xprozess:codeliste:status (1 in Planung, 2 in Bearbeitung, 3 Entwurf,
 * 4 methodisch freigegeben, 5 fachlich freigegeben silber, 6 gold, 7 inaktiv, 8 vorgesehen zum Löschen).
 * XDatenfelder 2: `inVorbereitung`, `aktiv`, `inaktiv`.
 */
export type Freigabestatus = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | 'inVorbereitung' | 'aktiv' | 'inaktiv';

/** What every schema element says about itself. Dates are kept as ISO strings. */
export interface AllgemeineAngaben extends Identifikation {
  /** Internal name; not for citizens. */
  readonly name: string;
  /** For editors. Converted files keep the values of their origin here; never shown to citizens. */
  readonly beschreibung?: string;
  readonly definition?: string;
  readonly bezug: readonly Rechtsbezug[];
  readonly freigabestatus?: Freigabestatus;
  readonly statusGesetztAm?: string;
  readonly statusGesetztDurch?: string;
  readonly gueltigAb?: string;
  readonly gueltigBis?: string;
  readonly versionshinweis?: string;
  readonly veroeffentlichungsdatum?: string;
  readonly letzteAenderung?: string;
  readonly stichworte: readonly Stichwort[];
  /** Only if asked for (`ReadSchemaOptions.relations`): they are most of many files. */
  readonly relationen?: readonly Relation[];
  readonly place: SourcePlace;
}

/** What fields and groups add. */
export interface Schemaelementangaben extends AllgemeineAngaben {
  readonly bezeichnungEingabe: string;
  readonly bezeichnungAusgabe?: string;
  readonly hilfetextEingabe?: string;
  readonly hilfetextAusgabe?: string;
  /** ABS abstract, HAR harmonised, RNG bound to a norm. */
  readonly schemaelementart?: string;
}
