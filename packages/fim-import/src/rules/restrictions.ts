import type { Code, Condition, Operand } from '@serviceportal/form-engine';
import { compare } from './comparisons.js';
import type { Deed } from './deeds.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';
import { readValue, type Term } from './values.js';

export const valueNouns =
  'auswahl|code|codes|wert|werte|option|optionen|ausprägung|ausprägungen|auswahlmöglichkeit|auswahlmöglichkeiten|auswahlwert|auswahlwerte|eintrag|einträge|schlüssel|antwort|antworten';
const chosen =
  'ausgewählt|gewählt|angezeigt|angeboten|zugelassen|verwendet|auswählbar|wählbar|zulässig|möglich|erlaubt|angegeben|annehmen|enthalten|aufweisen|anzuzeigen|anzubieten';
const hidden = 'ausgeblendet|auszublenden|ausgeschlossen|gesperrt';

/** A value, or all codes from one to another: `213000-213200`. */
export type Choice = Term | { readonly from: number; readonly to: number };

/** `nur der Code 001 ausgewählt werden`, `Auswahl 01=Hauptniederlassung nicht ausgewählt werden`, `auf 001 und 002 beschränkt`. */
export function readRestriction(cursor: RuleCursor, scope: RuleScope, target: RuleElement): readonly Deed[] {
  const { node } = target.element;
  if (node.kind !== 'field')
    return cursor.fail({ de: 'Nur die Auswahl eines Felds lässt sich einschränken', en: 'Only the choices of a field can be restricted' });
  const limited = cursor.take('auf');
  const only = cursor.take('nur|ausschließlich|lediglich') || limited;
  const early = !only && cursor.take('nicht');
  cursor.take('die|der|den|das|dem');
  const noun = cursor.take(valueNouns);
  if (!only && !noun) return cursor.fail({ de: 'Erwartet wird eine Einschränkung', en: 'Expected: a restriction' });
  cursor.takeMark(':');
  const choices = readChoices(cursor, scope, target);
  const not = cursor.take('nicht') || early;
  if (limited) {
    cursor.take('zu');
    cursor.expect('beschränkt|eingeschränkt|begrenzt|einzuschränken|beschränken|begrenzen');
  } else if (!only && !not && cursor.take(hidden)) return [restriction(choices, false, target, scope.codesOf(target))];
  else if (!(cursor.take('zur', 'auswahl|verfügung', 'stehen|angeboten|gestellt|anzuzeigen') || cursor.take('zur', 'auswahl|verfügung')))
    cursor.expect(chosen);
  if (only === not) return cursor.fail({ de: 'Es fehlt „nur“ oder „nicht“', en: '“nur” or “nicht” is missing' });
  return [restriction(choices, only, target, scope.codesOf(target))];
}

export function readChoices(cursor: RuleCursor, scope: RuleScope, target: RuleElement): readonly Choice[] {
  const choices = [readChoice(cursor, scope, target)];
  for (;;) {
    const more = cursor.attempt(() => {
      const comma = cursor.takeMark(',;');
      if (!cursor.take('und|oder|sowie') && !comma) cursor.fail({ de: 'Kein weiterer Wert', en: 'No further value' });
      cursor.take('die|der|den');
      cursor.take(valueNouns);
      return readChoice(cursor, scope, target);
    });
    if (more === undefined) return choices;
    choices.push(more);
  }
}

function readChoice(cursor: RuleCursor, scope: RuleScope, target: RuleElement): Choice {
  // A list may have codes that look like a range.
  const plain = !(scope.codesOf(target) ?? []).some(({ code }) => /[-–]/.test(code));
  const range = !plain ? undefined : cursor.takePattern(/(\d{1,15})\s?(?:[-–]|bis)\s?(\d{1,15})(?![\p{L}\p{N}])/u);
  if (range === undefined) return readValue(cursor, scope, target);
  const [from, to] = [Number(range[1]), Number(range[2])];
  return from < to ? { from, to } : cursor.fail({ de: 'Der Bereich ist leer', en: 'The range is empty' });
}

/** Where the list is not at hand, what may not be chosen may not be typed in either. */
export function restriction(choices: readonly Choice[], only: boolean, target: RuleElement, codes: readonly Code[] | undefined): Deed {
  if (codes !== undefined) {
    const isNamed = (code: string): boolean =>
      choices.some((choice) =>
        'from' in choice
          ? /^\d+$/.test(code) && Number(code) >= choice.from && Number(code) <= choice.to
          : choice.map(String).includes(code),
      );
    return { effect: 'restrict', codes: codes.map(({ code }) => code).filter((code) => isNamed(code) === only) };
  }
  const operand: Operand = { identifier: target.identifier };
  const among: Condition = {
    or: choices.map((choice) =>
      'from' in choice
        ? { and: [compare(operand, 'greater_or_equal', [choice.from]), compare(operand, 'less_or_equal', [choice.to])] }
        : compare(operand, 'equal', choice),
    ),
  };
  const label = target.element.node.label;
  const empty = { is_empty: operand };
  return only
    ? { effect: 'valid', condition: { or: [empty, among] }, message: `Bei „${label}“ ist hier nur möglich: ${textOf(choices)}.` }
    : { effect: 'valid', condition: { not: among }, message: `Bei „${label}“ ist hier nicht möglich: ${textOf(choices)}.` };
}

const textOf = (choices: readonly Choice[]): string =>
  choices
    .map((choice) =>
      'from' in choice ? `${choice.from} bis ${choice.to}` : String(choice.find((one) => typeof one === 'string') ?? choice[0]),
    )
    .join(', ');
