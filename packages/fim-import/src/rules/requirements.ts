import { type Condition, identifiersOf } from '@serviceportal/form-engine';
import { type Deed } from './deeds.js';
import { readDateComparison } from './date-comparisons.js';
import { dateFieldsAmong } from './date-parts.js';
import type { RuleCursor } from './rule-cursor.js';
import { compare, takeComparison } from './comparisons.js';
import type { RuleElement, RuleScope } from './rule-scope.js';
import { readValue } from './values.js';

/** The verb of the clause: muss, soll, darf, kann, ist, wird. */
export type Verb = 'must' | 'should' | 'may' | 'can' | 'is' | 'becomes';

/**
 * What must hold of an answer, not whether it must be given: `den Wert "wahr" haben`, `zeitlich vor F… liegen`, `größer als 0
 * sein`, `ein gültiges Datum sein`. An element that is not answered keeps to it.
 * @param verb `darf` is only said with `nicht`; `muss nicht` asks for nothing
 */
export function readRequirement(cursor: RuleCursor, scope: RuleScope, target: RuleElement, verb: Verb): readonly Deed[] {
  const may = verb === 'may';
  const ticked = may ? undefined : cursor.attempt(() => readTicked(cursor, target));
  if (ticked !== undefined) return ticked;
  const limit = cursor.attempt(() => readLimit(cursor, scope, target));
  if (limit !== undefined) return [held(cursor, target, limit)];
  const not = cursor.take('nicht');
  if (not && verb === 'must') return cursor.fail({ de: '„muss nicht“ verlangt nichts', en: '“muss nicht” asks for nothing' });
  const limited = cursor.startsWith(() => cursor.expect('höchstens|maximal'));
  if (may && !not && !limited) return cursor.fail({ de: 'Erwartet wird „nicht“', en: 'Expected: “nicht”' });
  const said =
    cursor.attempt(() => readValidDate(cursor, scope, target)) ??
    cursor.attempt(() => readDateComparison(cursor, scope, target)) ??
    cursor.attempt(() => readOwnValue(cursor, scope, target)) ??
    readNumber(cursor, scope, target);
  return [held(cursor, target, not ? { not: said } : said)];
}

/** Whoever has not answered all of it has broken nothing. */
function held(cursor: RuleCursor, { element: { node } }: RuleElement, condition: Condition): Deed {
  const open = [...new Set(identifiersOf(condition))].map((identifier): Condition => ({ is_empty: { identifier } }));
  return { effect: 'valid', condition: { or: [...open, condition] }, message: messageFor(cursor, node.label) };
}

/** `angekreuzt sein`: the answer must be yes. */
function readTicked(cursor: RuleCursor, { identifier, element: { node } }: RuleElement): readonly Deed[] {
  if (node.kind !== 'field' || node.type !== 'boolean')
    return cursor.fail({ de: 'Nur eine Ja/Nein-Frage kann angekreuzt werden', en: 'Only a yes/no question can be ticked' });
  cursor.expect('angekreuzt|angehakt|bestätigt|bejaht');
  cursor.expect('sein|werden');
  const condition: Condition = { or: [{ is_empty: { identifier } }, { equal: [{ identifier }, true] }] };
  return [{ effect: 'require' }, { effect: 'valid', condition, message: `Bitte stimmen Sie hier zu: „${node.label}“.` }];
}

/** `10 nicht überschreiten`, `zwischen 1 und 500 Euro liegen` */
function readLimit(cursor: RuleCursor, scope: RuleScope, target: RuleElement): Condition {
  const operand = { identifier: target.identifier };
  if (cursor.take('zwischen')) {
    const low = readValue(cursor, scope, target);
    cursor.expect('und');
    const high = readValue(cursor, scope, target);
    cursor.expect('liegen|sein|betragen');
    return { and: [compare(operand, 'greater_or_equal', low), compare(operand, 'less_or_equal', high)] };
  }
  const bound = readValue(cursor, scope, target);
  cursor.expect('nicht');
  if (cursor.take('überschreiten|übersteigen')) return compare(operand, 'less_or_equal', bound);
  cursor.expect('unterschreiten');
  return compare(operand, 'greater_or_equal', bound);
}

/** `den Wert "wahr" haben`, `"Ja" sein`, `= 001 sein` */
function readOwnValue(cursor: RuleCursor, scope: RuleScope, target: RuleElement): Condition {
  const identifier = { identifier: target.identifier };
  const valued = cursor.take('den', 'wert') || cursor.take('mit');
  const comparison = takeComparison(cursor) ?? 'equal';
  const term = readValue(cursor, scope, target);
  cursor.expect(
    valued
      ? 'haben|enthalten|aufweisen|annehmen|beantwortet|beantworten|bestätigt'
      : 'sein|lauten|betragen|haben|gesetzt|bestätigt|beantwortet',
  );
  return compare(identifier, comparison, term);
}

function readNumber(cursor: RuleCursor, scope: RuleScope, target: RuleElement): Condition {
  const comparison = takeComparison(cursor) ?? cursor.fail({ de: 'Erwartet wird ein Vergleich', en: 'Expected: a comparison' });
  const term = readValue(cursor, scope, target);
  cursor.expect('sein|betragen|liegen|haben|umfassen|enthalten');
  return compare({ identifier: target.identifier }, comparison, term);
}

function readValidDate(cursor: RuleCursor, scope: RuleScope, target: RuleElement): Condition {
  cursor.expect('ein');
  cursor.expect('gültiges|valides|korrektes|existierendes|reales');
  cursor.expect('datum|kalenderdatum');
  cursor.expect('sein|ergeben|bilden|enthalten');
  const fields = dateFieldsAmong(scope.childrenOf(target));
  if (fields?.day === undefined || fields.month === undefined)
    return cursor.fail({ de: 'Tag, Monat und Jahr sind nicht zu erkennen', en: 'Day, month and year cannot be told apart' });
  return { valid_date: { day: fields.day.identifier, month: fields.month.identifier, year: fields.year.identifier } };
}

const messageFor = (cursor: RuleCursor, label: string): string => `Bitte prüfen Sie „${label}“. Es gilt: ${sentenceAround(cursor)}`;

/** The sentence up to here, without ids. */
function sentenceAround(cursor: RuleCursor): string {
  const before = cursor.text.slice(0, cursor.offset);
  const begin = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1;
  const end = /^[^.\n]*/.exec(cursor.text.slice(cursor.offset))?.[0].length ?? 0;
  const sentence = cursor.text.slice(begin, cursor.offset + end);
  return `${sentence
    .replace(/(?:\b[GF]\d+\b\.?)+\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim()}.`;
}
