import type { Answer, Answers, Value } from '../answers/answers.js';
import type { Position } from '../form/form.js';
import type { Rule } from './ast.js';
import type { CompiledCondition } from './compile-condition.js';

/** What rules may know besides the answers. */
export interface EvaluationContext {
  /** Two-letter code of the Land, e.g. `NW`. */
  readonly land?: string;
  /** The day for which is evaluated, as ISO date. Without it no age is known. */
  readonly today?: string;
}

/**
 * `rule`: a `valid` statement that does not hold. `conflict`: answers that forbid each other; they stay asked, so that the
 * person can remove one.
 */
export interface Violation {
  readonly kind: 'rule' | 'conflict';
  readonly rule: Rule;
  readonly message: string;
  /** What it is about, as far as it is asked just now; at least one position, unless nothing of it is asked. */
  readonly concerns: readonly Position[];
  /** The first of them that is a field, else the first. */
  readonly position: Position | null;
  /** The entry in which it stands. */
  readonly indices: readonly number[];
}

/**
 * The state of every element for given answers; computed when asked for, once. Indices: one for each of
 * `position.repeats`.
 */
export interface Evaluation {
  readonly answers: Answers;
  /** The same form, day and Land for other answers. */
  after(answers: Answers): Evaluation;
  /** Is the element asked at all? Not, if an element around it is not. */
  relevant(position: Position, indices: readonly number[]): boolean;
  /** Must it be answered? By cardinality or by rule. False where it is not relevant. */
  required(position: Position, indices: readonly number[]): boolean;
  /** Does a rule demand an answer just now? Then a group must not stay empty, though each question in it may. */
  demanded(position: Position, indices: readonly number[]): boolean;
  /** Has the person answered anything that counts just now, here or below? */
  answered(position: Position, indices: readonly number[]): boolean;
  /** The codes that may be chosen, if rules restrict them. */
  allowed(position: Position, indices: readonly number[]): readonly string[] | undefined;
  /** The value with which rules begin the element; it carries it where it is not relevant but what is around it is. */
  prefilled(position: Position, indices: readonly number[]): Value | undefined;
  /** The rules that made it relevant, irrelevant or required just now. */
  reasons(position: Position, indices: readonly number[]): readonly Rule[];
  /** The answer at an instance; the whole list if the last index of a repeated position is left out. */
  answer(position: Position, indices: readonly number[]): Answer | undefined;
  /** How many entries the list has. `indices` without the last one. */
  count(position: Position, indices: readonly number[]): number;
  /** Does a condition hold, read from one instance of its owner (null: from the whole application)? */
  holds(condition: CompiledCondition, owner: Position | null, indices: readonly number[]): boolean;
  violations(): readonly Violation[];
}
