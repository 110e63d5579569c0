import type { Form, Position } from '../form/form.js';
import { decidingOn } from '../form/deciding.js';
import { instanceName } from '../form/instance-name.js';
import { relevantItems } from '../form/navigation.js';
import type { FieldNode } from '../form/form-node.js';
import type { PageInstance, PageItem } from '../form/page.js';
import { codeNamed } from '../form/search-codes.js';
import type { Wording } from '../form/wording.js';
import type { Evaluation } from '../rules/evaluation.js';
import { checkValue } from '../validation/check-value.js';
import { createMessage } from '../validation/create-message.js';
import type { Message } from '../validation/message.js';
import type { Answers, Value } from './answers.js';
import { inputOf, isNamed, rawList } from './posted-input.js';
import type { FormPost, NamedCode } from './posted-input.js';
import { typedValue } from './typed-value.js';
import type { Typed } from './typed-value.js';
import { setAnswers } from './write-answer.js';
import type { Change } from './write-answer.js';

export type { FormPost } from './posted-input.js';

export interface PageReading {
  /** The answers after the post: valid values set, emptied ones removed, invalid ones left as they were before. */
  readonly answers: Answers;
  readonly messages: readonly Message[];
  /** Input name → what was typed and could not be taken, to be shown again. */
  readonly rejected: Readonly<Record<string, string>>;
}

/**
 * Takes the post of one page. Read are the questions that the page asks just now, and those that it asks after these answers:
 * a script may have shown them at once. Files come by another way.
 * @param locked names of questions whose answer stays, whatever the post says
 */
export function readPage(
  form: Form,
  evaluation: Evaluation,
  { page, indices }: PageInstance,
  post: FormPost,
  wording: Wording,
  locked: ReadonlySet<string> = new Set(),
): PageReading {
  if (page.kind === 'entries') return { answers: evaluation.answers, messages: [], rejected: {} };
  const decides = decidingOn(form, page).size > 0;
  let { answers } = evaluation;
  let now = evaluation;
  const messages: Message[] = [];
  const rejected: Record<string, string> = {};

  const named: NamedCode = ({ node }, text) => {
    const list = node.kind === 'field' ? (node.codeList ?? '') : '';
    return codeNamed(list, form.definition.codeLists[list]?.codes ?? [], text, wording) ?? text;
  };

  /** The value of one input; undefined if it is empty, null if it was refused. `by`: where it is known what may be chosen. */
  function read(position: Position, at: readonly number[], raw: string, by: Evaluation): Value | undefined | null {
    const typed = typedValue(position.node as FieldNode, raw);
    if ('value' in typed && typed.value === undefined) return undefined;
    const wrong =
      'error' in typed
        ? typed.error
        : checkValue(position.node as FieldNode, typed.value as Value, form.definition.codeLists, by.allowed(position, at));
    if (wrong === null) return (typed as { value: Value }).value;
    messages.push(createMessage(wrong, position, at, wording));
    rejected[instanceName(position, at)] = raw;
    return null;
  }

  /** What the post changes in the answers; nothing where it was refused. */
  function take(position: Position, by: Evaluation): Change[] {
    if (!position.repeated) {
      const value = read(position, indices, inputOf(post, position, indices, named), by);
      return value === null ? [] : [{ position, indices, value }];
    }
    const raws = rawList(post, position, indices, named);
    const values = raws.map((raw, entry) => read(position, [...indices, entry], raw, by));
    if (!values.includes(null)) return [{ position, indices, value: listOf(values.filter((value) => value !== undefined) as Value[]) }];
    raws.forEach((raw, entry) => (rejected[instanceName(position, [...indices, entry])] = raw));
    return [];
  }

  /** The answers as they would be if everything typed could be taken: what may be chosen depends on them, not on those before. */
  const asTyped = (asked: readonly Position[]): Answers =>
    setAnswers(
      answers,
      asked.map((position) => {
        const raws = position.repeated ? rawList(post, position, indices, named) : [inputOf(post, position, indices, named)];
        const values = raws.flatMap((raw) => valueOf(typedValue(position.node as FieldNode, raw)) ?? []);
        return { position, indices, value: position.repeated ? listOf(values) : values[0] };
      }),
    );

  const taken = new Set<Position>();
  // What the post does not name was not on the page that the person saw: it stays.
  const next = (): Position[] =>
    askedFields(relevantItems(page.items, now, indices)).filter(
      (one) => !taken.has(one) && isNamed(post, one, indices) && !locked.has(instanceName(one, indices)),
    );
  for (let asked = next(); asked.length > 0; asked = next()) {
    const by = decides ? now.after(asTyped(asked)) : now;
    for (const position of asked) taken.add(position);
    answers = setAnswers(
      answers,
      asked.flatMap((position) => take(position, by)),
    );
    if (!decides) break;
    now = now.after(answers);
  }
  // Nobody is told off for a question that is no longer there.
  return { answers, messages: messages.filter(({ position }) => now.relevant(position, indices)), rejected };
}

const listOf = (values: readonly Value[]): readonly Value[] | undefined => (values.length > 0 ? values : undefined);

const valueOf = (typed: Typed): Value | undefined => ('value' in typed ? typed.value : undefined);

const askedFields = (items: readonly PageItem[]): Position[] =>
  items.flatMap((item) => {
    if (item.kind === 'section') return askedFields(item.items);
    const { node } = item.position;
    return node.kind === 'field' && !node.locked && !node.hidden && node.type !== 'file' ? [item.position] : [];
  });
