import type { Condition, Rule, Statement } from '../rules/ast.js';
import type { Code, PageDefinition } from '../form/form-definition.js';
import type { Constraints, FieldType, Handlungsgrundlage, Widget } from '../form/form-node.js';
import type { PersonAttribute } from '../prefill/person-attribute.js';
import type { OutputDefinition } from '../outputs/output-definition.js';
import type { FeeTable } from '../decision/fee.js';
import type { WorkedCase } from './worked-case.js';
import type { CoSign, Declaration, Identify, Language, ServiceDescription, Workflow } from './service-package.js';

/** `service.yaml`: what the service is. */
export type ServiceFile = { readonly key: string; readonly version: string; readonly title: string } & Partial<ServiceDescription>;

/** An element that FIM does not have: `add` in `form.yaml`. What is left out has the value FIM elements usually have. */
export interface AddedNode {
  readonly kind?: 'field' | 'note' | 'group';
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** Default 0. */
  readonly min?: number;
  /** Default 1; null is unbounded. */
  readonly max?: number | null;
  readonly legalBasis?: readonly Handlungsgrundlage[];
  /** Fields. Default: `select` with codes, else `text`. */
  readonly type?: FieldType;
  readonly constraints?: Constraints;
  readonly codes?: readonly Code[];
  readonly widget?: Widget;
  readonly autocomplete?: string;
  readonly initial?: string | number | boolean;
  /** Notes. */
  readonly text?: string;
  /** Groups. */
  readonly children?: readonly AddedNode[];
}

export interface Addition {
  /** Path of the group; without it: the top level. */
  readonly under?: string;
  /** Id of the sibling before it; without it: at the end. */
  readonly after?: string;
  readonly element: AddedNode;
}

/** `form.yaml`: what differs from the FIM schema. Keys are paths (`G1/F2`) or ids; an id means the element everywhere. */
export interface FormOverlay {
  readonly pages?: readonly PageDefinition[];
  readonly each?: 'question';
  readonly labels?: Readonly<Record<string, string>>;
  readonly help?: Readonly<Record<string, string>>;
  readonly widgets?: Readonly<Record<string, Widget>>;
  readonly autocomplete?: Readonly<Record<string, string>>;
  readonly initial?: Readonly<Record<string, string | number | boolean>>;
  /** What a field asks about the person who applies; a group: `applicant`, its harmonised fields ask about them. `none`: nothing is known. */
  readonly prefill?: Readonly<Record<string, PersonAttribute | 'applicant' | 'none'>>;
  readonly hide?: readonly string[];
  /** By path of a group (`/`: the top level) the ids that come first, in order. */
  readonly order?: Readonly<Record<string, readonly string[]>>;
  readonly add?: readonly Addition[];
}

export interface RuleSource extends Omit<Rule, 'legalBasis' | 'owner' | 'statements'> {
  readonly legalBasis?: readonly Handlungsgrundlage[];
  readonly owner?: string;
  readonly statements: readonly Statement[];
}

/** Amounts are texts in euros with two decimals: `85,80`. */
export interface FeeSource extends Omit<FeeTable, 'rows'> {
  readonly rows: readonly { readonly label: string; readonly when?: Condition; readonly amounts: readonly string[] }[];
}

/** `rules.yaml`: rules beyond FIM, and fees. */
export interface RulesFile {
  readonly rules?: readonly RuleSource[];
  readonly fees?: readonly FeeSource[];
}

/** `workflow.yaml`. */
export interface WorkflowFile {
  readonly decisions?: Workflow['decisions'];
  readonly identify?: Identify;
  readonly coSign?: Pick<CoSign, 'who' | 'declaration'> & Partial<CoSign>;
  readonly declarations?: readonly (Pick<Declaration, 'key' | 'text'> & Partial<Declaration>)[];
}

/** `outputs.yaml`: what is handed over. */
export interface OutputsFile {
  readonly outputs: readonly OutputDefinition[];
}

export interface ElementTexts {
  readonly label?: string;
  readonly help?: string;
  readonly text?: string;
  readonly codes?: Readonly<Record<string, string>>;
  /** What explains a code. */
  readonly codeHelp?: Readonly<Record<string, string>>;
}

/** `texts/<language>.yaml`. */
export interface TextsFile {
  readonly service?: {
    readonly title?: string;
    readonly summary?: string;
    readonly description?: readonly string[];
    readonly audience?: readonly string[];
    readonly documents?: readonly string[];
    readonly fee?: string;
    readonly deadline?: string;
    readonly duration?: string;
    readonly procedure?: readonly string[];
    readonly office?: string;
    readonly nextSteps?: readonly string[];
    readonly privacy?: { readonly purposes?: readonly string[]; readonly retention?: string };
  };
  readonly pages?: Readonly<Record<string, string>>;
  readonly elements?: Readonly<Record<string, ElementTexts>>;
  readonly fees?: Readonly<Record<string, { readonly label?: string; readonly rows?: readonly string[] }>>;
  readonly decisions?: Readonly<Record<string, string>>;
  readonly coSign?: { readonly who?: string; readonly declaration?: string };
  readonly declarations?: Readonly<Record<string, { readonly text?: string; readonly withdrawal?: string }>>;
  readonly rules?: Readonly<Record<string, string>>;
}

/** The files of a package, read and checked one by one; not yet against the form. */
export interface PackageFiles {
  readonly service: ServiceFile;
  readonly form: FormOverlay;
  readonly rules: RulesFile;
  readonly workflow: Workflow;
  readonly outputs: OutputsFile;
  readonly texts: Readonly<Partial<Record<Language, TextsFile>>>;
  readonly cases: readonly { readonly file: string; readonly content: WorkedCase }[];
}
