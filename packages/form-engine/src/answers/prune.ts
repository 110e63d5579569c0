import type { Form, Position } from '../form/form.js';
import type { Evaluation } from '../rules/evaluation.js';
import type { Answer, Answers } from './answers.js';
import { isValue } from './read-answer.js';

/**
 * The answers that count: what is not relevant is left out, fixed values (hidden, locked) are filled in. This is what is
 * checked, shown to the clerk and handed over. A group that must be there is there, even if nothing in it was answered.
 */
export function pruneAnswers(form: Form, evaluation: Evaluation): Answers {
  return pruned(form.roots, evaluation, []);
}

function pruned(positions: readonly Position[], evaluation: Evaluation, indices: readonly number[]): Answers {
  const kept: Record<string, Answer> = {};
  for (const position of positions) {
    if (position.node.kind === 'note') continue;
    if (!evaluation.relevant(position, indices)) {
      const carried = carriedBy(position, evaluation, indices);
      if (carried !== undefined) kept[position.node.id] = carried;
      continue;
    }
    const answer = position.repeated ? list(position, evaluation, indices) : single(position, evaluation, indices);
    if (answer !== undefined) kept[position.node.id] = answer;
  }
  return kept;
}

/** What an element is handed over with that a rule has filled in and hidden. */
function carriedBy(position: Position, evaluation: Evaluation, indices: readonly number[]): Answer | undefined {
  if (position.node.kind !== 'field') return undefined;
  const value = evaluation.prefilled(position, indices);
  return value === undefined || !position.repeated ? value : ([value] as Answer);
}

function single(position: Position, evaluation: Evaluation, indices: readonly number[]): Answer | undefined {
  const { node } = position;
  const answer = evaluation.answer(position, indices);
  if (node.kind === 'field') {
    if (isValue(answer)) return answer;
    return node.hidden || node.locked ? node.initial : undefined;
  }
  if (position.repeated && answer === undefined) return undefined;
  const kept = position.repeated || evaluation.required(position, indices) || evaluation.answered(position, indices);
  return kept ? pruned(position.children, evaluation, indices) : undefined;
}

function list(position: Position, evaluation: Evaluation, indices: readonly number[]): Answer | undefined {
  const entries = Array.from({ length: evaluation.count(position, indices) }, (_, entry) =>
    single(position, evaluation, [...indices, entry]),
  );
  const kept = entries.filter((entry) => entry !== undefined);
  return kept.length > 0 ? (kept as Answer) : undefined;
}
