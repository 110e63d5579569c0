import type { SourcePlace } from '../xml/fim-input-error.js';
import type { Identifikation } from './angaben.js';

/** What FIM publishes of a schema in other languages: message uebersetzung.0106 of XDatenfelder 3.0.0. */
export interface Uebersetzung {
  readonly file: string;
  /** The schema that is translated. */
  readonly uebersetzt: Identifikation;
  readonly sprachen: readonly UebersetzteSprache[];
}

export interface UebersetzteSprache {
  /** ISO 639: two or three letters. */
  readonly lang: string;
  /** ISO 3166-1 alpha-2. */
  readonly region?: string;
  /** `simple`: simple language. */
  readonly variant?: string;
  /** Counts the versions of the translation. */
  readonly version: number;
  readonly elemente: readonly UebersetztesElement[];
  readonly place: SourcePlace;
}

export interface UebersetztesElement {
  readonly uebersetzt: Identifikation;
  readonly bezeichnungEingabe?: string;
  readonly bezeichnungAusgabe?: string;
  readonly hilfetextEingabe?: string;
  /** The text of a label field, or a value given beforehand. */
  readonly inhalt?: string;
  readonly werte: readonly { readonly code: string; readonly name: string; readonly hilfe?: string }[];
  readonly regeln: readonly UebersetzteRegel[];
  readonly place: SourcePlace;
}

export interface UebersetzteRegel {
  readonly uebersetzt: Identifikation;
  readonly fehler: readonly { readonly code: string; readonly text: string }[];
}
