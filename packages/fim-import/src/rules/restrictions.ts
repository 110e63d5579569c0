import type { Code, Operand } from '@serviceportal/form-engine';
import { compare } from './comparisons.js';
import type { Deed } from './deeds.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';
import { readValue, type Term } from './values.js';

const nouns =
  'auswahl|code|codes|wert|werte|option|optionen|ausprägung|ausprägungen|auswahlmöglichkeit|auswahlmöglichkeiten|auswahlwert|auswahlwerte|eintrag|einträge|schlüssel';
const chosen =
  'ausgewählt|gewählt|angezeigt|angeboten|zugelassen|verwendet|auswählbar|wählbar|zulässig|möglich|erlaubt|angegeben|ausgeblendet';

/** `nur der Code 001 ausgewählt werden`, `Auswahl 01=Hauptniederlassung nicht ausgewählt werden`, `auf 001 und 002 beschränkt`. */
export function readRestriction(cursor: RuleCursor, scope: RuleScope, target: RuleElement): readonly Deed[] {
  const { node } = target.element;
  if (node.kind !== 'field')
    return cursor.fail({ de: 'Nur die Auswahl eines Felds lässt sich einschränken', en: 'Only the choices of a field can be restricted' });
  const limited = cursor.take('auf');
  const only = cursor.take('nur|ausschließlich|lediglich') || limited;
  cursor.take('die|der|den|das|dem');
  const noun = cursor.take(nouns);
  if (!only && !noun) return cursor.fail({ de: 'Erwartet wird eine Einschränkung', en: 'Expected: a restriction' });
  cursor.takeMark(':');
  const terms = readTerms(cursor, scope, target);
  const not = cursor.take('nicht');
  if (limited) cursor.expect('beschränkt|eingeschränkt|begrenzt|einzuschränken|beschränken');
  else if (!(cursor.take('zur', 'auswahl', 'stehen|angeboten|gestellt') || cursor.take('zur', 'auswahl'))) cursor.expect(chosen);
  if (only === not) return cursor.fail({ de: 'Es fehlt „nur“ oder „nicht“', en: '“nur” or “nicht” is missing' });
  return [restriction(terms, only, target, scope.codesOf(target))];
}

function readTerms(cursor: RuleCursor, scope: RuleScope, target: RuleElement): readonly Term[] {
  const terms = [readValue(cursor, scope, target)];
  for (;;) {
    const more = cursor.attempt(() => {
      const comma = cursor.takeMark(',');
      if (!cursor.take('und|oder|sowie') && !comma) cursor.fail({ de: 'Kein weiterer Wert', en: 'No further value' });
      cursor.take('die|der|den');
      cursor.take(nouns);
      return readValue(cursor, scope, target);
    });
    if (more === undefined) return terms;
    terms.push(more);
  }
}

/** Where the list is not at hand, what may not be chosen may not be typed in either. */
function restriction(terms: readonly Term[], only: boolean, target: RuleElement, codes: readonly Code[] | undefined): Deed {
  if (codes !== undefined) {
    const named = new Set(terms.flat().map(String));
    return { effect: 'restrict', codes: codes.map(({ code }) => code).filter((code) => named.has(code) === only) };
  }
  const operand: Operand = { identifier: target.identifier };
  const among = { or: terms.map((term) => compare(operand, 'equal', term)) };
  const label = target.element.node.label;
  const empty = { is_empty: operand };
  return only
    ? { effect: 'valid', condition: { or: [empty, among] }, message: `Bei „${label}“ ist hier nur möglich: ${textOf(terms)}.` }
    : { effect: 'valid', condition: { not: among }, message: `Bei „${label}“ ist hier nicht möglich: ${textOf(terms)}.` };
}

const textOf = (terms: readonly Term[]): string =>
  terms.map((term) => String(term.find((one) => typeof one === 'string') ?? term[0])).join(', ');
