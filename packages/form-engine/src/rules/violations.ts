import { holdsAnswer } from '../answers/read-answer.js';
import type { Form, Position } from '../form/form.js';
import type { CompiledStatement } from './compile-rules.js';
import type { Evaluation, Violation } from './evaluation.js';

/** Every entry around a position (its own entries included), as lists of indices. */
export function everyInstance(evaluation: Evaluation, repeats: readonly Position[]): number[][] {
  let found: number[][] = [[]];
  for (const repeat of repeats) {
    found = found.flatMap((at) => Array.from({ length: evaluation.count(repeat, at) }, (_, entry) => [...at, entry]));
  }
  return found;
}

const isAsked = (evaluation: Evaluation, position: Position, indices: readonly number[]): boolean =>
  evaluation.relevant(position, indices.slice(0, position.repeats.length));

/** Does the statement concern anything? Not, where its owner is optional and untouched or nothing it reads is asked. */
function applies(evaluation: Evaluation, { owner, reads }: CompiledStatement, indices: readonly number[]): boolean {
  if (owner && !evaluation.relevant(owner, indices)) return false;
  if (owner && !evaluation.required(owner, indices) && !evaluation.answered(owner, indices)) return false;
  return reads.length === 0 || reads.some((position) => isAsked(evaluation, position, indices));
}

/** All `valid` statements that do not hold, in the order of the rules. */
export function brokenRules(form: Form, evaluation: Evaluation): Violation[] {
  return form.rules.validity.flatMap((statement) =>
    everyInstance(evaluation, statement.owner?.repeats ?? [])
      .filter((at) => applies(evaluation, statement, at) && !evaluation.holds(statement.condition, statement.owner, at))
      .map((at) => violation('rule', statement, statement.owner ? [...statement.reads, statement.owner] : statement.reads, at, evaluation)),
  );
}

/** Answers that forbid each other. */
export function conflictsOf(
  form: Form,
  evaluation: Evaluation,
  conflicts: (position: Position, around: readonly number[]) => readonly CompiledStatement[],
): Violation[] {
  return form.rules.forbidden.flatMap((position) => {
    const around = position.repeated ? position.repeats.slice(0, -1) : position.repeats;
    // Most questions have no answer yet: that is known at once, what the rules say of them is not.
    return everyInstance(evaluation, around).flatMap((at) =>
      holdsAnswer(evaluation.answer(position, at)) && isAsked(evaluation, position, at)
        ? conflicts(position, at).map((statement) => violation('conflict', statement, [position, ...statement.reads], at, evaluation))
        : [],
    );
  });
}

function violation(
  kind: Violation['kind'],
  { rule, message }: CompiledStatement,
  about: readonly Position[],
  indices: readonly number[],
  evaluation: Evaluation,
): Violation {
  const concerns = [...new Set(about)].filter((position) => isAsked(evaluation, position, indices));
  const position = concerns.find(({ node }) => node.kind === 'field') ?? concerns[0] ?? null;
  return { kind, rule, message: message ?? rule.text ?? rule.name ?? rule.id, concerns, position, indices };
}
