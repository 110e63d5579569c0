import type { Condition, DateParts, Operand } from '@serviceportal/form-engine';
import { type Comparison } from './comparisons.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleScope } from './rule-scope.js';

type ReadInner = () => Condition;

/**
 * What only the printer writes, so that every condition has a text that reads back as itself: `nicht (A)`, `alles von (A; B)`,
 * `eines von (…)`, `genau eines von (…)`, `mindestens 2 von (…)`, `höchstens 2 von (…)`, `immer`, `nie`, and `[F1 = "a"]` for a
 * comparison whose sides are of any kind.
 */
export function readCanonicalCondition(cursor: RuleCursor, scope: RuleScope, readInner: ReadInner): Condition {
  if (cursor.take('immer')) return true;
  if (cursor.take('nie')) return false;
  if (cursor.takeMark('[')) return readBracketed(cursor, scope);
  if (cursor.take('nicht')) {
    if (!cursor.takeMark('(')) cursor.fail({ de: 'Erwartet wird (', en: 'Expected: (' });
    const inner = readInner();
    return cursor.takeMark(')') ? { not: inner } : cursor.fail({ de: 'Erwartet wird )', en: 'Expected: )' });
  }
  if (cursor.take('alles', 'von')) return { and: readList(cursor, readInner) };
  if (cursor.take('eines', 'von')) return { or: readList(cursor, readInner) };
  if (cursor.take('genau', 'eines', 'von')) return { xor: readList(cursor, readInner) };
  const least = cursor.take('mindestens');
  if (!least) cursor.expect('höchstens');
  const count = Number(cursor.takePattern(/\d{1,4}/)?.[0] ?? cursor.fail({ de: 'Erwartet wird eine Zahl', en: 'Expected: a number' }));
  cursor.expect('von');
  const of = readList(cursor, readInner);
  return least ? { at_least: { count, of } } : { at_most: { count, of } };
}

function readList(cursor: RuleCursor, readInner: ReadInner): readonly Condition[] {
  if (!cursor.takeMark('(')) return cursor.fail({ de: 'Erwartet wird (', en: 'Expected: (' });
  const parts: Condition[] = [];
  while (!cursor.takeMark(')')) {
    parts.push(readInner());
    if (!cursor.takeMark(';') && cursor.next.text !== ')') cursor.fail({ de: 'Erwartet wird ; oder )', en: 'Expected: ; or )' });
  }
  return parts;
}

const signs: Readonly<Record<string, Comparison>> = {
  '=': 'equal',
  '<>': 'not_equal',
  '<': 'less',
  '<=': 'less_or_equal',
  '>': 'greater',
  '>=': 'greater_or_equal',
};

/** `[F1 = F2]`, `[F1 bejaht]`, `[F1; F2; F3 ein Datum]`, `[Land NW, SN]` */
function readBracketed(cursor: RuleCursor, scope: RuleScope): Condition {
  const condition =
    cursor.attempt((): Condition => {
      cursor.expect('land');
      const land: string[] = [];
      while (cursor.next.kind === 'word') {
        land.push(cursor.takeToken('word')?.text ?? '');
        cursor.takeMark(',');
      }
      return { land };
    }) ??
    cursor.attempt((): Condition => {
      const identifier = readIdentifier(cursor, scope);
      cursor.expect('bejaht');
      return { identifier };
    }) ??
    cursor.attempt((): Condition => {
      const { day, month, year } = readParts(cursor, scope);
      cursor.expect('ein', 'datum');
      return day === undefined || month === undefined
        ? cursor.fail({ de: 'Es fehlt der Tag oder der Monat', en: 'The day or the month is missing' })
        : { valid_date: { day, month, year } };
    }) ??
    readComparison(cursor, scope);
  return cursor.takeMark(']') ? condition : cursor.fail({ de: 'Erwartet wird ]', en: 'Expected: ]' });
}

function readComparison(cursor: RuleCursor, scope: RuleScope): Condition {
  const left = readOperand(cursor, scope);
  const comparison =
    signs[cursor.takeToken('operator')?.text ?? ''] ??
    cursor.fail({ de: 'Erwartet wird ein Vergleichszeichen', en: 'Expected: a sign of comparison' });
  const pair = [left, readOperand(cursor, scope)] as const;
  switch (comparison) {
    case 'equal':
      return { equal: pair };
    case 'not_equal':
      return { not_equal: pair };
    case 'less':
      return { less: pair };
    case 'less_or_equal':
      return { less_or_equal: pair };
    case 'greater':
      return { greater: pair };
    case 'greater_or_equal':
      return { greater_or_equal: pair };
  }
}

/** `"a"`, `3`, `wahr`, `F1`, `Anzahl F1`, `Alter F1`, `Datum F1; F2; F3`, `heute -18 Jahre` */
export function readOperand(cursor: RuleCursor, scope: RuleScope): Operand {
  const text = cursor.takePattern(/"(?:[^"\\]|\\.)*"/u)?.[0];
  if (text !== undefined) return JSON.parse(text) as string;
  if (cursor.take('wahr')) return true;
  if (cursor.take('falsch')) return false;
  const number = cursor.takePattern(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\p{L}\d])/u)?.[0];
  if (number !== undefined) return Number(number);
  if (cursor.take('anzahl')) return { count: { identifier: readIdentifier(cursor, scope) } };
  if (cursor.take('alter')) {
    return cursor.take('datum') ? { age: { date: readParts(cursor, scope) } } : { age: { identifier: readIdentifier(cursor, scope) } };
  }
  if (cursor.take('datum')) return { date: readParts(cursor, scope) };
  if (!cursor.take('heute')) return { identifier: readIdentifier(cursor, scope) };
  const moved = (unit: string): number | undefined => {
    const found = cursor.takePattern(new RegExp(`([+-]\\d{1,6}) ${unit}`, 'u'))?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const [days, months, years] = [moved('Tage'), moved('Monate'), moved('Jahre')];
  return { today: { ...(days !== undefined && { days }), ...(months !== undefined && { months }), ...(years !== undefined && { years }) } };
}

function readIdentifier(cursor: RuleCursor, scope: RuleScope): string {
  const path =
    cursor.takePattern(/[FG]\d+(?:\.[FG]\d+)*/u)?.[0] ??
    cursor.fail({ de: 'Erwartet wird die Id eines Elements', en: 'Expected: the id of an element' });
  return scope.resolve(path)?.identifier ?? cursor.fail({ de: `${path} gibt es nicht`, en: `There is no ${path}` });
}

/** `Tag; Monat; Jahr`; `-` where one is not asked. */
function readParts(cursor: RuleCursor, scope: RuleScope): DateParts {
  const part = (): string | undefined => (cursor.takeMark('-') ? undefined : readIdentifier(cursor, scope));
  const day = part();
  if (!cursor.takeMark(';')) cursor.fail({ de: 'Erwartet wird ;', en: 'Expected: ;' });
  const month = part();
  if (!cursor.takeMark(';')) cursor.fail({ de: 'Erwartet wird ;', en: 'Expected: ;' });
  const year = readIdentifier(cursor, scope);
  return { ...(day !== undefined && { day }), ...(month !== undefined && { month }), year };
}
