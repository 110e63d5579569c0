import type { Position } from '../form/form.js';
import { instanceName } from '../form/instance-name.js';

/** The fields of a form post, as the browser sent them. Untrusted. */
export type FormPost = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Most values of a repeated field that one post may bring, where the field has no bound of its own. */
const mostValues = 100;

const isDate = ({ node }: Position): boolean => node.kind === 'field' && node.type === 'date';

/** The text of one input, a date's three put together: `24.12.2026`. */
export function inputOf(post: FormPost, position: Position, indices: readonly number[]): string {
  return textOf(post, instanceName(position, indices), isDate(position));
}

function textOf(post: FormPost, name: string, inParts: boolean): string {
  const own = (key: string): string => {
    const value = Object.hasOwn(post, key) ? post[key] : undefined;
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
  };
  if (!inParts || Object.hasOwn(post, name)) return own(name);
  const parts = [own(`${name}.day`), own(`${name}.month`), own(`${name}.year`)];
  return parts.every((part) => part === '') ? '' : parts.join('.');
}

const dateParts = ['.day', '.month', '.year'];

/** Does the post hold an input of this question? */
export function isNamed(post: FormPost, position: Position, indices: readonly number[]): boolean {
  const name = instanceName(position, indices);
  if (position.repeated) return inputNumbers(post, name).length > 0;
  return Object.hasOwn(post, name) || (isDate(position) && dateParts.some((part) => Object.hasOwn(post, name + part)));
}

/** The values of a repeated field, one after the other, whatever numbers their inputs had. */
export function rawList(post: FormPost, position: Position, indices: readonly number[]): string[] {
  const list = instanceName(position, indices);
  return inputNumbers(post, list)
    .slice(0, position.node.max ?? mostValues)
    .map((number) => textOf(post, `${list}[${number}]`, isDate(position)));
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
