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
