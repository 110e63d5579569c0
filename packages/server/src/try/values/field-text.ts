import { checkValue, typedValue } from '@serviceportal/form-engine';
import type { CodeList, FieldNode } from '@serviceportal/form-engine';
import type { Chance } from './chance.js';
import { patternText } from './pattern-text.js';
import { wordText } from './word-text.js';

/** A text that may be typed into a field: right by type, bounds and pattern. Null: none was found. */
export function fieldText(node: FieldNode, codeLists: Readonly<Record<string, CodeList>>, chance: Chance): string | null {
  const fits = (text: string): boolean => {
    const typed = typedValue(node, text);
    return 'value' in typed && typed.value !== undefined && checkValue(node, typed.value, codeLists) === null;
  };
  for (const text of candidates(node, chance)) if (fits(text)) return text;
  return null;
}

function* candidates(node: FieldNode, chance: Chance): Generator<string> {
  switch (node.type) {
    case 'integer':
    case 'number':
    case 'currency':
      yield* numbers(node, chance);
      return;
    case 'date':
      for (const date of dates(node, chance)) yield date;
      return;
    case 'time':
      yield* ['14:30', '14:30:00'];
      return;
    case 'datetime':
      yield* ['24.12.2026 14:30', '2026-12-24T14:30'];
      return;
    default:
      yield* texts(node, chance);
  }
}

function* numbers({ type, constraints }: FieldNode, chance: Chance): Generator<string> {
  const least = Math.ceil(constraints.minimum ?? Math.min(1, constraints.maximum ?? 1));
  const most = Math.floor(Math.min(constraints.maximum ?? least + 99, least + 99));
  const whole = chance.whole(least, Math.max(least, most));
  if (type !== 'integer') yield `${whole},5${type === 'currency' ? '0' : ''}`;
  yield String(whole);
  yield String(constraints.minimum ?? 0).replace('.', ',');
  yield String(constraints.maximum ?? 1).replace('.', ',');
}

function* dates({ constraints }: FieldNode, chance: Chance): Generator<string> {
  for (let count = 0; count < 5; count++) {
    yield germanDate(`${chance.whole(1960, 2024)}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`);
  }
  if (constraints.earliest !== undefined) yield germanDate(constraints.earliest);
  if (constraints.latest !== undefined) yield germanDate(constraints.latest);
}

function* texts({ constraints, widget }: FieldNode, chance: Chance): Generator<string> {
  const { minLength = 1, maxLength, pattern } = constraints;
  yield* wordText(widget, chance);
  if (pattern !== undefined) {
    for (const room of ['any', 'short', 'long'] as const)
      for (let count = 0; count < 100; count++) yield patternText(pattern, chance, room);
  }
  const most = Math.min(maxLength ?? minLength + 20, minLength + 20);
  for (const text of ['Beispieltext', '1234567890', 'abc', 'A', '1']) yield stretched(text, minLength, most);
}

/** Repeats or cuts a text to a length between the bounds. */
function stretched(text: string, least: number, most: number): string {
  return text.length >= least
    ? text.slice(0, most).trim() || text.slice(0, most)
    : text.repeat(Math.ceil(least / text.length)).slice(0, Math.max(least, 1));
}

const two = (number: number): string => String(number).padStart(2, '0');

const germanDate = (iso: string): string => iso.split('-').reverse().join('.');
