import type { Handlungsgrundlage } from '../form/form-node.js';

/**
 * The rule AST: the vocabulary of FIM's translated rules (`/api/v1/translated-rules`), kept as the JSON that FIM
 * publishes and extended where rules need more. It is data and is stored in the service package archive.
 *
 * `identifier` is `self` followed by element ids, read from the rule's owner: `self.G05….F60…`.
 */
export type Literal = string | number | boolean;
export type Operand =
  | Literal
  | { readonly identifier: string }
  | { readonly count: { readonly identifier: string } }
  /** The calendar date of three number fields; not answered while the year is missing. */
  | { readonly date: DateParts }
  /** Full years between a date and today. */
  | { readonly age: { readonly identifier: string } | { readonly date: DateParts } }
  /** The day of the evaluation, moved by whole days, months or years: `{"today": {"years": -18}}`. */
  | { readonly today: { readonly days?: number; readonly months?: number; readonly years?: number } };

/** Identifiers of number fields. Of a date that is partly known, day or day and month may be unanswered. */
export interface DateParts {
  readonly day?: string;
  readonly month?: string;
  readonly year: string;
}

export type Condition =
  | boolean
  | { readonly identifier: string }
  | { readonly equal: readonly [Operand, Operand] }
  | { readonly not_equal: readonly [Operand, Operand] }
  | { readonly less: readonly [Operand, Operand] }
  | { readonly less_or_equal: readonly [Operand, Operand] }
  | { readonly greater: readonly [Operand, Operand] }
  | { readonly greater_or_equal: readonly [Operand, Operand] }
  | { readonly is_empty: { readonly identifier: string } }
  | { readonly not: Condition }
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly xor: readonly Condition[] }
  | { readonly at_least: { readonly count: number; readonly of: readonly Condition[] } }
  | { readonly at_most: { readonly count: number; readonly of: readonly Condition[] } }
  | { readonly land: readonly string[] }
  /** The three fields form a date that exists, or one of them is unanswered. */
  | { readonly valid_date: Required<DateParts> };

/**
 * - `require`: the target is relevant and must be answered.
 * - `forbid`: the target is not relevant.
 * - `activate`: the target is relevant; without any matching `activate` or `require`, an activated target is not.
 * - `valid`: the condition must hold; otherwise `message` is a violation.
 * - `prefill`: the target starts with `value`; where it is not relevant it carries that value all the same.
 * - `restrict`: only `codes` of the target's code list may be chosen.
 */
export type Effect = 'require' | 'forbid' | 'activate' | 'valid' | 'prefill' | 'restrict';

export interface Statement {
  readonly effect: Effect;
  /** Absent for `valid`, where the condition names what it is about. */
  readonly target?: string;
  readonly condition: Condition;
  /** What the citizen reads when a `valid` statement is broken. */
  readonly message?: string;
  /** For `prefill`. */
  readonly value?: Operand;
  /** For `restrict`. */
  readonly codes?: readonly string[];
}

export interface Rule {
  readonly id: string;
  readonly version?: string;
  readonly name?: string;
  /** The rule as FIM publishes it: German text. */
  readonly text?: string;
  readonly legalBasis: readonly Handlungsgrundlage[];
  /** Ids from the root to the rule's owner, joined by `/`; empty for a rule of the schema itself. */
  readonly owner: string;
  readonly statements: readonly Statement[];
}
