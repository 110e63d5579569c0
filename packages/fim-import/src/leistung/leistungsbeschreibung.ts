import type { Block } from './html-blocks.js';

/** What a text of a service description is about. */
export type Topic =
  | 'title'
  | 'plainTitle'
  | 'teaser'
  | 'shortText'
  | 'fullText'
  | 'eligibility'
  | 'documents'
  | 'fee'
  | 'deadline'
  | 'duration'
  | 'procedure'
  | 'office'
  | 'contact'
  | 'legalBasis'
  | 'forms'
  | 'furtherInformation'
  | 'remarks'
  | 'appeal'
  | 'author';

export interface LeistungText {
  readonly topic: Topic;
  /** BCP 47, as the source gives it; `de` where it gives none. */
  readonly language: string;
  readonly blocks: readonly Block[];
}

/** Something of a description that nobody here can place. Never a silent loss. */
export interface LeistungOpenItem {
  readonly message: string;
  readonly source?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A description of a Leistung, from XZuFi or the PVOG. */
export interface Leistungsbeschreibung {
  readonly id?: string;
  /** LeiKa keys, 14 digits. */
  readonly leika: readonly string[];
  readonly texts: readonly LeistungText[];
  readonly openItems: readonly LeistungOpenItem[];
}
