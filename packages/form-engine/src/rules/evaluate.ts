import type { Answer, Answers, Value } from '../answers/answers.js';
import { countEntries, holdsAnswer, isValue, readAnswer } from '../answers/read-answer.js';
import type { Form, Position } from '../form/form.js';
import type { Effect, Rule } from './ast.js';
import type { CompiledStatement } from './compile-rules.js';
import type { CompiledCondition } from './compile-condition.js';
import type { ConditionReader } from './condition-reader.js';
import type { Evaluation, EvaluationContext, Violation } from './evaluation.js';
import { isAnswered } from './is-answered.js';
import { brokenRules, conflictsOf } from './violations.js';

/** What the rules say about one instance, before its surroundings are looked at. */
interface OwnState {
  readonly relevant: boolean;
  readonly required: boolean;
  /** A rule asks for it just now. */
  readonly asked: boolean;
  readonly reasons: readonly Rule[];
  /** Statements that would forbid an answer which in turn forbids what they read. */
  readonly conflicts: readonly CompiledStatement[];
}

const untouched: OwnState = { relevant: true, required: false, asked: false, reasons: [], conflicts: [] };

/** The indices that an element's own state depends on: those of the entries around it, not its own. */
const outer = (position: Position, indices: readonly number[]): readonly number[] => {
  const length = position.repeats.length - (position.repeated ? 1 : 0);
  return indices.length > length ? indices.slice(0, length) : indices;
};

/** An instance as key of a map. Most have no entries around them: their number does. */
const keyOf = ({ index }: Position, indices: readonly number[]): string | number =>
  indices.length === 0 ? index : `${index}:${indices.join('.')}`;

/** What a condition sees at an instance. */
type ValueAt = (position: Position, at: readonly number[]) => Answer | undefined;

class LazyEvaluation implements Evaluation {
  readonly answers: Answers;
  readonly #form: Form;
  readonly #context: EvaluationContext;
  readonly #own = new Map<string | number, OwnState>();
  readonly #relevant = new Map<string | number, boolean>();
  readonly #answered = new Map<string | number, boolean>();
  #violations: readonly Violation[] | undefined;

  constructor(form: Form, answers: Answers, context: EvaluationContext) {
    this.answers = answers;
    this.#form = form;
    this.#context = context;
  }

  after(answers: Answers): Evaluation {
    return answers === this.answers ? this : new LazyEvaluation(this.#form, answers, this.#context);
  }

  relevant(position: Position, indices: readonly number[]): boolean {
    const around = outer(position, indices);
    const key = keyOf(position, around);
    const known = this.#relevant.get(key);
    if (known !== undefined) return known;
    const relevant = (position.parent === null || this.relevant(position.parent, around)) && this.#ownState(position, around).relevant;
    this.#relevant.set(key, relevant);
    return relevant;
  }

  required(position: Position, indices: readonly number[]): boolean {
    const { node } = position;
    if (node.kind === 'note' || (node.kind === 'field' && (node.hidden === true || node.locked === true))) return false;
    if (!this.relevant(position, indices)) return false;
    if (node.min === 0 && !this.#ownState(position, outer(position, indices)).required) return false;
    return position.parent === null || this.#entered(position.parent, indices);
  }

  /** What is required inside a group counts once the group itself is: by cardinality, by rule, or because it was begun. */
  #entered(group: Position, indices: readonly number[]): boolean {
    const own = indices.slice(0, group.repeats.length);
    if (this.answered(group, own)) return true;
    const isEntry = group.repeated && this.answer(group, own) !== undefined;
    const asked = group.node.min > 0 || isEntry || this.#ownState(group, outer(group, own)).asked;
    return asked && (group.parent === null || this.#entered(group.parent, own));
  }

  demanded(position: Position, indices: readonly number[]): boolean {
    return this.relevant(position, indices) && this.#ownState(position, outer(position, indices)).required;
  }

  answered(position: Position, indices: readonly number[]): boolean {
    const key = keyOf(position, indices);
    let answered = this.#answered.get(key);
    if (answered === undefined) this.#answered.set(key, (answered = isAnswered(this, position, indices)));
    return answered;
  }

  allowed(position: Position, indices: readonly number[]): readonly string[] | undefined {
    const lists = this.#matching(position, outer(position, indices), 'restrict').map(({ codes }) => codes ?? []);
    if (lists.length === 0) return undefined;
    const common = lists.reduce((left, codes) => left.filter((code) => codes.includes(code)));
    // Rules that leave nothing contradict each other: nobody is held to them.
    return common.length > 0 ? common : undefined;
  }

  prefilled(position: Position, indices: readonly number[]): Value | undefined {
    const around = outer(position, indices);
    if (position.parent !== null && !this.relevant(position.parent, around)) return undefined;
    const reader = this.#reader(position, around, position);
    const values = this.#matching(position, around, 'prefill').map(({ value }) => value?.(reader)[0]);
    const [first] = values;
    return values.every((value) => value === first) ? first : undefined;
  }

  reasons(position: Position, indices: readonly number[]): readonly Rule[] {
    return this.#ownState(position, outer(position, indices)).reasons;
  }

  answer(position: Position, indices: readonly number[]): Answer | undefined {
    return readAnswer(this.answers, position, indices);
  }

  count(position: Position, indices: readonly number[]): number {
    return countEntries(this.answers, position, indices);
  }

  holds(condition: CompiledCondition, owner: Position | null, indices: readonly number[]): boolean {
    return condition(this.#reader(owner, indices, null));
  }

  violations(): readonly Violation[] {
    this.#violations ??= [
      ...brokenRules(this.#form, this),
      ...conflictsOf(this.#form, this, (position, around) => this.#ownState(position, around).conflicts),
    ];
    return this.#violations;
  }

  #ownState(position: Position, around: readonly number[]): OwnState {
    const statements = this.#form.rules.byTarget[position.index] ?? [];
    if (statements.length === 0) return untouched;
    const key = keyOf(position, around);
    const known = this.#own.get(key);
    if (known) return known;
    const reader = this.#reader(position, around, position);
    const met = statements.filter((statement) => statement.condition(reader));
    const conflicts = holdsAnswer(this.answer(position, around)) ? met.filter((statement) => this.#isMutual(statement, position)) : [];
    const matching = met.filter((statement) => !conflicts.includes(statement));
    const state = combine(statements, matching, conflicts);
    this.#own.set(key, state);
    return state;
  }

  #matching(position: Position, around: readonly number[], effect: Effect): readonly CompiledStatement[] {
    const statements = (this.#form.rules.byTarget[position.index] ?? []).filter((statement) => statement.effect === effect);
    if (statements.length === 0) return statements;
    const reader = this.#reader(position, around, position);
    return statements.filter((statement) => statement.condition(reader));
  }

  /** Does what the statement reads depend on its own target? */
  #isMutual(statement: CompiledStatement, target: Position): boolean {
    const { circle } = this.#form.rules;
    return statement.effect === 'forbid' && statement.reads.some((read) => circle[read.index] === circle[target.index]);
  }

  /** `inCircleWith`: the target whose state is being found; what depends on it is read as it was answered. */
  #reader(anchor: Position | null, indices: readonly number[], inCircleWith: Position | null): ConditionReader {
    const { circle } = this.#form.rules;
    const valueAt: ValueAt = (position, at) =>
      inCircleWith !== null && circle[position.index] === circle[inCircleWith.index]
        ? (this.answer(position, at) ?? initialOf(position))
        : this.#counting(position, at);
    return {
      land: this.#context.land,
      today: this.#context.today,
      values: (position) =>
        this.#instances(anchor, indices, position)
          .map((at) => valueAt(position, at))
          .filter(isValue),
      isEmpty: (position) => this.#instances(anchor, indices, position).every((at) => !this.#holds(position, at, valueAt)),
      count: (position) =>
        this.#instances(anchor, indices, position).filter(
          (at) => this.answer(position, at) !== undefined && valueAt(position, at) !== undefined,
        ).length,
    };
  }

  /** The answer that counts: none where the element is not relevant, unless it carries the value of a rule. */
  #counting(position: Position, at: readonly number[]): Answer | undefined {
    if (this.relevant(position, at)) return this.answer(position, at) ?? initialOf(position);
    return position.node.kind === 'field' ? this.prefilled(position, at) : undefined;
  }

  #holds(position: Position, at: readonly number[], valueAt: ValueAt): boolean {
    const answer = valueAt(position, at);
    if (position.node.kind !== 'group') return holdsAnswer(answer);
    if (!holdsAnswer(answer)) return false;
    return position.children.some((child) => this.#instances(position, at, child).some((inner) => this.#holds(child, inner, valueAt)));
  }

  /** The instances of a position as seen from an anchor: the anchor's own entries, and all entries of what lies beyond. */
  #instances(anchor: Position | null, indices: readonly number[], position: Position): readonly (readonly number[])[] {
    if (position.repeats.length === 0) return [[]];
    let found: number[][] = [[]];
    let together = true;
    position.repeats.forEach((repeat, level) => {
      const index = together && anchor?.repeats[level] === repeat ? indices[level] : undefined;
      together = index !== undefined;
      found = found.flatMap((at) =>
        index !== undefined ? [[...at, index]] : Array.from({ length: this.count(repeat, at) }, (_, entry) => [...at, entry]),
      );
    });
    return found;
  }
}

const initialOf = (position: Position): Value | undefined =>
  position.node.kind === 'field' && (position.node.hidden || position.node.locked) ? position.node.initial : undefined;

/**
 * Several rules on one element: what asks for it wins over what forbids it, so that a contradiction never hides a
 * question; then it is not required either. The order of rules plays no part.
 */
function combine(
  all: readonly CompiledStatement[],
  matching: readonly CompiledStatement[],
  conflicts: readonly CompiledStatement[],
): OwnState {
  const has = (effect: string): boolean => matching.some((statement) => statement.effect === effect);
  const asked = has('require') || has('activate');
  const waits = all.some((statement) => statement.effect === 'activate');
  const relevant = asked || (!has('forbid') && !waits);
  const about = matching.filter(({ effect }) => effect !== 'prefill' && effect !== 'restrict');
  const decisive = about.length > 0 ? about : all.filter((statement) => statement.effect === 'activate');
  return {
    relevant,
    required: has('require') && !has('forbid'),
    asked,
    reasons: [...new Set(decisive.map((statement) => statement.rule))],
    conflicts,
  };
}

/** The state of a form for given answers. Cheap to make: what is not asked for is not computed. */
export function evaluate(form: Form, answers: Answers, context: EvaluationContext = {}): Evaluation {
  return new LazyEvaluation(form, answers, context);
}
