import { holdsAnswer } from '../answers/read-answer.js';
import type { Position } from '../form/form.js';
import type { Evaluation } from './evaluation.js';

/** Has the person answered anything here or below that is asked just now? Fixed values are no answer of theirs. */
export function isAnswered(evaluation: Evaluation, position: Position, indices: readonly number[]): boolean {
  const answer = evaluation.answer(position, indices);
  if (!holdsAnswer(answer) || !evaluation.relevant(position, indices)) return false;
  if (position.node.kind !== 'group') return true;
  const entries = Array.isArray(answer) ? answer.map((_, entry) => [...indices, entry]) : [indices];
  return entries.some((entry) => position.children.some((child) => evaluation.answered(child, entry)));
}
