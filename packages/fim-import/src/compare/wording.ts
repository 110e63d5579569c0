import type { FieldType, FormNode } from '@serviceportal/form-engine';
import { type Message, say } from '../language.js';
import type { PlacedElement } from './placed-element.js';

const types: Readonly<Record<FieldType | 'note' | 'group' | 'choice', Message>> = {
  text: { de: 'ein Text', en: 'a text' },
  date: { de: 'ein Datum', en: 'a date' },
  time: { de: 'eine Uhrzeit', en: 'a time' },
  datetime: { de: 'ein Zeitpunkt', en: 'a date with time' },
  boolean: { de: 'eine Ja/Nein-Frage', en: 'a yes/no question' },
  integer: { de: 'eine ganze Zahl', en: 'a whole number' },
  number: { de: 'eine Zahl', en: 'a number' },
  currency: { de: 'ein Betrag', en: 'an amount' },
  select: { de: 'eine Auswahl', en: 'a selection' },
  file: { de: 'eine Datei', en: 'a file' },
  note: { de: 'ein Hinweis', en: 'a note' },
  group: { de: 'eine Gruppe', en: 'a group' },
  choice: { de: 'eine Gruppe, von der genau ein Teil gilt', en: 'a group of which exactly one part applies' },
};

/** What kind of element it is, for machines. */
export function typeOf(node: FormNode): keyof typeof types {
  if (node.kind === 'field') return node.type;
  return node.kind === 'group' && node.choice === true ? 'choice' : node.kind;
}

/** What kind of element it is, with article. */
export const kindOf = (node: FormNode): string => say(types[typeOf(node)]);

/** `1:*`. */
export const anzahl = ({ min, max }: FormNode): string => `${min}:${max ?? '*'}`;

export const quoted = (text: string): string => say({ de: `„${text}“`, en: `“${text}”` });

const longest = 160;

/** A text in a sentence: long ones are cut. */
export const excerpt = (text: string, most = longest): string => quoted(cut(inOneLine(text), 0, most));

/** Two texts in a sentence. Long ones are cut to where they differ. */
export function excerpts(old: string, now: string): readonly [old: string, now: string] {
  const [before, after] = [inOneLine(old), inOneLine(now)];
  const shortest = Math.min(before.length, after.length);
  let same = 0;
  while (same < shortest && before[same] === after[same]) same++;
  // Some words before, so that the place is recognised.
  const from = Math.max(before.length, after.length) <= longest || same < longest / 2 ? 0 : before.lastIndexOf(' ', same - 40) + 1;
  return [quoted(cut(before, from, longest)), quoted(cut(after, from, longest))];
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function cut(line: string, from: number, most: number): string {
  const rest = line.slice(from);
  return `${from > 0 ? '… ' : ''}${rest.length > most ? `${rest.slice(0, most - 1).trimEnd()}…` : rest}`;
}

/** The element by its label, with the group in which it stands. */
export function named({ node, around }: PlacedElement): string {
  const group = around.at(-1);
  return group === undefined ? quoted(node.label) : `${quoted(node.label)} in ${quoted(group)}`;
}

const and = (): string => say({ de: 'und', en: 'and' });

export const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and()} ${parts.at(-1) ?? ''}`;

/** The first of many, and how many more there are. */
export const listed = (parts: readonly string[], most: number): string =>
  parts.slice(0, most).join(', ') + (parts.length > most ? ` ${and()} ${parts.length - most} ${say({ de: 'weitere', en: 'more' })}` : '');
