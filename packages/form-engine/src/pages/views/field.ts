import type { ElementText } from './form.js';
import type { LegalBasisView } from './portal.js';
import type { Link } from './shell.js';

/** "Warum werde ich das gefragt?": the rules that ask it just now. */
export interface WhyView {
  readonly rules: readonly string[];
  readonly legalBasis: readonly LegalBasisView[];
}

/** Where an answer came from that the person did not type. */
export interface OriginView {
  readonly text: string;
  /** It may not be changed; the text says why. */
  readonly locked: boolean;
  /** The way to correct it; null: it is changed in its input. */
  readonly correct: Link | null;
}

/** One thing on a question page; `template` is the partial that shows it. */
export type ItemView = FieldView | NoteView | SectionView | RepeatedFieldView;
export type FieldView = TextView | TextareaView | DateView | RadiosView | SelectView | SearchView | FileFieldView | LockedView;

export interface NoteView {
  readonly template: 'item-note';
  readonly name: string;
  /** Line breaks within a paragraph are kept. */
  readonly paragraphs: readonly string[];
  readonly lang: string | null;
}

export interface SectionView {
  readonly template: 'item-section';
  readonly id: string;
  /** The instance name: by it the script knows the item again. */
  readonly name: string;
  readonly label: ElementText;
  /** Short inputs that belong together, such as day, month and year: side by side. */
  readonly row: boolean;
  /** Day, month and year of one date that may be partly known: looks like one question. */
  readonly date: boolean;
  /** A section within a section. */
  readonly nested: boolean;
  readonly optional: boolean;
  readonly hint: ElementText | null;
  readonly why: WhyView | null;
  readonly describedBy: string | null;
  readonly error: string | null;
  /** Of all its items, where they look like one question. */
  readonly origin: OriginView | null;
  readonly items: readonly ItemView[];
}

interface FieldParts {
  /** HTML id: of the input, or for several inputs of the first. The error summary links here. */
  readonly id: string;
  /** Name of the input: the instance name. */
  readonly name: string;
  /** Other questions of the page depend on the answer. */
  readonly decides: boolean;
  readonly label: ElementText;
  readonly hint: ElementText | null;
  readonly origin: OriginView | null;
  readonly optional: boolean;
  readonly error: string | null;
  /** Value of aria-describedby. */
  readonly describedBy: string | null;
  readonly why: WhyView | null;
}

export interface TextView extends FieldParts {
  readonly template: 'field-text';
  readonly type: 'text' | 'email' | 'tel' | 'time' | 'datetime-local';
  readonly value: string;
  readonly inputMode: 'numeric' | 'decimal' | null;
  readonly autocomplete: string | null;
  readonly maxLength: number | null;
  readonly width: 'short' | 'medium' | 'full';
  readonly unit: string | null;
  /** A place stands beside its postcode where there is room. */
  readonly addressPart: 'postcode' | 'place' | null;
}

export interface TextareaView extends FieldParts {
  readonly template: 'field-textarea';
  readonly value: string;
  readonly maxLength: number | null;
  readonly autocomplete: string | null;
}

export interface DateView extends FieldParts {
  readonly template: 'field-date';
  readonly parts: readonly {
    readonly id: string;
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly digits: 2 | 4;
    readonly autocomplete: string | null;
  }[];
}

export interface RadiosView extends FieldParts {
  readonly template: 'field-radios';
  readonly options: readonly {
    readonly id: string;
    readonly value: string;
    readonly label: string;
    readonly lang: string | null;
    readonly help: string | null;
    readonly checked: boolean;
  }[];
}

export interface SelectView extends FieldParts {
  readonly template: 'field-select';
  readonly autocomplete: string | null;
  readonly options: readonly { readonly value: string; readonly label: string; readonly selected: boolean }[];
}

/** A long list: searched by words, with or without the script. */
export interface SearchView extends FieldParts {
  readonly template: 'field-search';
  readonly searchId: string;
  /** Name of the input for the words: `<name>.search`. */
  readonly searchName: string;
  readonly query: string;
  /** What is chosen and what matches. */
  readonly options: RadiosView['options'];
  /** Takes the choice back; null: it may not be taken back. */
  readonly none: { readonly id: string } | null;
  /** "3 Treffer"; null: nothing was searched. */
  readonly found: string | null;
  /** The matches were just asked for: reading goes on there. */
  readonly focus: boolean;
}

export interface FileFieldView extends FieldParts {
  readonly template: 'field-file';
  /** Value of `accept`. */
  readonly accept: string | null;
  /** "Erlaubt sind PDF und JPEG bis 5 MB." */
  readonly limits: string;
  /** Several files may be chosen at once. */
  readonly multiple: boolean;
  /** What has been uploaded; a new file replaces it. */
  readonly uploaded: { readonly name: string; readonly size: string } | null;
}

/** Shown, not editable. */
export interface LockedView extends FieldParts {
  readonly template: 'field-locked';
  readonly value: string;
}

/** A field that may be answered several times: one input an answer, and a button for one more. */
export interface RepeatedFieldView {
  readonly template: 'field-repeated';
  readonly id: string;
  /** The instance name of the list. */
  readonly name: string;
  readonly decides: boolean;
  readonly label: ElementText;
  readonly hint: ElementText | null;
  readonly optional: boolean;
  readonly error: string | null;
  readonly describedBy: string | null;
  readonly why: WhyView | null;
  readonly inputs: readonly FieldView[];
  /** Value of `_add`; null: no more may be added. */
  readonly addValue: string | null;
  readonly addLabel: string;
}
