import type { Answer, Value } from '../answers/answers.js';
import { holdsAnswer, isValue } from '../answers/read-answer.js';
import type { Form, Position } from '../form/form.js';
import { pageSequence, relevantItems } from '../form/navigation.js';
import type { Page, PageInstance, PageItem } from '../form/page.js';
import type { Wording } from '../form/wording.js';
import type { Evaluation } from '../rules/evaluation.js';
import { checkValue } from './check-value.js';
import { createMessage } from './create-message.js';
import { homesOf } from './homes.js';
import type { Message } from './message.js';
import { violationsByPage, type PlacedViolation } from './place-violations.js';

/** What keeps a page from being complete, in the order of its questions. */
export function checkPage(form: Form, evaluation: Evaluation, here: PageInstance, wording: Wording): Message[] {
  const placed = violationsByPage(form, evaluation).on(here);
  return [...checkQuestions(form, evaluation, here, wording), ...placed.map((one) => violationMessage(one, wording))];
}

/** Every page that is not complete, with what is missing. Empty: the application can be submitted. */
export function checkForm(form: Form, evaluation: Evaluation, wording: Wording): { page: PageInstance; messages: Message[] }[] {
  const sequence = pageSequence(form, evaluation);
  const placed = violationsByPage(form, evaluation);
  return sequence
    .map((here, step) => {
      // What belongs to no page that applies is said on the last one: nothing broken may be submitted.
      const isLast = step === sequence.length - 1;
      const lost = isLast ? placed.nowhere.filter(({ position }) => position !== null) : [];
      const own = [...placed.on(here), ...lost];
      return {
        page: here,
        messages: [...checkQuestions(form, evaluation, here, wording), ...own.map((one) => violationMessage(one, wording))],
      };
    })
    .filter(({ messages }) => messages.length > 0);
}

/** The messages about the questions themselves; a group that spans several pages is judged on the last one. */
function checkQuestions(form: Form, evaluation: Evaluation, { page, indices }: PageInstance, wording: Wording): Message[] {
  if (page.kind === 'entries') return checkCount(page.group, evaluation, indices, wording);
  const items = relevantItems(page.items, evaluation, indices);
  const inner = items.flatMap((item) => checkItem(form, evaluation, item, indices, wording));
  const group = page.group !== null && isJudgedOn(form, page.group, page) ? page.group : null;
  const whole = group ? checkGroup(group, evaluation, indices, wording, inner) : [];
  return [...whole, ...inner];
}

function isJudgedOn(form: Form, group: Position, page: Page): boolean {
  if (homesOf(form).get(group)?.page === page) return true;
  return (
    group.repeated &&
    page.within?.group === group &&
    page.within.pages.filter((own) => own.kind === 'questions' && own.group === group).at(-1) === page
  );
}

function violationMessage({ violation, position }: PlacedViolation, wording: Wording): Message {
  const { rule, kind, message, concerns, indices } = violation;
  const about = position as Position;
  const at = indices.slice(0, about.repeats.length);
  if (kind === 'rule') return { ...createMessage('rule', about, at, wording), text: wording.rule(rule.id) ?? message };
  const labels = concerns.filter((one) => one.node.kind !== 'note').map((one) => `„${wording.label(one)}“`);
  return createMessage('conflict', about, at, wording, { bound: labels.join(', ') });
}

function checkItem(form: Form, evaluation: Evaluation, item: PageItem, indices: readonly number[], wording: Wording): Message[] {
  if (item.kind === 'note') return [];
  if (item.kind === 'section') {
    const inner = item.items.flatMap((child) => checkItem(form, evaluation, child, indices, wording));
    return [...checkGroup(item.position, evaluation, indices, wording, inner), ...inner];
  }
  const { position } = item;
  if (!position.repeated) return checkField(form, evaluation, position, indices, wording);
  const answers = evaluation.answer(position, indices);
  const entries = Array.isArray(answers) ? (answers as readonly Answer[]).map((_, entry) => [...indices, entry]) : [];
  if (entries.length === 0)
    return evaluation.required(position, indices) ? [createMessage('required', position, [...indices, 0], wording)] : [];
  return [
    ...checkCount(position, evaluation, indices, wording),
    ...entries.flatMap((at) => checkField(form, evaluation, position, at, wording)),
  ];
}

function checkField(form: Form, evaluation: Evaluation, position: Position, indices: readonly number[], wording: Wording): Message[] {
  if (position.node.kind !== 'field') return [];
  const answer = evaluation.answer(position, indices);
  if (!isValue(answer) || !holdsAnswer(answer)) {
    return evaluation.required(position, indices) ? [createMessage('required', position, indices, wording)] : [];
  }
  const wrong = checkValue(position.node, answer as Value, form.definition.codeLists, evaluation.allowed(position, indices));
  return wrong === null ? [] : [createMessage(wrong, position, indices, wording)];
}

/** A group as a whole: exactly one part of a choice applies (FIM: Auswahlgruppe); what a rule demands may not stay empty. */
function checkGroup(
  group: Position,
  evaluation: Evaluation,
  indices: readonly number[],
  wording: Wording,
  inner: readonly Message[],
): Message[] {
  if (group.node.kind !== 'group') return [];
  const chosen = group.children.filter((child) => evaluation.answered(child, indices)).length;
  if (group.node.choice) {
    const mayBeEmpty = !evaluation.required(group, indices) && !group.repeated;
    return chosen === 1 || (chosen === 0 && mayBeEmpty) ? [] : [createMessage('choice', group, indices, wording)];
  }
  const empty = chosen === 0 && inner.length === 0 && evaluation.demanded(group, indices);
  return empty ? [createMessage('required', group, indices, wording)] : [];
}

function checkCount(position: Position, evaluation: Evaluation, indices: readonly number[], wording: Wording): Message[] {
  const count = evaluation.count(position, indices);
  const { min, max } = position.node;
  if (max !== null && count > max) return [createMessage('too-many', position, indices, wording)];
  if (count === 0) return evaluation.required(position, indices) ? [createMessage('required', position, indices, wording)] : [];
  return count < min ? [createMessage('too-few', position, indices, wording)] : [];
}
