import type { Condition } from '@serviceportal/form-engine';
import { readCanonicalCondition } from './canonical-conditions.js';
import { type Comparison, compare, takeComparison } from './comparisons.js';
import { readJoinedConditions, takeConditionJoint } from './joined-conditions.js';
import { readLandCondition } from './laender.js';
import { readPredicate } from './predicates.js';
import { readQuantified } from './quantifiers.js';
import { readBareReference, readJoinedReferences, readReference, takeArticle } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';
import { readValue } from './values.js';

/** What the text is about just now: `… = 003 ODER = 005`, `…, wenn <> "Ja"` go on with it. */
export interface Topic {
  subject?: RuleElement;
  comparison?: Comparison;
  /** Elements that are compared together: of repeatable ones it is clear which entries are meant, any or all. */
  readonly together: Set<string>;
}

/** Comparisons joined by UND and ODER. */
export function readCondition(cursor: RuleCursor, scope: RuleScope, topic: Topic): Condition {
  return cursor.nested(() => readJoined(cursor, scope, topic));
}

function readJoined(cursor: RuleCursor, scope: RuleScope, topic: Topic): Condition {
  return readJoinedConditions(cursor, {
    read: () => readPart(cursor, scope, topic),
    namesElement: () =>
      cursor.startsWith(() => {
        cursor.take('nicht|sowohl|mindestens|eines|keines|alle|beide|weder');
        if (cursor.next.text !== '(') readBareReference(cursor, scope);
      }),
    check: (joint, offset) => {
      if (isSensible(joint, topic.comparison)) return;
      const words = cursor.text.slice(offset, cursor.offset).trim();
      cursor.reject({ de: `„${words}“ gilt nie oder immer`, en: `“${words}” never or always holds` });
    },
  });
}

/** One field cannot be two codes at once (`= A UND = B`), and is always unlike one of them (`<> A ODER <> B`). */
export const isSensible = (joint: 'and' | 'or', comparison: Comparison | undefined): boolean =>
  comparison === undefined || (comparison === 'equal' ? joint === 'or' : comparison !== 'not_equal' || joint === 'and');

function readPart(cursor: RuleCursor, scope: RuleScope, topic: Topic): Condition {
  return (
    cursor.attempt(() => readBracketed(cursor, scope, topic)) ??
    cursor.attempt(() => readCanonicalCondition(cursor, scope, () => readCondition(cursor, scope, topic))) ??
    cursor.attempt(() => readLandCondition(cursor)) ??
    cursor.attempt(() => readNegated(cursor, scope, topic)) ??
    cursor.attempt(() => readBoth(cursor, scope, topic)) ??
    cursor.attempt(() => readChoice(cursor, scope, topic)) ??
    cursor.attempt(() => readQuantified(cursor, scope)) ??
    cursor.attempt(() => readAboutElement(cursor, scope, topic)) ??
    cursor.attempt(() => readAboutSeveral(cursor, scope, topic)) ??
    cursor.attempt(() => readFurtherComparison(cursor, scope, topic)) ??
    cursor.fail({ de: 'Erwartet wird eine Bedingung', en: 'Expected: a condition' })
  );
}

/** `nicht F1 = Ja`, `nicht alle Felder F1, F2 befüllt sind` */
function readNegated(cursor: RuleCursor, scope: RuleScope, topic: Topic): Condition {
  cursor.expect('nicht');
  const inner = cursor.attempt(() => readQuantified(cursor, scope)) ?? readAboutElement(cursor, scope, topic);
  if (cursor.startsWith(() => takeConditionJoint(cursor) ?? cursor.fail({ de: 'Kein Wort', en: 'No word' }))) {
    cursor.reject({ de: 'Es ist nicht klar, wie weit „nicht“ reicht', en: 'It is not clear how far “nicht” reaches' });
  }
  return { not: inner };
}

/** `sowohl F1 als auch F2 befüllt sind`, `sowohl F1 = Ja als auch F2 = Ja` */
function readBoth(cursor: RuleCursor, scope: RuleScope, topic: Topic): Condition {
  cursor.expect('sowohl');
  const elements = cursor.attempt(() => {
    const one = readReference(cursor, scope);
    cursor.expect('als', 'auch');
    return [one, readReference(cursor, scope)];
  });
  if (elements !== undefined) return { and: cursor.forEach(elements, (element) => readPredicate(cursor, scope, element).condition) };
  const one = readAboutElement(cursor, scope, topic);
  cursor.takeMark(',');
  cursor.expect('als', 'auch');
  return { and: [one, readAboutElement(cursor, scope, topic)] };
}

/** `Auswahl von 001 im Feld F2`, `der Antwort "Ja" in F1`: the value stands before its field. */
function readChoice(cursor: RuleCursor, scope: RuleScope, topic: Topic): Condition {
  cursor.take('bei');
  cursor.take('der|einer|die');
  cursor.expect('auswahl|antwort|angabe|eingabe|wahl');
  cursor.take('von|des|der|mit');
  const ahead = /^[^.;\n]{1,200}?([FG]\d{8,11}(?:\.[FG]\d{8,11})*)/u.exec(cursor.text.slice(cursor.next.start, cursor.next.start + 250));
  const subject =
    scope.resolve(ahead?.[1] ?? '') ?? cursor.fail({ de: 'Erwartet wird die Id eines Elements', en: 'Expected: the id of an element' });
  const term = readValue(cursor, scope, subject);
  cursor.expect('in|im|bei|beim|unter');
  if (readReference(cursor, scope).identifier !== subject.identifier) cursor.fail({ de: 'Ein anderes Element', en: 'Another element' });
  cursor.take('getroffen|vorgenommen', 'wird|wurde|ist');
  topic.subject = subject;
  topic.comparison = 'equal';
  return compare({ identifier: subject.identifier }, 'equal', term);
}

function readBracketed(cursor: RuleCursor, scope: RuleScope, topic: Topic): Condition {
  if (!cursor.takeMark('(')) return cursor.fail({ de: 'Erwartet wird (', en: 'Expected: (' });
  const condition = readCondition(cursor, scope, topic);
  return cursor.takeMark(')') ? condition : cursor.fail({ de: 'Erwartet wird )', en: 'Expected: )' });
}

function readAboutElement(cursor: RuleCursor, scope: RuleScope, topic: Topic): Condition {
  const asked = cursor.attempt(() => {
    // `bei F05001047 "02 …" angegeben wird`: the quoted text is the value, not the label.
    cursor.expect('bei|in|im');
    const subject = readBareReference(cursor, scope);
    const term = readValue(cursor, scope, subject);
    cursor.expect('angegeben|ausgewählt|gewählt|eingetragen');
    cursor.expect('wird|wurde|ist');
    topic.subject = subject;
    topic.comparison = 'equal';
    return compare({ identifier: subject.identifier }, 'equal', term);
  });
  if (asked !== undefined) return asked;
  takeUnclosedBracket(cursor);
  const subject = readReference(cursor, scope);
  const { condition, comparison } = readPredicate(cursor, scope, subject);
  topic.subject = subject;
  if (comparison === undefined) delete topic.comparison;
  else topic.comparison = comparison;
  return condition;
}

/** `(F1 ODER F2 ODER F3 > 1970`: one predicate for all of them. The bracket is a slip where it is never closed. */
function readAboutSeveral(cursor: RuleCursor, scope: RuleScope, topic: Topic): Condition {
  takeUnclosedBracket(cursor);
  const { elements, joint } = readJoinedReferences(cursor, scope);
  if (joint === 'mixed') cursor.reject({ de: 'UND und ODER sind ohne Klammern gemischt', en: 'UND and ODER are mixed without brackets' });
  if (elements.length < 2 || joint === undefined) return cursor.fail({ de: 'Erwartet wird ein Vergleich', en: 'Expected: a comparison' });
  let used: Comparison | undefined;
  const parts = cursor.forEach(elements, (element) => {
    const { condition, comparison } = readPredicate(cursor, scope, element);
    used = comparison;
    // Of entries of a repeatable group all are meant, where the fields are joined by UND.
    return joint === 'and' ? ofAllEntries(condition, element, scope) : condition;
  });
  for (const { identifier } of elements) topic.together.add(identifier);
  delete topic.subject;
  if (used === undefined) delete topic.comparison;
  return joint === 'and' ? { and: parts } : { or: parts };
}

function ofAllEntries(condition: Condition, { identifier }: RuleElement, scope: RuleScope): Condition {
  if (scope.entriesAround(identifier).length === 0 || typeof condition === 'boolean') return condition;
  const answered: Condition = { not: { is_empty: { identifier } } };
  if ('less_or_equal' in condition) return { and: [answered, { not: { greater: condition.less_or_equal } }] };
  if ('less' in condition) return { and: [answered, { not: { greater_or_equal: condition.less } }] };
  if ('greater_or_equal' in condition) return { and: [answered, { not: { less: condition.greater_or_equal } }] };
  if ('greater' in condition) return { and: [answered, { not: { less_or_equal: condition.greater } }] };
  return condition;
}

function takeUnclosedBracket(cursor: RuleCursor): void {
  cursor.attempt(() => {
    while (takeArticle(cursor)) continue;
    cursor.note({ de: 'Eine Klammer wird nicht geschlossen', en: 'A bracket is not closed' });
    return cursor.takeMark('(') || cursor.fail({ de: 'Keine Klammer', en: 'No bracket' });
  });
}

/** `= 005 "…"` or only `003`, about the element before. */
function readFurtherComparison(cursor: RuleCursor, scope: RuleScope, topic: Topic): Condition {
  cursor.take('bei');
  const { subject } = topic;
  if (subject === undefined) return cursor.fail({ de: 'Erwartet wird die Id eines Elements', en: 'Expected: the id of an element' });
  const whole = cursor.attempt(() => {
    const read = readPredicate(cursor, scope, subject);
    if (read.comparison === undefined || topic.comparison === undefined) return read;
    topic.comparison = read.comparison;
    return read;
  });
  if (whole !== undefined) return whole.condition;
  const comparison =
    takeComparison(cursor) ?? topic.comparison ?? cursor.fail({ de: 'Erwartet wird ein Vergleich', en: 'Expected: a comparison' });
  topic.comparison = comparison;
  return compare({ identifier: subject.identifier }, comparison, readValue(cursor, scope, subject));
}
