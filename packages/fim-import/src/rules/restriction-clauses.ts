import type { Outcome } from './clauses.js';
import { readReference } from './references.js';
import { readChoices, restriction, valueNouns } from './restrictions.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';

const chosen = 'ausgewählt|gewählt|verwendet|angezeigt|angegeben';
const allowed = 'zulässig|zugelassen|möglich|erlaubt|auswählbar|wählbar';

/**
 * Clauses about the choices of a field whose field stands elsewhere, or whose values stand at the end: `Zulässige Werte in F…: 001,
 * 003`, `Der Code 002 ist in F… nicht zulässig`, `In F… dürfen nur folgende Werte zur Auswahl stehen: …`.
 */
export function readRestrictionClause(cursor: RuleCursor, scope: RuleScope): Outcome {
  return (
    cursor.attempt(() => readAllowed(cursor, scope)) ??
    cursor.attempt(() => readListedBehind(cursor, scope)) ??
    cursor.attempt(() => readChosen(cursor, scope)) ??
    readNamedFirst(cursor, scope)
  );
}

const restricted = (cursor: RuleCursor, scope: RuleScope, target: RuleElement, only: boolean): Outcome => ({
  deeds: [restriction(readChoices(cursor, scope, target), only, target, scope.codesOf(target))],
  targets: [target],
});

/** `Zulässige Werte in F…: 001, 003`, `Die zulässigen Werte in F… sind 001 und 003` */
function readAllowed(cursor: RuleCursor, scope: RuleScope): Outcome {
  cursor.take('die');
  cursor.expect('zulässige|zulässigen|mögliche|möglichen|erlaubte|erlaubten');
  cursor.expect(valueNouns);
  cursor.expect('in|im|für|von|des');
  const target = readReference(cursor, scope);
  if (!cursor.takeMark(':')) cursor.expect('sind|ist');
  return restricted(cursor, scope, target, true);
}

/** `In F… sind [in der Codeliste] nur folgende Codes zulässig: 001-003`, `… nur die Einträge folgender Codes zur Auswahl anzuzeigen: …` */
function readListedBehind(cursor: RuleCursor, scope: RuleScope): Outcome {
  const early = cursor.take('sind|dürfen|stehen|können');
  const target = readReference(cursor, scope);
  if (!early) cursor.expect('sind|dürfen|stehen|können');
  cursor.take('in|aus', 'der', 'codeliste|werteliste|liste');
  cursor.expect('nur|ausschließlich|lediglich');
  cursor.take('die', 'einträge|werte');
  cursor.take('die');
  cursor.expect('folgende|folgenden|folgender|nachfolgende|nachfolgenden');
  // `folgende Rechtsformen`: any noun.
  if (!cursor.take(valueNouns) && cursor.takePattern(/\p{Lu}[\p{L}-]+/u) === undefined) cursor.expect(valueNouns);
  cursor.take('zur', 'auswahl|verfügung');
  cursor.take(`stehen|anzuzeigen|anzubieten|${allowed}|${chosen}`);
  cursor.take('werden|sein');
  if (!cursor.takeMark(':')) cursor.fail({ de: 'Erwartet wird :', en: 'Expected: :' });
  return restricted(cursor, scope, target, true);
}

/** `Es dürfen in F… nur die Codes 001 und 003 ausgewählt werden`, `muss in F… der Wert 001 ausgewählt werden` */
function readChosen(cursor: RuleCursor, scope: RuleScope): Outcome {
  cursor.take('es');
  const must = cursor.take('muss');
  if (!must) cursor.expect('darf|dürfen|können|kann');
  const target = readReference(cursor, scope);
  const only = !must && cursor.take('nur|ausschließlich|lediglich');
  const not = !must && !only && cursor.take('nicht');
  cursor.take('die|der|den|das|dem');
  if (!cursor.take(valueNouns) && !not) cursor.expect(valueNouns);
  const { deeds } = restricted(cursor, scope, target, must || only);
  const behind = !must && !only && !not && cursor.take('nicht');
  cursor.expect(chosen);
  cursor.expect('werden|sein');
  if (!must && !only && !not && !behind) cursor.fail({ de: 'Es fehlt „nur“ oder „nicht“', en: '“nur” or “nicht” is missing' });
  return { deeds: must ? [{ effect: 'require' }, ...deeds] : deeds, targets: [target] };
}

/** `Die Codes 002 und 004 dürfen in F… nicht ausgewählt werden`, `Der Code 002 ist in F… nicht zulässig` */
function readNamedFirst(cursor: RuleCursor, scope: RuleScope): Outcome {
  const only = cursor.take('nur|ausschließlich');
  cursor.take('der|die|das');
  cursor.expect(valueNouns);
  const values = cursor.offset;
  const ahead = /^[^.;\n]{1,200}?\b(?:in|im|bei|für)\b[^.;\n]{0,60}?([FG]\d{8,11}(?:\.[FG]\d{8,11})*)/u.exec(
    cursor.text.slice(values, values + 300),
  );
  const target =
    scope.resolve(ahead?.[1] ?? '') ?? cursor.fail({ de: 'Erwartet wird die Id eines Elements', en: 'Expected: the id of an element' });
  const { deeds } = restricted(cursor, scope, target, only);
  cursor.expect('darf|dürfen|ist|sind|steht|stehen');
  if (!cursor.take('in|im|bei|für')) cursor.expect('in|im|bei|für');
  if (readReference(cursor, scope).identifier !== target.identifier) cursor.fail({ de: 'Ein anderes Element', en: 'Another element' });
  const not = cursor.take('nicht');
  if (!cursor.take('zur', 'auswahl|verfügung')) cursor.expect(`${allowed}|${chosen}`);
  cursor.take('werden|sein');
  if (only === not) cursor.fail({ de: 'Es fehlt „nur“ oder „nicht“', en: '“nur” or “nicht” is missing' });
  return { deeds, targets: [target] };
}
