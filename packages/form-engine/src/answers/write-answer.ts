import type { Position } from '../form/form.js';
import type { Answer, Answers } from './answers.js';
import { countEntries, readAnswer } from './read-answer.js';

/** The steps from the root to an instance: ids, and indices into lists. */
function stepsTo(position: Position, indices: readonly number[]): (string | number)[] {
  const before = position.parent ? stepsTo(position.parent, indices) : [];
  const index = position.repeated ? indices[position.repeats.length - 1] : undefined;
  return index === undefined ? [...before, position.node.id] : [...before, position.node.id, index];
}

function write(around: Answer | undefined, steps: readonly (string | number)[], value: Answer | undefined): Answer | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(around) ? [...(around as Answer[])] : [];
    const inner = write(list[step], rest, value);
    if (inner === undefined) list.splice(step, 1);
    else list[Math.min(step, list.length)] = inner;
    return list.length > 0 ? (list as Answer) : undefined;
  }
  const copy: Record<string, Answer> = typeof around === 'object' && !Array.isArray(around) ? { ...(around as Answers) } : {};
  const inner = write(copy[step], rest, value);
  if (inner === undefined) delete copy[step];
  else copy[step] = inner;
  return copy;
}

/** Answers with one of them replaced; `undefined` removes it (from a list: the entry). The old answers stay as they are. */
export function setAnswer(answers: Answers, position: Position, indices: readonly number[], value: Answer | undefined): Answers {
  return write(answers, stepsTo(position, indices), value) as Answers;
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
