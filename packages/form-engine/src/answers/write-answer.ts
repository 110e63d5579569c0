import type { Position } from '../form/form.js';
import type { Answer, Answers } from './answers.js';
import { countEntries, readAnswer } from './read-answer.js';

/** The steps from the root to an instance: ids, and indices into lists. */
function stepsTo(position: Position, indices: readonly number[]): (string | number)[] {
  const before = position.parent ? stepsTo(position.parent, indices) : [];
  const index = position.repeated ? indices[position.repeats.length - 1] : undefined;
  return index === undefined ? [...before, position.node.id] : [...before, position.node.id, index];
}

/** One of several changes: `undefined` removes the answer (from a list: the entry). */
export interface Change {
  readonly position: Position;
  readonly indices: readonly number[];
  readonly value: Answer | undefined;
}

/** Writes into copies. `own`: those that were made already for these changes, so that each object and list is copied once. */
function write(
  around: Answer | undefined,
  steps: readonly (string | number)[],
  at: number,
  value: Answer | undefined,
  own: Set<unknown>,
): Answer | undefined {
  const step = steps[at];
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = own.has(around) ? (around as Answer[]) : Array.isArray(around) ? [...(around as Answer[])] : [];
    own.add(list);
    const inner = write(list[step], steps, at + 1, value, own);
    if (inner === undefined) list.splice(step, 1);
    else list[Math.min(step, list.length)] = inner;
    return list.length > 0 ? (list as Answer) : undefined;
  }
  const isGroup = typeof around === 'object' && !Array.isArray(around);
  const copy = (own.has(around) ? around : isGroup ? copyOf(around as Answers) : {}) as Record<string, Answer>;
  own.add(copy);
  const inner = write(copy[step], steps, at + 1, value, own);
  if (inner === undefined) delete copy[step];
  else copy[step] = inner;
  return copy;
}

/** Entry by entry: writing a thousand answers into a spread copy takes V8 ten times as long. */
function copyOf(answers: Answers): Answers {
  const copy: Record<string, Answer> = {};
  for (const [id, answer] of Object.entries(answers)) copy[id] = answer;
  return copy;
}

/** Answers with some of them replaced, one after the other. The old answers stay as they are. */
export function setAnswers(answers: Answers, changes: readonly Change[]): Answers {
  const own = new Set<unknown>();
  return changes.reduce<Answers>(
    (all, { position, indices, value }) => write(all, stepsTo(position, indices), 0, value, own) as Answers,
    answers,
  );
}

/** Answers with one of them replaced; `undefined` removes it (from a list: the entry). The old answers stay as they are. */
export function setAnswer(answers: Answers, position: Position, indices: readonly number[], value: Answer | undefined): Answers {
  return setAnswers(answers, [{ position, indices, value }]);
}

/** One empty entry more at the end of a list. `indices` without the last one. */
export function addEntry(answers: Answers, group: Position, indices: readonly number[]): Answers {
  return setAnswer(answers, group, [...indices, countEntries(answers, group, indices)], {});
}

/** One entry less; the later ones move up. `indices` with the last one. */
export function removeEntry(answers: Answers, group: Position, indices: readonly number[]): Answers {
  return setAnswer(answers, group, indices, undefined);
}

/** An entry at another place of its list; those between move by one. `indices` with the last one; `to`: counted as after the move. */
export function moveEntry(answers: Answers, group: Position, indices: readonly number[], to: number): Answers {
  const around = indices.slice(0, -1);
  const entries = readAnswer(answers, group, around);
  const from = indices.at(-1) ?? -1;
  if (!Array.isArray(entries) || from < 0 || from >= entries.length || to < 0 || to >= entries.length) return answers;
  const moved = [...(entries as readonly Answer[])];
  moved.splice(to, 0, ...moved.splice(from, 1));
  return setAnswer(answers, group, around, moved as Answer);
}
