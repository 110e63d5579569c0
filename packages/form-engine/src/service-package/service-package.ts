import type { FeeTable } from '../decision/fee.js';
import type { FormDefinition } from '../form/form-definition.js';
import type { Handlungsgrundlage } from '../form/form-node.js';
import type { AssuranceLevel } from '../prefill/prefilled.js';
import type { OutputDefinition } from '../outputs/output-definition.js';

/** `de-simple` is simple German (Einfache Sprache). */
export const languages = ['de', 'en', 'de-simple'] as const;
export type Language = (typeof languages)[number];

/**
 * On what the processing of personal data rests, Art. 6 Abs. 1 DSGVO: a task in the public interest (e), a legal obligation (c),
 * consent (a), a contract (b).
 */
export const legalGrounds = ['public-task', 'legal-obligation', 'consent', 'contract'] as const;
export type LegalGround = (typeof legalGrounds)[number];

/** What only the service knows for its privacy notice (Art. 13 DSGVO). In German; other languages come from `texts`. */
export interface PrivacyFacts {
  /** What the answers are used for. */
  readonly purposes?: readonly string[];
  readonly grounds?: readonly LegalGround[];
  /** How long a submitted application is stored, in words. */
  readonly retention?: string;
}

/** States that an application may be left in for good, each with a period of its own. */
export const retentionStates = ['received', 'decided', 'closed', 'withdrawn', 'expired'] as const;

/** One of days, months and years. */
export interface Period {
  readonly days?: number;
  readonly months?: number;
  readonly years?: number;
  /** Counted from the end of the year in which the state began; else from the day. */
  readonly from?: 'year-end';
}

/** How long an application is kept after its last change of state. A state that is not named: until somebody deletes it. */
export type Retention = Readonly<Partial<Record<(typeof retentionStates)[number], Period>>>;

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
  readonly privacy?: PrivacyFacts;
  /** Absent: nothing is deleted by itself. */
  readonly retention?: Retention;
}

/** Something the compiler did not understand or could not resolve. Never a silent loss. */
export interface OpenItem {
  readonly kind: 'rule' | 'code-list' | 'pattern' | 'element' | 'constraint' | 'overlay' | 'document' | 'translation';
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

/** How whoever applies has to sign in with an account. */
export interface Identify {
  /** Nothing can be submitted without. */
  readonly required: boolean;
  /** The least level; from it on values are locked. Absent: any, and locked as the municipality says. */
  readonly level?: AssuranceLevel;
}

/** What whoever applies declares when submitting. German; other languages come from `texts`. */
export interface Declaration {
  readonly key: string;
  /** `consent`: to the use of personal data (GDPR, Art. 7). Voluntary, apart from the rest, and can be withdrawn. */
  readonly kind: 'declaration' | 'consent';
  readonly text: string;
  /** Without it nothing is submitted. Never with a consent. */
  readonly required: boolean;
  /** With a consent, and only there: how it can be withdrawn. */
  readonly withdrawal?: string;
  readonly legalBasis: readonly Handlungsgrundlage[];
}

export interface Workflow {
  /** What a decision on the application may be; each ends the case. */
  readonly decisions: readonly { readonly key: string; readonly label: string }[];
  readonly coSign?: CoSign;
  /** Absent: signing in is voluntary, and the municipality says from which level values are locked. */
  readonly identify?: Identify;
  /** Absent: none. */
  readonly declarations?: readonly Declaration[];
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
   * `page.<slug>`, `service.title`, `service.summary`, `service.audience.<index>` (and so on for lists), `service.privacy.purposes.<index>`, `service.privacy.retention`, `codes.<list>.<code>`, `codeHelp.<list>.<code>`,
   * `fee.<key>`, `fee.<key>.<row>`, `decision.<key>`, `rule.<id>` (message when broken), `coSign.who`, `coSign.declaration`,
   * `declaration.<key>`, `declaration.<key>.withdrawal`. `de` only where it replaces FIM's wording.
   */
  readonly texts: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;
  readonly openItems: readonly OpenItem[];
}
