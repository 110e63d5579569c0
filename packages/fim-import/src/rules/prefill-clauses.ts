import type { Outcome } from './clauses.js';
import { codeAsText } from './prefill.js';
import { readReference } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';
import { readValue } from './values.js';

const initial = 'standardwert|vorbelegung|vorbefüllung|voreinstellung|vorauswahl|startwert';

/**
 * Clauses that name the value before or without a word for filling in: `Der Standardwert für F… ist 001`, `F… erhält den Wert 001`,
 * `Setze F… auf 001`, `Der Wert aus F… ist in F… zu übernehmen`.
 */
export function readPrefillClause(cursor: RuleCursor, scope: RuleScope): Outcome {
  return (
    cursor.attempt(() => readTakenOver(cursor, scope)) ??
    cursor.attempt(() => readInitial(cursor, scope)) ??
    cursor.attempt(() => readSet(cursor, scope)) ??
    readReceived(cursor, scope)
  );
}

function outcomeOf(cursor: RuleCursor, scope: RuleScope, target: RuleElement): Outcome {
  cursor.take('den|dem|der', 'wert|code|auswahl|option');
  const [value] = readValue(cursor, scope, target);
  return { deeds: [{ effect: 'prefill', value: codeAsText(value, target, cursor) }], targets: [target] };
}

/** `Der Standardwert für F… ist 001` */
function readInitial(cursor: RuleCursor, scope: RuleScope): Outcome {
  cursor.take('der|die|als');
  cursor.expect(initial);
  cursor.expect('für|von|in|im|des|der');
  const target = readReference(cursor, scope);
  if (!cursor.take('ist|lautet') && !cursor.takeMark(':')) cursor.expect('ist|lautet');
  return outcomeOf(cursor, scope, target);
}

/** `Setze F… auf 001`, `Befülle F… mit 001` */
function readSet(cursor: RuleCursor, scope: RuleScope): Outcome {
  const set = cursor.take('setze');
  if (!set) cursor.expect('befülle|belege');
  const target = readReference(cursor, scope);
  if (set && cursor.next.text === '=') cursor.takeToken('operator');
  else cursor.expect(set ? 'auf' : 'mit');
  return outcomeOf(cursor, scope, target);
}

/** `F… erhält den Wert 001` */
function readReceived(cursor: RuleCursor, scope: RuleScope): Outcome {
  const early = cursor.take('erhält|bekommt');
  const target = readReference(cursor, scope);
  if (!early) cursor.expect('erhält|bekommt');
  return outcomeOf(cursor, scope, target);
}

/** `Der Wert aus F7 ist in F3 zu übernehmen`, `wird der Inhalt von F7 in F3 übernommen` */
function readTakenOver(cursor: RuleCursor, scope: RuleScope): Outcome {
  const early = cursor.take('ist|wird');
  cursor.expect('der|die|das');
  cursor.expect('wert|inhalt|angabe|eingabe|datum');
  cursor.expect('aus|von|in|des');
  const source = readReference(cursor, scope);
  if (!early) cursor.expect('ist|wird');
  cursor.expect('in|im|nach');
  const target = readReference(cursor, scope);
  if (!cursor.take('zu', 'übernehmen')) cursor.expect('übernommen');
  const [from, to] = [source.element.node, target.element.node];
  if (from.kind !== 'field' || to.kind !== 'field' || from.type !== to.type || from.id === to.id) {
    cursor.fail({ de: 'Die beiden Felder lassen sich nicht vergleichen', en: 'The two fields cannot be compared' });
  }
  return { deeds: [{ effect: 'prefill', value: { identifier: source.identifier } }], targets: [target] };
}
