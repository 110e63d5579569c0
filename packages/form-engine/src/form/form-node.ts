import type { PersonAttribute } from '../prefill/person-attribute.js';

/** A norm on which an element rests (FIM: Handlungsgrundlage, `bezug`). */
export interface Handlungsgrundlage {
  readonly text: string;
  /** Address of the norm, only http or https. */
  readonly link?: string;
}

/** What a field holds. `select` values are codes, always strings; `currency` values are euros with two decimals. */
export type FieldType = 'text' | 'date' | 'time' | 'datetime' | 'boolean' | 'integer' | 'number' | 'currency' | 'select' | 'file';

/** How a text field wants to be entered. Set by the compiler from well-known FIM ids and names, or by the overlay. */
export type Widget = 'email' | 'tel' | 'iban' | 'bic' | 'tax-id' | 'postcode' | 'textarea' | 'radios' | 'dropdown';

/** Bounds of a value. Text lengths count characters; number bounds are inclusive. */
export interface Constraints {
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Must match the whole value (HTML `pattern` semantics). Vetted against catastrophic backtracking when imported. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Inclusive ISO dates, for date fields. */
  readonly earliest?: string;
  readonly latest?: string;
  /** Bytes. */
  readonly maxSize?: number;
  readonly mediaTypes?: readonly string[];
}

interface ElementNode {
  /** FIM id, e.g. `F60000000227`. Unique among siblings, not in the form. */
  readonly id: string;
  /** FIM version, e.g. `1.1.0`; absent for a working copy (Arbeitskopie). */
  readonly version?: string;
  /** How often the element occurs at this position (FIM: Multiplizität, `anzahl`). `max: null` is unbounded. */
  readonly min: number;
  readonly max: number | null;
  /** The question or heading (FIM: bezeichnungEingabe). German; other languages come from the package's texts. */
  readonly label: string;
  /** The label in documents and at the clerk's desk (FIM: bezeichnungAusgabe), where it differs. */
  readonly outputLabel?: string;
  readonly help?: string;
  readonly legalBasis: readonly Handlungsgrundlage[];
  /** `municipal`: not from FIM, added by the package or a municipality. */
  readonly origin: 'fim' | 'municipal';
  /** Its place among its siblings in the schema, where the overlay shows it at another one. */
  readonly schemaIndex?: number;
}

export interface FieldNode extends ElementNode {
  readonly kind: 'field';
  readonly type: FieldType;
  readonly constraints: Constraints;
  /** For `select`: key into the form's code lists. A `select` whose list is missing has been compiled to `text`. */
  readonly codeList?: string;
  readonly widget?: Widget;
  /** Value of the HTML `autocomplete` attribute (WCAG 1.3.5). */
  readonly autocomplete?: string;
  /** What it asks about a person, whoever that is. Set by the compiler for harmonised fields. */
  readonly attribute?: PersonAttribute;
  /** The package says so: it asks this about the person who applies, or nothing that is known (`none`). */
  readonly prefill?: PersonAttribute | 'none';
  /** Value with which the field starts. */
  readonly initial?: string | number | boolean;
  /** Shown, not editable (FIM: feldart locked). */
  readonly locked?: boolean;
  /** Never shown, carries its initial value (FIM: feldart hidden). */
  readonly hidden?: boolean;
  /** A remark to the person filling in, e.g. why a list is a text field. */
  readonly note?: string;
}

/** Static text at a position of the form (FIM: feldart label). Never answered, never handed over. */
export interface NoteNode extends ElementNode {
  readonly kind: 'note';
  readonly text: string;
}

export interface GroupNode extends ElementNode {
  readonly kind: 'group';
  /** Exactly one child applies (FIM: gruppenart X, Auswahlgruppe). */
  readonly choice?: boolean;
  /** Whom it is about. Absent: as the group around it. */
  readonly about?: 'applicant' | 'other';
  readonly children: readonly FormNode[];
}

export type FormNode = FieldNode | NoteNode | GroupNode;
