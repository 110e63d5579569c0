import type { FieldType } from '../form/form-node.js';
import type { Position } from '../form/form.js';
import { instanceName } from '../form/instance-name.js';

/** The fields of a form post, as the browser sent them. Untrusted. */
export type FormPost = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Most values of a repeated field that one post may bring, where the field has no bound of its own. */
const mostValues = 100;

/** What was typed to search a long list → the code that it names, or the text itself where it names none. */
export type NamedCode = (position: Position, text: string) => string;

const isField = ({ node }: Position, type: FieldType): boolean => node.kind === 'field' && node.type === type;

/** The further inputs that a question may have: a date has three, a long list one to search in. */
const partsOf = (position: Position): readonly string[] =>
  isField(position, 'date') ? dateParts : isField(position, 'select') ? searchParts : noParts;

const dateParts = ['.day', '.month', '.year'];
const searchParts = ['.search'];
const noParts: readonly string[] = [];

/** The text of one input, a date's three put together: `24.12.2026`. */
export function inputOf(post: FormPost, position: Position, indices: readonly number[], named: NamedCode): string {
  return textOf(post, instanceName(position, indices), position, named);
}

function textOf(post: FormPost, name: string, position: Position, named: NamedCode): string {
  const own = (key: string): string => {
    const value = Object.hasOwn(post, key) ? post[key] : undefined;
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  };
  if (isField(position, 'select')) {
    // Nothing chosen, but something typed: it may be a label in full.
    const typed = own(`${name}.search`);
    return own(name) === '' && !Object.hasOwn(post, name) && typed !== '' ? named(position, typed) : own(name);
  }
  if (!isField(position, 'date') || Object.hasOwn(post, name)) return own(name);
  const parts = partsOf(position).map((part) => own(name + part));
  return parts.every((part) => part === '') ? '' : parts.join('.');
}

/** Does the post hold an input of this question? */
export function isNamed(post: FormPost, position: Position, indices: readonly number[]): boolean {
  const name = instanceName(position, indices);
  if (position.repeated) return inputNumbers(post, name).length > 0;
  return Object.hasOwn(post, name) || partsOf(position).some((part) => Object.hasOwn(post, name + part));
}

/** The values of a repeated field, one after the other, whatever numbers their inputs had. */
export function rawList(post: FormPost, position: Position, indices: readonly number[], named: NamedCode): string[] {
  const list = instanceName(position, indices);
  return inputNumbers(post, list)
    .slice(0, position.node.max ?? mostValues)
    .map((number) => textOf(post, `${list}[${number}]`, position, named));
}

/** The numbers of a list's inputs: `F3[0]`, `F3[2].day`, … in order. */
function inputNumbers(post: FormPost, list: string): number[] {
  const numbers = Object.keys(post).flatMap((key) => {
    if (!key.startsWith(`${list}[`)) return [];
    const match = /^(\d{1,4})\](\.(day|month|year|search))?$/.exec(key.slice(list.length + 1));
    return match ? [Number(match[1])] : [];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}
