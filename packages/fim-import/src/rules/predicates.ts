import type { Condition, Operand } from '@serviceportal/form-engine';
import { type Comparison, compare, negated, takeComparison } from './comparisons.js';
import { readDateComparison } from './date-comparisons.js';
import { filled, isOrWas, readFillState } from './fill-states.js';
import { readMembership } from './membership.js';
import { readBareReference, takeArticle } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';
import { readValue, type Term } from './values.js';

export interface Predicate {
  readonly condition: Condition;
  /** Where it is one: what a further value is compared by. */
  readonly comparison?: Comparison;
}

/** What is said of an element: that it is filled in, how it compares, to which set its value belongs. */
export function readPredicate(cursor: RuleCursor, scope: RuleScope, subject: RuleElement): Predicate {
  const said =
    cursor.attempt(() => readMembership(cursor, scope, subject)) ??
    cursor.attempt(() => readDateComparison(cursor, scope, subject)) ??
    cursor.attempt(() => readCount(cursor, subject)) ??
    cursor.attempt(() => readRange(cursor, subject)) ??
    cursor.attempt(() => readExceeding(cursor, scope, subject));
  if (said !== undefined) return { condition: said };
  return cursor.attempt(() => readComparison(cursor, scope, subject)) ?? { condition: readFillState(cursor, subject) };
}

/** `= 001`, `den Wert 001 hat`, `mit "Ja" belegt ist`, `nicht 003 ausgewählt wurde`; several values in brackets or joined. */
function readComparison(cursor: RuleCursor, scope: RuleScope, subject: RuleElement): Predicate {
  const several = cursor.attempt(() => readEitherValue(cursor, scope, subject));
  if (several !== undefined) return several;
  const early = cursor.take('nicht');
  const prefixed = takePrefix(cursor);
  const not = early || (prefixed && cursor.take('nicht'));
  const told = takeComparison(cursor);
  const read = told ?? 'equal';
  const comparison = not ? negated(read) : read;
  const listed = takeOneOf(cursor);
  const bare = !prefixed && !not && told === undefined && !listed;
  const condition = readValues(cursor, scope, subject, comparison);
  const closed = takeClosing(cursor);
  if (closed === 'not') {
    if (not || comparison !== 'equal') return cursor.fail({ de: 'Zweimal verneint', en: 'Negated twice' });
    return { condition: { not: condition }, comparison: 'not_equal' };
  }
  if (bare && closed === undefined) {
    // `F1 Auswahl der Person 01 Natürliche Person, dann`: the sign is missing.
    if (!/^([,.]|dann\b|so\b|und\b|oder\b)/i.test(cursor.text.slice(cursor.next.start)))
      cursor.fail({ de: 'Erwartet wird ein Vergleich', en: 'Expected: a comparison' });
    cursor.note({ de: 'Das Vergleichszeichen fehlt; gelesen als „=“', en: 'The sign of comparison is missing; read as “=”' });
  }
  return { condition, comparison };
}

/** `entweder 001 oder 003 ist`, `weder 001 noch 003 ist`, `einen anderen Wert als 001 hat`. */
function readEitherValue(cursor: RuleCursor, scope: RuleScope, subject: RuleElement): Predicate {
  takePrefix(cursor);
  const either = cursor.take('entweder');
  const neither = !either && cursor.take('weder');
  if (!either && !neither) {
    cursor.expect('einen|ein|eine', 'anderen|anderer|anderes|andere');
    cursor.expect('wert|code|auswahl|antwort|eintrag', 'als');
  }
  const terms: Term[] = [readValue(cursor, scope, subject)];
  while (cursor.take(neither ? 'noch' : 'oder')) terms.push(readValue(cursor, scope, subject));
  if (terms.length < 2 && (either || neither)) return cursor.fail({ de: 'Erwartet wird ein weiterer Wert', en: 'Expected: another value' });
  if (takeClosing(cursor) !== 'yes') return cursor.fail({ de: 'Erwartet wird ein Verb', en: 'Expected: a verb' });
  const comparison = either ? 'equal' : 'not_equal';
  const parts = terms.map((term) => compare({ identifier: subject.identifier }, comparison, term));
  return { condition: either ? { or: parts } : { and: parts }, comparison };
}

function takePrefix(cursor: RuleCursor): boolean {
  return (
    cursor.attempt(() => {
      if (cursor.take('mit|auf')) {
        cursor.take('dem|der');
        cursor.take('code|wert|auswahl|antwort|option');
        return true;
      }
      cursor.take('ist|wird|wurde');
      cursor.expect('den|der|die|das|dem');
      cursor.expect('wert|code|auswahl|option|antwort|eintrag|ausprägung|auswahlwert|auswahlmöglichkeit|antwortmöglichkeit|schlüssel');
      return true;
    }) ?? false
  );
}

/** The end of a clause whose verb stands last. */
function takeClosing(cursor: RuleCursor): 'yes' | 'not' | undefined {
  return cursor.attempt(() => {
    const not = cursor.take('nicht');
    const participle = cursor.take(`${filled}|hinterlegt|angekreuzt|festgelegt|gesetzt|selektiert|enthalten`);
    if (!participle && isMainVerb(cursor)) cursor.fail({ de: 'Ein neuer Satz', en: 'A new sentence' });
    const verb =
      !isMainVerb(cursor) && cursor.take(`${isOrWas}|hat|haben|enthält|lautet|lauten|beträgt|entspricht|sein|aufweist|gilt|liegt|liegen`);
    while (verb && !isMainVerb(cursor) && cursor.take(isOrWas)) continue;
    if (!participle && !verb) cursor.fail({ de: 'Erwartet wird ein Verb', en: 'Expected: a verb' });
    return not ? 'not' : 'yes';
  });
}

/** `Bei F1 = Ja ist das Feld F2 …`: the verb belongs to what follows. */
const isMainVerb = (cursor: RuleCursor): boolean =>
  cursor.startsWith(() => {
    cursor.expect('ist|sind|wird|werden');
    while (takeArticle(cursor)) continue;
    if (cursor.next.kind !== 'id') cursor.fail({ de: 'Kein Element', en: 'No element' });
  });

/** A value, or several: `(001 UND 002)`, `001, 002 oder 003`. What `<>` is said of several, it is said of each. */
function readValues(cursor: RuleCursor, scope: RuleScope, subject: RuleElement, comparison: Comparison): Condition {
  const rest = cursor.attempt(() => readOthers(cursor, subject));
  if (rest !== undefined) return rest;
  const bracket = cursor.takeMark('([');
  const terms: Term[] = [readValue(cursor, scope, subject)];
  const joints = new Set<'and' | 'or'>();
  while (bracket || ',;/'.includes(cursor.next.text) || cursor.startsWith(() => takeWord(cursor))) {
    if (bracket && cursor.takeMark(')]')) break;
    const more = cursor.attempt(() => {
      const comma = cursor.takeMark(',;/');
      const word = cursor.take('und') ? 'and' : cursor.take('oder|bzw.|beziehungsweise') ? 'or' : undefined;
      if (word === undefined && !comma) cursor.fail({ de: 'Erwartet wird UND, ODER oder )', en: 'Expected: UND, ODER or )' });
      const anew = { de: 'Ein neuer Vergleich', en: 'A new comparison' };
      if (!bracket && cursor.startsWith(() => takeComparison(cursor) ?? cursor.fail(anew))) cursor.fail(anew);
      if (cursor.startsWith(() => readBareReference(cursor, scope))) cursor.fail({ de: 'Ein anderes Element', en: 'Another element' });
      return { word, term: readValue(cursor, scope, subject) } as const;
    });
    if (more === undefined) {
      if (bracket) cursor.fail({ de: 'Erwartet wird UND, ODER oder )', en: 'Expected: UND, ODER or )' });
      break;
    }
    if (more.word !== undefined) joints.add(more.word);
    terms.push(more.term);
  }
  const identifier = { identifier: subject.identifier };
  const parts = terms.map((term) => compare(identifier, comparison, term));
  const [only, second] = parts;
  if (only !== undefined && second === undefined) return only;
  if (comparison === 'equal')
    return joints.has('and')
      ? cursor.reject({
          de: 'Das gilt nie: ein Feld hat nicht zwei Werte zugleich',
          en: 'This never holds: one field does not have two values at once',
        })
      : { or: parts };
  if (comparison !== 'not_equal')
    return cursor.fail({
      de: 'Mehrere Werte lassen sich nicht der Größe nach vergleichen',
      en: 'Several values cannot be compared by size',
    });
  return joints.has('or') && bracket
    ? cursor.reject({
        de: 'Das gilt immer: ein Feld ist immer ungleich einem von zwei Werten',
        en: 'This always holds: one field is always unlike one of two values',
      })
    : { and: parts };
}

function takeWord(cursor: RuleCursor): void {
  cursor.expect('und|oder|bzw.|beziehungsweise');
}

/** `einen der folgenden Werte hat:`, `einer der Werte`, `in (…)`: one of several that follow. */
function takeOneOf(cursor: RuleCursor): boolean {
  const found = cursor.attempt(() => {
    if (!cursor.take('einer|eine|eines|einem|einen')) {
      cursor.expect('in');
      return cursor.next.text === '(' || cursor.fail({ de: 'Erwartet wird (', en: 'Expected: (' });
    }
    cursor.expect('der|von');
    const following = cursor.take('folgenden');
    cursor.take('werte|werten|codes|auswahlmöglichkeiten|optionen|ausprägungen|einträge|auswahlwerte|antworten');
    if (following && !cursor.take('ausgewählt', 'wurde|wird|ist')) cursor.take('hat|enthält|aufweist');
    cursor.takeMark(':');
    return true;
  });
  return found === true;
}

/** `alle anderen möglichen Ausprägungen der Codeliste`: marked here, put in by the reader of the sentence. */
function readOthers(cursor: RuleCursor, { identifier }: RuleElement): Condition {
  cursor.expect('alle|allen|einer|einen|ein|eine');
  cursor.take('der');
  cursor.expect('anderen|andere|anderer|anderes|übrigen');
  cursor.take('möglichen');
  cursor.take('ausprägungen|werte|werten|codes|auswahlmöglichkeiten|wert|code|optionen|auswahl');
  cursor.take('der', 'codeliste|liste');
  return { and: [{ not: { is_empty: { identifier } } }, { not: { equal: [{ identifier }, otherValues] } }] };
}

/** Stands for the values that the rule named before; replaced by `withOthers`. */
export const otherValues = '\u0000andere';

/** `mehr als ein Eintrag`, `mindestens 2 Einträge`: how often a repeatable element was filled in. */
function readCount(cursor: RuleCursor, { identifier, element: { node } }: RuleElement): Condition {
  if (node.max === 1) return cursor.fail({ de: 'Das Element kommt nur einmal vor', en: 'The element occurs only once' });
  cursor.take('hat|enthält|sind|wurden');
  const comparison = takeComparison(cursor) ?? cursor.fail({ de: 'Erwartet wird ein Vergleich', en: 'Expected: a comparison' });
  const number = cursor.take('ein|eine|einen|einem')
    ? 1
    : cursor.take('zwei')
      ? 2
      : cursor.take('drei')
        ? 3
        : Number(cursor.takePattern(/\d{1,4}/)?.[0] ?? cursor.fail({ de: 'Erwartet wird eine Zahl', en: 'Expected: a number' }));
  cursor.expect('eintrag|einträge|einträgen|datensatz|datensätze|mal|einmal|angaben|instanzen');
  takeClosing(cursor);
  const count: Operand = { count: { identifier } };
  return compare(count, comparison, [number]);
}

/** `zwischen 1 und 5`, `im Bereich >= 200000 bis < 300000 liegt`. */
function readRange(cursor: RuleCursor, { identifier, element: { node } }: RuleElement): Condition {
  if (node.kind !== 'field' || node.type === 'boolean') return cursor.fail({ de: 'Kein Bereich', en: 'No range' });
  cursor.take('liegt|ist');
  const not = cursor.take('nicht');
  const between = cursor.take('zwischen');
  if (!between) cursor.expect('im', 'bereich');
  const from = (between ? undefined : takeComparison(cursor)) ?? 'greater_or_equal';
  const low = readWhole(cursor);
  cursor.expect(between ? 'und' : 'bis');
  const to = takeComparison(cursor) ?? 'less_or_equal';
  const high = readWhole(cursor);
  cursor.take('liegt|ist|liegen|sind');
  const range: Condition = { and: [compare({ identifier }, from, [low]), compare({ identifier }, to, [high])] };
  return not ? { not: range } : range;
}

/** `den Betrag von 1.000 Euro übersteigt`, `100 nicht unterschreitet` */
function readExceeding(cursor: RuleCursor, scope: RuleScope, subject: RuleElement): Condition {
  cursor.take('den|die', 'betrag|wert|anzahl|grenze');
  cursor.take('von');
  const bound = readValue(cursor, scope, subject);
  const not = cursor.take('nicht');
  const less = cursor.take('unterschreitet');
  if (!less) cursor.expect('übersteigt|überschreitet');
  const comparison = less ? 'less' : 'greater';
  return compare({ identifier: subject.identifier }, not ? negated(comparison) : comparison, bound);
}

function readWhole(cursor: RuleCursor): number {
  return Number(
    cursor.takePattern(/\d{1,15}(?![\p{L}\p{N}])/u)?.[0] ?? cursor.fail({ de: 'Erwartet wird eine Zahl', en: 'Expected: a number' }),
  );
}
