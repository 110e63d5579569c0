import type { Condition, Operand } from '@serviceportal/form-engine';
import { type Comparison, compare, takeComparison } from './comparisons.js';
import { ageOperand, dateOperand } from './date-parts.js';
import { readDateValue, takeToday } from './date-values.js';
import { readReference } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';

/**
 * What is said of a date: `zeitlich vor dem Datum in F… liegt`, `nicht in der Zukunft liegt`, `< 18 Jahre`, `jünger als 18 Jahre`,
 * `das 18. Lebensjahr vollendet hat`, `minderjährig ist`.
 */
export function readDateComparison(cursor: RuleCursor, scope: RuleScope, subject: RuleElement): Condition {
  const date = dateOperand(subject, scope);
  const age = ageOperand(subject, scope);
  if (date === undefined || age === undefined) return cursor.fail({ de: 'Das Element hat kein Datum', en: 'The element has no date' });
  return (
    cursor.attempt(() => readDistance(cursor, date)) ??
    cursor.attempt(() => readAge(cursor, age)) ??
    cursor.attempt(() => readOrder(cursor, scope, date)) ??
    cursor.fail({ de: 'Erwartet wird ein Vergleich mit einem Datum', en: 'Expected: a comparison with a date' })
  );
}

/** Words that may close the comparison. */
const closing = 'ist|sind|liegt|liegen|sein|hat|haben|beträgt';

function readAge(cursor: RuleCursor, age: Operand): Condition {
  cursor.take('ist|hat');
  if (cursor.take('minderjährig')) return closed(cursor, compare(age, 'less', [18]));
  if (cursor.take('volljährig')) return closed(cursor, compare(age, 'greater_or_equal', [18]));
  if (cursor.take('das')) {
    const years = readYears(cursor, /(\d{1,3})\./);
    cursor.expect('lebensjahr');
    const not = cursor.take('noch', 'nicht') || cursor.take('nicht');
    cursor.expect('vollendet|erreicht');
    return closed(cursor, compare(age, not ? 'less' : 'greater_or_equal', [years]));
  }
  const comparison = takeAgeComparison(cursor) ?? cursor.fail({ de: 'Erwartet wird ein Vergleich', en: 'Expected: a comparison' });
  const years = readYears(cursor, /(\d{1,3})/);
  cursor.expect('jahre|jahren|jahr');
  cursor.take('alt');
  return closed(cursor, compare(age, comparison, [years]));
}

function takeAgeComparison(cursor: RuleCursor): Comparison | undefined {
  if (cursor.take('jünger', 'als')) return 'less';
  if (cursor.take('älter', 'als')) return 'greater';
  return takeComparison(cursor);
}

function readYears(cursor: RuleCursor, pattern: RegExp): number {
  return Number(cursor.takePattern(pattern)?.[1] ?? cursor.fail({ de: 'Erwartet werden Jahre', en: 'Expected: years' }));
}

function readOrder(cursor: RuleCursor, scope: RuleScope, date: Operand): Condition {
  cursor.take('liegt|ist|liegen|sind');
  const not = cursor.take('nicht');
  const told = (comparison: Comparison, other: Operand): Condition => {
    const order = compare(date, comparison, [other]);
    const condition: Condition = not ? { not: order } : order;
    return closed(cursor, condition);
  };
  cursor.take('ein', 'datum');
  if (cursor.take('in', 'der', 'zukunft')) return told('greater', { today: {} });
  if (cursor.take('in', 'der', 'vergangenheit')) return told('less', { today: {} });
  if (cursor.take('zwischen')) {
    const from = readOther(cursor, scope);
    cursor.expect('und');
    const range: Condition = {
      and: [compare(date, 'greater_or_equal', [from]), compare(date, 'less_or_equal', [readOther(cursor, scope)])],
    };
    return closed(cursor, not ? { not: range } : range);
  }
  if (cursor.take('am', 'oder', 'nach')) return told('greater_or_equal', readOther(cursor, scope));
  if (cursor.take('am', 'oder', 'vor')) return told('less_or_equal', readOther(cursor, scope));
  const orLater = cursor.attempt(() => {
    cursor.expect('am');
    const other = readOther(cursor, scope);
    cursor.expect('oder');
    if (cursor.take('danach|später')) return told('greater_or_equal', other);
    cursor.expect('davor|früher');
    return told('less_or_equal', other);
  });
  if (orLater !== undefined) return orLater;
  cursor.take('zeitlich');
  if (cursor.take('vor', 'oder', 'am|gleich')) return told('less_or_equal', readOther(cursor, scope));
  if (cursor.take('nach', 'oder', 'am|gleich')) return told('greater_or_equal', readOther(cursor, scope));
  if (cursor.take('vor')) return told('less', readOther(cursor, scope));
  if (cursor.take('nach|hinter')) return told('greater', readOther(cursor, scope));
  if (cursor.take('jünger|später|neuer', 'als')) return told('greater', readOther(cursor, scope));
  if (cursor.take('älter|früher', 'als')) return told('less', readOther(cursor, scope));
  const comparison = takeComparison(cursor) ?? cursor.fail({ de: 'Erwartet wird ein Vergleich', en: 'Expected: a comparison' });
  return told(comparison, readOther(cursor, scope));
}

/** `dem Datum im Feld F…`, `dem 31.12.2020`, `heute`. */
function readOther(cursor: RuleCursor, scope: RuleScope): Operand {
  if (takeToday(cursor)) return { today: {} };
  const other = cursor.attempt(() => {
    while (cursor.take('dem|das|der|den|datum|zeitpunkt|tag')) continue;
    const element = readReference(cursor, scope);
    return dateOperand(element, scope) ?? cursor.fail({ de: 'Das Element hat kein Datum', en: 'The element has no date' });
  });
  if (other !== undefined) return other;
  cursor.take('dem|der|den|am');
  return readDateValue(cursor);
}

function closed<T>(cursor: RuleCursor, condition: T): T {
  cursor.take(closing);
  return condition;
}

const units: Readonly<Record<string, (count: number) => { readonly days?: number; readonly months?: number; readonly years?: number }>> = {
  tag: (days) => ({ days }),
  woche: (weeks) => ({ days: 7 * weeks }),
  monat: (months) => ({ months }),
  jahr: (years) => ({ years }),
};

const mirrored = { less: 'greater', less_or_equal: 'greater_or_equal', greater: 'less', greater_or_equal: 'less_or_equal' } as const;

/** `maximal 6 Monate zurückliegen`, `mehr als 14 Tage in der Zukunft`, `älter als 3 Monate`: how far a date is from today. */
function readDistance(cursor: RuleCursor, date: Operand): Condition {
  cursor.take('liegt|ist');
  const not = cursor.take('nicht');
  const aged = cursor.take('älter', 'als') ? 'greater' : cursor.take('jünger', 'als') ? 'less' : undefined;
  const comparison = aged ?? takeComparison(cursor) ?? cursor.fail({ de: 'Erwartet wird ein Vergleich', en: 'Expected: a comparison' });
  const count = Number(
    cursor.takePattern(/\d{1,4}(?!\d)/u)?.[0] ?? cursor.fail({ de: 'Erwartet wird eine Zahl', en: 'Expected: a number' }),
  );
  const unit = /^(tag|woche|monat|jahr)(?:e|en|n)?$/u.exec(cursor.next.text.toLowerCase())?.[1];
  const move = unit === undefined ? undefined : units[unit];
  if (move === undefined || comparison === 'equal' || comparison === 'not_equal') {
    return cursor.fail({ de: 'Erwartet werden Tage, Monate oder Jahre', en: 'Expected: days, months or years' });
  }
  cursor.takeToken('word');
  // Ages of people are counted in years.
  if (aged !== undefined && unit === 'jahr') return cursor.fail({ de: 'Ein Alter', en: 'An age' });
  const future = aged === undefined && (cursor.take('in', 'der', 'zukunft') || cursor.take('nach', 'dem', 'heutigen', 'datum|tag'));
  if (aged === undefined && !future && !cursor.take('in', 'der', 'vergangenheit') && !cursor.take('vor', 'dem', 'heutigen', 'datum|tag')) {
    cursor.expect('zurückliegen|zurückliegt|zurück');
  }
  const today: Operand = { today: move(future ? count : -count) };
  const told = compare(date, future ? comparison : mirrored[comparison], [today]);
  const condition: Condition = not ? { not: told } : told;
  return closed(cursor, condition);
}
