import type { FeeTable } from '../decision/fee.js';
import type { FormDefinition } from '../form/form-definition.js';
import type { Handlungsgrundlage } from '../form/form-node.js';
import type { OutputDefinition } from '../outputs/output-definition.js';

/** `de-simple` is simple German (Einfache Sprache). */
export const languages = ['de', 'en', 'de-simple'] as const;
export type Language = (typeof languages)[number];

/** What the service page says, in German; other languages come from `texts` under `service.<field>`. */
export interface ServiceDescription {
  readonly title: string;
  /** One or two sentences: what it is. */
  readonly summary: string;
  /** What it is in full, paragraph by paragraph. */
  readonly description?: readonly string[];
  /** Who may apply. */
  readonly audience: readonly string[];
  /** What to have at hand. */
  readonly documents: readonly string[];
  /** What it costs, in words; figures come from the fee tables. */
  readonly fee: string;
  /** Until when to apply, in words. */
  readonly deadline?: string;
  /** How long it takes, in words. */
  readonly duration?: string;
  /** How the procedure runs, from the beginning, in order. */
  readonly procedure?: readonly string[];
  /** Who is responsible. */
  readonly office?: string;
  /** LeiKa keys, 14 digits. */
  readonly leika: readonly string[];
  readonly legalBasis: readonly Handlungsgrundlage[];
  /** What happens after submitting, in order. */
  readonly nextSteps: readonly string[];
  /** Days until an untouched draft is deleted. */
  readonly draftDays: number;
}

/** Something the compiler did not understand or could not resolve. Never a silent loss. */
export interface OpenItem {
  readonly kind: 'rule' | 'code-list' | 'pattern' | 'element' | 'constraint' | 'overlay' | 'document';
  /** `note`: what it is about works, on a reading that a person should confirm. Absent: it is not applied. */
  readonly severity?: 'note';
  readonly message: string;
  /** The source text that was not understood. */
  readonly source?: string;
  /** Path of the element, e.g. `G1/F2`. */
  readonly path?: string;
  readonly ruleId?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A second person has to sign before the application can be submitted. German; other languages come from `texts`. */
export interface CoSign {
  /** Who: "Die zweite sorgeberechtigte Person". */
  readonly who: string;
  /** What the person declares. */
  readonly declaration: string;
  /** Both have to prove by an identity service who they are, and to be two. */
  readonly distinctIdentity: boolean;
}

export interface Workflow {
  /** What a decision on the application may be; each ends the case. */
  readonly decisions: readonly { readonly key: string; readonly label: string }[];
  readonly coSign?: CoSign;
}

/**
 * A compiled service: immutable and named by its digest. What the server runs. Written by `compilePackage`, as one JSON
 * file.
 */
export interface ServicePackage {
  readonly format: 'serviceportal/service-package@1';
  readonly key: string;
  readonly version: string;
  /** `sha256:` and 64 hex digits, over the canonical JSON of everything else. */
  readonly digest: string;
  readonly service: ServiceDescription;
  readonly form: FormDefinition;
  readonly workflow: Workflow;
  readonly fees: readonly FeeTable[];
  readonly outputs: readonly OutputDefinition[];
  /**
   * Texts by language and key: `<path>.label`, `<id>.label`, `<path>.help`, `<id>.help`, `<path>.text` (notes),
   * `page.<slug>`, `service.title`, `service.summary`, `service.audience.<index>` (and so on for lists), `codes.<list>.<code>`,
   * `fee.<key>`, `fee.<key>.<row>`, `decision.<key>`, `rule.<id>` (message when broken), `coSign.who`, `coSign.declaration`. `de` only where it replaces FIM's wording.
   */
  readonly texts: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;
  readonly openItems: readonly OpenItem[];
}
