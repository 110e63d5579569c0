import type { Answers, Value } from '../answers/answers.js';
import { inputText } from '../answers/input-text.js';
import { holdsAnswer } from '../answers/read-answer.js';
import { typedValue } from '../answers/typed-value.js';
import { setAnswer } from '../answers/write-answer.js';
import type { FieldNode } from '../form/form-node.js';
import type { Form, Position } from '../form/form.js';
import type { Evaluation } from '../rules/evaluation.js';
import { checkValue } from '../validation/check-value.js';

/** A value for a question outside of lists, as text: an ISO date, a code or its label, 1.234,50. */
export interface Offer {
  readonly position: Position;
  readonly text: string;
  /** Also takes the place of an answer that is there. */
  readonly replaces?: boolean;
}

export interface FilledIn<Own extends Offer> {
  readonly answers: Answers;
  /** What was taken, with its typed value. */
  readonly taken: readonly { readonly offer: Own; readonly value: Value }[];
}

/**
 * Fills in what is not answered yet, and what replaces answers. Values are checked like typed ones, on the form as it is answered. Left
 * out, so that nothing becomes a trap: what does not fit its question, further parts of a choice, and an optional group in which a
 * required answer would still be missing. What is left out replaces nothing.
 */
export function fillIn<Own extends Offer>(form: Form, evaluation: Evaluation, offers: readonly Own[]): FilledIn<Own> {
  const fitting = offers.flatMap((offer) => {
    const value = valueFor(form, evaluation, offer);
    return value === null ? [] : [{ offer, value }];
  });
  const chosen = withoutSecondChoices(evaluation, fitting);
  return settled(evaluation, chosen);
}

function valueFor(form: Form, evaluation: Evaluation, { position, text, replaces = false }: Offer): Value | null {
  const { node } = position;
  if (node.kind !== 'field' || position.repeats.length > 0 || node.hidden || node.locked || node.type === 'file') return null;
  if (!replaces && holdsAnswer(evaluation.answer(position, []))) return null;
  const { codeLists } = form.definition;
  const raw = node.type === 'select' ? codeFor(node, text, codeLists) : text;
  const typed = typedValue(node, raw);
  if (!('value' in typed) || typed.value === undefined) return null;
  const { value } = typed;
  // What would not be read back the same cannot be shown in its input.
  const again = typedValue(node, inputText(node, value));
  if (!('value' in again) || again.value !== value) return null;
  return checkValue(node, value, codeLists, evaluation.allowed(position, [])) === null ? value : null;
}

function codeFor(node: FieldNode, text: string, codeLists: Form['definition']['codeLists']): string {
  const codes = codeLists[node.codeList ?? '']?.codes ?? [];
  const wanted = text.trim().toLowerCase();
  return (codes.find(({ code }) => code === text) ?? codes.find(({ label }) => label.trim().toLowerCase() === wanted))?.code ?? text;
}

type Fitting<Own extends Offer> = FilledIn<Own>['taken'];

/** Of a group of which one part is chosen, the part that is answered already, else the one that most was offered for. */
function withoutSecondChoices<Own extends Offer>(evaluation: Evaluation, fitting: Fitting<Own>): Fitting<Own> {
  const counts = new Map<Position, number>();
  for (const { offer } of fitting) for (const part of partsOf(offer.position)) counts.set(part, (counts.get(part) ?? 0) + 1);
  const wins = (part: Position): boolean => {
    const others = part.parent?.children ?? [];
    const answered = others.find((other) => holdsAnswer(evaluation.answer(other, [])));
    if (answered) return answered === part;
    const most = Math.max(...others.map((other) => counts.get(other) ?? 0));
    return others.find((other) => counts.get(other) === most) === part;
  };
  return fitting.filter(({ offer }) => partsOf(offer.position).every(wins));
}

/** The parts of choices in which a position stands, from the inside. */
function partsOf(position: Position): Position[] {
  const { parent } = position;
  if (!parent) return [];
  return [...(parent.node.kind === 'group' && parent.node.choice ? [position] : []), ...partsOf(parent)];
}

/** Takes back what would leave an optional group half answered, until none is. */
function settled<Own extends Offer>(before: Evaluation, taken: Fitting<Own>): FilledIn<Own> {
  const answers = taken.reduce((all, { offer, value }) => setAnswer(all, offer.position, [], value), before.answers);
  const after = before.after(answers);
  const half = new Set(
    taken.flatMap(({ offer }) => groupsAround(offer.position)).filter((group) => isStarted(group, before, after) && lacks(group, after)),
  );
  const fitting = taken.filter(
    ({ offer, value }) => isAllowed(offer.position, value, after) && !groupsAround(offer.position).some((group) => half.has(group)),
  );
  return fitting.length === taken.length ? { answers, taken } : settled(before, fitting);
}

/** Another value that was filled in may have narrowed what can be chosen here. */
function isAllowed(position: Position, value: Value, after: Evaluation): boolean {
  const allowed = after.allowed(position, []);
  return allowed === undefined || typeof value !== 'string' || allowed.includes(value);
}

const groupsAround = ({ parent }: Position): Position[] => (parent ? [parent, ...groupsAround(parent)] : []);

/** An optional group that nobody has begun but we. */
const isStarted = (group: Position, before: Evaluation, after: Evaluation): boolean =>
  group.node.min === 0 && after.relevant(group, []) && !before.required(group, []) && !before.answered(group, []);

const lacks = (group: Position, evaluation: Evaluation): boolean =>
  group.children.some((child) => {
    if (child.repeated) return evaluation.required(child, []) && evaluation.count(child, []) === 0;
    if (child.node.kind === 'group') return evaluation.relevant(child, []) && isNeeded(child, evaluation) && lacks(child, evaluation);
    return evaluation.required(child, []) && !holdsAnswer(evaluation.answer(child, []));
  });

const isNeeded = (group: Position, evaluation: Evaluation): boolean => evaluation.required(group, []) || evaluation.answered(group, []);
