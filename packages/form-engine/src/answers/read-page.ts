import type { Form, Position } from '../form/form.js';
import { instanceName } from '../form/instance-name.js';
import { relevantItems } from '../form/navigation.js';
import type { PageInstance, PageItem } from '../form/page.js';
import type { Wording } from '../form/wording.js';
import type { Evaluation } from '../rules/evaluation.js';
import { checkValue } from '../validation/check-value.js';
import { createMessage } from '../validation/create-message.js';
import type { Message } from '../validation/message.js';
import type { Answers, Value } from './answers.js';
import { typedValue } from './typed-value.js';
import { setAnswer } from './write-answer.js';

/** The fields of a form post, as the browser sent them. Untrusted. */
export type FormPost = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface PageReading {
  /** The answers after the post: valid values set, emptied ones removed, invalid ones left as they were before. */
  readonly answers: Answers;
  readonly messages: readonly Message[];
  /** Input name → what was typed and could not be taken, to be shown again. */
  readonly rejected: Readonly<Record<string, string>>;
}

/** Most values of a repeated field that one post may bring, where the field has no bound of its own. */
const mostValues = 100;

/** Takes the post of one page. Only questions that the page asks just now are read; files come by another way. */
export function readPage(
  form: Form,
  evaluation: Evaluation,
  { page, indices }: PageInstance,
  post: FormPost,
  wording: Wording,
): PageReading {
  if (page.kind === 'entries') return { answers: evaluation.answers, messages: [], rejected: {} };
  let { answers } = evaluation;
  const messages: Message[] = [];
  const rejected: Record<string, string> = {};

  /** The value of one input; undefined if it is empty, null if it was refused. */
  function read(position: Position, at: readonly number[], raw: string): Value | undefined | null {
    if (position.node.kind !== 'field') return undefined;
    const typed = typedValue(position.node, raw);
    const wrong =
      'error' in typed
        ? typed.error
        : typed.value === undefined
          ? null
          : checkValue(position.node, typed.value, form.definition.codeLists, evaluation.allowed(position, at));
    if (wrong === null) return (typed as { value: Value | undefined }).value;
    messages.push(createMessage(wrong, position, at, wording));
    rejected[instanceName(position, at)] = raw;
    return null;
  }

  for (const position of askedFields(relevantItems(page.items, evaluation, indices))) {
    // What the post does not name was not on the page that the person saw: it stays.
    if (!isNamed(post, position, indices)) continue;
    if (position.repeated) {
      const raws = rawList(post, position, indices);
      const values = raws.map((raw, entry) => read(position, [...indices, entry], raw));
      if (values.includes(null)) {
        raws.forEach((raw, entry) => (rejected[instanceName(position, [...indices, entry])] = raw));
        continue;
      }
      const kept = values.filter((value) => value !== undefined) as Value[];
      answers = setAnswer(answers, position, indices, kept.length > 0 ? kept : undefined);
    } else {
      const value = read(position, indices, inputOf(post, instanceName(position, indices), isDate(position)));
      if (value !== null) answers = setAnswer(answers, position, indices, value);
    }
  }
  return { answers, messages, rejected };
}

const askedFields = (items: readonly PageItem[]): Position[] =>
  items.flatMap((item) => {
    if (item.kind === 'section') return askedFields(item.items);
    const { node } = item.position;
    return node.kind === 'field' && !node.locked && !node.hidden && node.type !== 'file' ? [item.position] : [];
  });

const isDate = ({ node }: Position): boolean => node.kind === 'field' && node.type === 'date';

function inputOf(post: FormPost, name: string, inParts: boolean): string {
  const own = (key: string): string => {
    const value = Object.hasOwn(post, key) ? post[key] : undefined;
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  };
  if (!inParts || Object.hasOwn(post, name)) return own(name);
  const parts = [own(`${name}.day`), own(`${name}.month`), own(`${name}.year`)];
  return parts.every((part) => part === '') ? '' : parts.join('.');
}

const dateParts = ['.day', '.month', '.year'];

function isNamed(post: FormPost, position: Position, indices: readonly number[]): boolean {
  const name = instanceName(position, indices);
  if (position.repeated) return inputNumbers(post, name).length > 0;
  return Object.hasOwn(post, name) || (isDate(position) && dateParts.some((part) => Object.hasOwn(post, name + part)));
}

/** The values of a repeated field, one after the other, whatever numbers their inputs had. */
function rawList(post: FormPost, position: Position, indices: readonly number[]): string[] {
  const list = instanceName(position, indices);
  return inputNumbers(post, list)
    .slice(0, position.node.max ?? mostValues)
    .map((number) => inputOf(post, `${list}[${number}]`, isDate(position)));
}

/** The numbers of a list's inputs: `F3[0]`, `F3[2].day`, … in order. */
function inputNumbers(post: FormPost, list: string): number[] {
  const numbers = Object.keys(post).flatMap((key) => {
    if (!key.startsWith(`${list}[`)) return [];
    const match = /^(\d{1,4})\](\.(day|month|year))?$/.exec(key.slice(list.length + 1));
    return match ? [Number(match[1])] : [];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}
