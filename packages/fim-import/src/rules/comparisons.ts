import type { Condition, Operand } from '@serviceportal/form-engine';
import type { RuleCursor } from './rule-cursor.js';
import type { Term } from './values.js';

export type Comparison = 'equal' | 'not_equal' | 'less' | 'less_or_equal' | 'greater' | 'greater_or_equal';

const operators: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['=', 'equal'],
  ['==', 'equal'],
  ['===', 'equal'],
  ['<>', 'not_equal'],
  ['!=', 'not_equal'],
  ['!==', 'not_equal'],
  ['≠', 'not_equal'],
  ['<', 'less'],
  ['<=', 'less_or_equal'],
  ['=<', 'less_or_equal'],
  ['≤', 'less_or_equal'],
  ['>', 'greater'],
  ['>=', 'greater_or_equal'],
  ['=>', 'greater_or_equal'],
  ['≥', 'greater_or_equal'],
]);

const opposites: Readonly<Record<Comparison, Comparison>> = {
  equal: 'not_equal',
  not_equal: 'equal',
  less: 'greater_or_equal',
  less_or_equal: 'greater',
  greater: 'less_or_equal',
  greater_or_equal: 'less',
};

/** Words for a comparison; each entry one way to say it, longest first. */
const phrases: readonly (readonly [words: readonly string[], comparison: Comparison])[] = [
  [['größer|höher|mehr', 'oder', 'gleich', 'als'], 'greater_or_equal'],
  [['größer|höher', 'oder', 'gleich'], 'greater_or_equal'],
  [['größer/gleich|größergleich'], 'greater_or_equal'],
  [['kleiner|niedriger|weniger', 'oder', 'gleich', 'als'], 'less_or_equal'],
  [['kleiner|niedriger', 'oder', 'gleich'], 'less_or_equal'],
  [['kleiner/gleich|kleinergleich'], 'less_or_equal'],
  [['kleiner|niedriger|geringer', 'als', 'oder', 'gleich'], 'less_or_equal'],
  [['größer|höher', 'als', 'oder', 'gleich'], 'greater_or_equal'],
  [['größer|höher|mehr|länger|später', 'als'], 'greater'],
  [['kleiner|niedriger|geringer|weniger|kürzer|früher', 'als'], 'less'],
  [['größer|höher'], 'greater'],
  [['kleiner|niedriger|geringer'], 'less'],
  [['mindestens|wenigstens|ab'], 'greater_or_equal'],
  [['höchstens|maximal|bis'], 'less_or_equal'],
  [['über'], 'greater'],
  [['unter'], 'less'],
  [['ungleich', 'zu'], 'not_equal'],
  [['ungleich'], 'not_equal'],
  [['gleich', 'zu'], 'equal'],
  [['gleich'], 'equal'],
];

/** `=`, `==`, `===`, `<>`, `ungleich`, `ist`, `ist nicht`, `Auswahl =`, `größer als`, `mindestens` …; undefined if none stands here. */
export function takeComparison(cursor: RuleCursor): Comparison | undefined {
  return cursor.attempt(() => {
    cursor.take('die|der|den|dem');
    const colon = cursor.takeMark(':');
    const noun = cursor.take('auswahl|antwort|wert|code|option|ausprägung|eintrag|inhalt|auswahlwert|auswahlmöglichkeit');
    if ((colon || (noun && cursor.takeMark(':'))) && cursor.next.kind !== 'operator') return 'equal';
    const sign = takeSign(cursor);
    if (sign !== undefined) {
      cursor.take('auswahl|code|wert|option');
      return sign;
    }
    const verb = cursor.take('ist|sind|entspricht|lautet|beträgt|hat|wird');
    const not = verb && cursor.take('nicht');
    const phrase = phrases.find(([words]) => cursor.take(...words))?.[1] ?? (verb ? takeSign(cursor) : undefined);
    if (phrase === undefined && !verb) cursor.fail({ de: 'Erwartet wird ein Vergleich', en: 'Expected: a comparison' });
    const comparison = phrase ?? 'equal';
    // `gleich = 'nein'` says it twice.
    if (comparison === 'equal' && ['=', '==', '==='].includes(cursor.next.text)) cursor.takeToken('operator');
    return not ? opposites[comparison] : comparison;
  });
}

function takeSign(cursor: RuleCursor): Comparison | undefined {
  const sign = cursor.takeToken('operator');
  if (sign === undefined) return undefined;
  const second = cursor.next.kind === 'operator' ? cursor.takeToken('operator') : undefined;
  if (second === undefined)
    return operators.get(sign.text) ?? cursor.fail({ de: 'Unbekanntes Vergleichszeichen', en: 'Unknown sign of comparison' });
  // `= < 18`: the sign that says more counts. `< >` is one sign.
  const both = sign.text === '<' && second.text === '>' ? 'not_equal' : sign.text === '=' ? operators.get(second.text) : undefined;
  if (both === undefined) return cursor.fail({ de: 'Zwei Vergleichszeichen hintereinander', en: 'Two signs of comparison in a row' });
  const [written, meant] = [`${sign.text} ${second.text}`, sign.text === '<' ? '<>' : second.text];
  cursor.note({ de: `„${written}“ ist gelesen als „${meant}“`, en: `“${written}” is read as “${meant}”` }, sign.start);
  return both;
}

export const negated = (comparison: Comparison): Comparison => opposites[comparison];

/** Compares with each reading of a term: equal to one of them, unlike all of them. */
export function compare(subject: Operand, comparison: Comparison, term: Term): Condition {
  const parts = term.map((operand) => compareOne(subject, comparison, operand));
  const [only, second] = parts;
  if (only !== undefined && second === undefined) return only;
  return comparison === 'not_equal' ? { and: parts } : { or: parts };
}

function compareOne(subject: Operand, comparison: Comparison, operand: Operand): Condition {
  switch (comparison) {
    case 'equal':
      return { equal: [subject, operand] };
    case 'not_equal':
      return { not_equal: [subject, operand] };
    case 'less':
      return { less: [subject, operand] };
    case 'less_or_equal':
      return { less_or_equal: [subject, operand] };
    case 'greater':
      return { greater: [subject, operand] };
    case 'greater_or_equal':
      return { greater_or_equal: [subject, operand] };
  }
}
