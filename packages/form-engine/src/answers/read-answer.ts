import type { Position } from '../form/form.js';
import type { Answer, Answers, Value } from './answers.js';

export const isFile = (answer: Answer | undefined): boolean => typeof answer === 'object' && 'attachment' in answer;

/** The answer at an instance, or undefined. With one index less than repeated positions on the way: the whole list. */
export function readAnswer(answers: Answers, position: Position, indices: readonly number[]): Answer | undefined {
  const around: Answer | undefined = position.parent ? readAnswer(answers, position.parent, indices) : answers;
  if (typeof around !== 'object' || Array.isArray(around)) return undefined;
  const own = Object.hasOwn(around, position.node.id) ? (around as Answers)[position.node.id] : undefined;
  if (!position.repeated) return own;
  const index = indices[position.repeats.length - 1];
  if (index === undefined) return own;
  return Array.isArray(own) ? (own as readonly Answer[])[index] : undefined;
}

/** How many entries the list at a repeated position has. `indices` without the last one. */
export function countEntries(answers: Answers, position: Position, indices: readonly number[]): number {
  const list = readAnswer(answers, position, indices.slice(0, position.repeats.length - 1));
  return Array.isArray(list) ? list.length : 0;
}

/** Is anything answered here or below? An entry that exists but holds nothing does not count. */
export function holdsAnswer(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === '') return false;
  if (typeof answer !== 'object' || isFile(answer)) return true;
  return Array.isArray(answer) ? (answer as readonly Answer[]).some(holdsAnswer) : Object.values(answer as Answers).some(holdsAnswer);
}

export const isValue = (answer: Answer | undefined): answer is Value =>
  answer !== undefined && (typeof answer !== 'object' || isFile(answer));
