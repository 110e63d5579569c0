import type { SourcePlace } from '../xml/fim-input-error.js';
import type { AllgemeineAngaben, Fassung, Identifikation, Rechtsbezug, Schemaelementangaben } from './angaben.js';
import type { Datenfeld } from './datenfeld.js';
import type { Regel } from './regel.js';

/** Multiplizität of a position. `max: null` is unbounded. */
export interface Anzahl {
  readonly min: number;
  readonly max: number | null;
}

/** A position: what stands there, and how often. The same element may stand at many positions with other counts. */
export interface Struktur {
  readonly anzahl: Anzahl;
  readonly bezug: readonly Rechtsbezug[];
  readonly enthaelt: Datenfeld | Datenfeldgruppe;
  readonly place: SourcePlace;
}

export interface Datenfeldgruppe extends Schemaelementangaben {
  readonly art: 'datenfeldgruppe';
  /** Gruppenart X: exactly one child applies. */
  readonly auswahlgruppe: boolean;
  readonly regeln: readonly Regel[];
  readonly struktur: readonly Struktur[];
}

/** A data schema of either version. Immutable; relations to other elements are not part of it. */
export interface Stammdatenschema extends AllgemeineAngaben {
  readonly fassung: Fassung;
  readonly bezeichnung: string;
  readonly bezeichnungAusgabe?: string;
  readonly hilfetext?: string;
  readonly dokumentsteckbrief?: Identifikation;
  readonly ableitungsmodifikationenStruktur?: string;
  readonly ableitungsmodifikationenRepraesentation?: string;
  readonly regeln: readonly Regel[];
  readonly struktur: readonly Struktur[];
}
