import { hostileIds } from './hostile-values.test-support.js';
import type { Random } from './random.test-support.js';
import { spliced } from './xml-slices.test-support.js';

// prettier-ignore
const words = [
  'Wenn', 'WENN', 'dann', 'DANN', 'sonst', 'andernfalls', 'und', 'UND', 'oder', 'entweder', 'nicht', 'ungleich', '=', '==', '<>', '<=', '>', 'leer', 'befüllt', 'nicht befüllt',
  'muss', 'darf', 'aktiviere', 'deaktiviere', 'anzeigen', 'ausblenden', 'Pflicht', 'Ja', 'NEIN', 'true', '(', ')', '[', '"', '„', '“', "'", '.', ',', ';', ':', '001', '-1', '99999999999999999999',
  '31.02.2023', 'heute', 'genau', 'mindestens', 'höchstens', '1000000000', 'der Felder', 'alle', 'für das Land NW gilt', 'Auswahl =', 'code', 'vorbefüllt mit', 'zeitlich vor', 'Alter', 'Jahre',
  '\u200b', '\u202e', '\u00a0', '\u00ad', '\u2028', '\u0000', '…', '§', '{{', '\\', '𝔉', 'İ', 'ſ', 'ẞ',
];

const pieces = (text: string): RegExpMatchArray[] => [...text.matchAll(/[\p{L}\p{N}_.]+|[^\s]/gu)];
const anId = /[FGR]\d{8,12}/g;

function atPiece(text: string, random: Random, change: (piece: string) => string): string {
  const all = pieces(text);
  if (all.length === 0) return text;
  const { 0: piece, index = 0 } = random.pick(all);
  return spliced(text, index, index + piece.length, change(piece));
}

type RuleMutation = (text: string, random: Random, ids: readonly string[]) => string;

const nested = (text: string, depth: number, open: string, close: string): string => {
  const [, start = '', condition = '', end = ''] = /^(\s*wenn\s+)(.*?)(,?\s*dann[\s\S]*)$/i.exec(text) ?? [undefined, 'Wenn ', text, ''];
  return `${start}${open.repeat(depth)}${condition}${close.repeat(depth)}${end}`;
};

/** Damage to the German text of a rule: what typists do, what editors do, and what nobody would. */
export const ruleMutations: Readonly<Record<string, RuleMutation>> = {
  'word left out': (text, random) => atPiece(text, random, () => ''),
  'word doubled': (text, random) => atPiece(text, random, (piece) => `${piece} ${piece}`),
  'word replaced': (text, random) => atPiece(text, random, () => random.pick(words)),
  'word put in': (text, random) => atPiece(text, random, (piece) => `${piece} ${random.pick(words)}`),
  'words swapped': (text, random) => {
    const other = random.pick(pieces(text))?.[0] ?? '';
    return atPiece(text, random, () => other);
  },
  'other id': (text, random, ids) =>
    text.replaceAll(anId, (id) =>
      random.chance(0.5) ? id : ids.length > 0 && random.chance(0.8) ? random.pick(ids) : random.pick(hostileIds),
    ),
  'slip in an id': (text, random) => text.replace(anId, (id) => spliced(id, 4, 5, String(random.between(0, 9)))),
  'ids with dots': (text, random, ids) => text.replace(anId, (id) => `${random.pick([...ids, 'G1'])}.${id}.${id}`),
  'cut off': (text, random) => text.slice(0, random.between(0, text.length)),
  repeated: (text, random) => `${text} `.repeat(random.pick([2, 3, 20, Math.ceil(19_000 / (text.length + 1))])),
  'brackets around': (text, random) => nested(text, random.pick([1, 2, 10, 100, 3_000]), '(', ')'),
  'negations around': (text, random) => nested(text, random.pick([1, 2, 10, 100, 1_500]), 'nicht (', ')'),
  'brackets open': (text, random) => nested(text, random.pick([1, 50, 5_000]), '(', ''),
  'conditions joined': (text, random, ids) => {
    const count = random.pick([2, 10, 200, 600]);
    const more = Array.from(
      { length: count },
      () => `${random.pick([...ids, 'F1'])} ${random.pick(['= Ja', 'nicht leer', '> 3'])} ${random.pick(['und', 'oder'])} `,
    );
    return nested(text, 1, more.join(''), '');
  },
  'quotation marks out of step': (text, random) =>
    text.replaceAll(/["„“”]/g, (mark) => (random.chance(0.4) ? '' : mark)) + random.pick(['"', '„', '']),
  'other case': (text, random) => (random.chance(0.5) ? text.toUpperCase() : text.toLowerCase()),
  decomposed: (text) => text.normalize('NFD'),
  'invisible characters': (text, random) =>
    text.replaceAll(' ', () => (random.chance(0.3) ? random.pick([' \u200b', '\u00a0', '\u2003', ' \u202e', '\t', '\n']) : ' ')),
  'huge numbers': (text, random) =>
    text.replaceAll(/\b\d{1,4}\b/g, () => random.pick(['9'.repeat(30), '-1', '0', '1e99', '1,5', '31.02.2024'])),
  'very long': (text, random) =>
    text.padEnd(random.pick([19_999, 20_001, 300_000]), random.pick([' x', ' und', '(', '"', ' F05000000001', '.'])),
  'only words': (_, random) => Array.from({ length: random.between(1, 60) }, () => random.pick(words)).join(' '),
};
