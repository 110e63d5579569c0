import type { FieldType, FormNode } from '@serviceportal/form-engine';
import type { PlacedElement } from './placed-element.js';

const types: Readonly<Record<FieldType, string>> = {
  text: 'ein Text',
  date: 'ein Datum',
  time: 'eine Uhrzeit',
  datetime: 'ein Zeitpunkt',
  boolean: 'eine Ja/Nein-Frage',
  integer: 'eine ganze Zahl',
  number: 'eine Zahl',
  currency: 'ein Betrag',
  select: 'eine Auswahl',
  file: 'eine Datei',
};

/** What kind of element it is, with article. */
export function kindOf(node: FormNode): string {
  if (node.kind === 'note') return 'ein Hinweis';
  if (node.kind === 'group') return node.choice === true ? 'eine Gruppe, von der genau ein Teil gilt' : 'eine Gruppe';
  return types[node.type];
}

/** `1:*`. */
export const anzahl = ({ min, max }: FormNode): string => `${min}:${max ?? '*'}`;

export const quoted = (text: string): string => `„${text}“`;

/** A text in a sentence: long ones are cut. */
export const excerpt = (text: string, most = 160): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return quoted(line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line);
};

/** The element by its label, with the group in which it stands. */
export function named({ node, around }: PlacedElement): string {
  const group = around.at(-1);
  return group === undefined ? quoted(node.label) : `${quoted(node.label)} in ${quoted(group)}`;
}

export const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1) ?? ''}`;
