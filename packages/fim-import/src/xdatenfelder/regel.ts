import type { SourcePlace } from '../xml/fim-input-error.js';
import type { AllgemeineAngaben, Identifikation, Rechtsbezug, Stichwort } from './angaben.js';

/** A rule, as far as the standard writes it: German text (version 3: `freitextRegel`, version 2: `definition`). */
export interface Regel extends Identifikation {
  readonly name: string;
  readonly beschreibung?: string;
  /** The text as it stands in the file, line breaks included. */
  readonly text?: string;
  readonly bezug: readonly Rechtsbezug[];
  /** K complex, M multiplicity, V validation, B calculation; only in version 3. */
  readonly typ?: string;
  /** A script that is more than the empty stub which editors write. */
  readonly skript?: string;
  readonly fehler: readonly { readonly code?: string; readonly text: string }[];
  readonly fachlicherErsteller?: string;
  /** Only in version 3, as are the parameters and targets of a script. */
  readonly letzteAenderung?: string;
  readonly stichworte?: readonly Stichwort[];
  readonly parameter?: readonly RegelParameter[];
  readonly ziele?: readonly RegelZiel[];
  /** What version 2 says about a rule as about any element; the rest of it stands above. */
  readonly angaben2?: RegelAngaben2;
  readonly place: SourcePlace;
  /** Where `text` begins. */
  readonly textPlace: SourcePlace;
}

export interface RegelZiel {
  readonly element: string;
  readonly name: string;
}

export interface RegelParameter extends RegelZiel {
  /** `wert`, `anzahl`, `objekt` or `selektor` */
  readonly typ: string;
}

export interface RegelAngaben2 extends Partial<
  Pick<AllgemeineAngaben, 'freigabestatus' | 'gueltigAb' | 'gueltigBis' | 'versionshinweis' | 'veroeffentlichungsdatum' | 'statusGesetztAm'>
> {
  readonly bezeichnungEingabe?: string;
  readonly bezeichnungAusgabe?: string;
}
