import type { Operand } from '@serviceportal/form-engine';
import { type Deed, forbid } from './deeds.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';
import { readValue } from './values.js';

const done = 'vorbefüllt|vorbelegt|vorausgefüllt|vorausgewählt|voreingestellt|belegt|befüllt|gesetzt|übernommen';
const todo = 'vorzubefüllen|vorzubelegen|vorauszufüllen|vorzugeben|voreinzustellen|vorzubelegen';

const notHidden = { de: 'Erwartet wird ausgeblendet', en: 'Expected: ausgeblendet' };

/** `mit 002 "geschäftlich" vorzubefüllen`, `die Auswahl 002=geschäftlich als Vorbefüllung gewählt`, `fest mit "Ja" belegt`. */
export function readPrefill(cursor: RuleCursor, scope: RuleScope, target: RuleElement): readonly Deed[] {
  cursor.take('fest|immer|automatisch|standardmäßig');
  const standard = cursor.take('als', 'standardwert|vorbelegung|vorbefüllung|vorauswahl|voreinstellung');
  const selection = !standard && cursor.take('die|der', 'auswahl|wert|code|option');
  const chosenFirst = !standard && !selection && cursor.next.kind === 'quoted';
  if (!standard && !selection && !chosenFirst) cursor.expect('mit|auf');
  cursor.take('dem|der|den');
  cursor.take('wert|code|auswahl|option|vorbefüllung');
  const [read] = readValue(cursor, scope, target);
  const value = codeAsText(read, target, cursor);
  if (standard) {
    if (!cursor.take('zu', 'setzen')) cursor.expect('gesetzt|hinterlegt|gewählt|ausgewählt|einzutragen|eingetragen');
  } else if (selection && cursor.take('voreingestellt|vorbelegt|vorausgewählt|vorbefüllt|voreinzustellen|vorzubelegen')) {
    // The whole of it was said.
  } else if (chosenFirst) cursor.expect('voreingestellt|vorbelegt|vorausgewählt|vorbefüllt');
  else if (selection) {
    cursor.expect('als');
    cursor.expect('vorbefüllung|vorbelegung|vorauswahl|voreinstellung|standardwert');
    cursor.expect('gewählt|ausgewählt|gesetzt|angezeigt|hinterlegt');
  } else if (!cursor.take(todo) && !cursor.take('zu', 'belegen|befüllen|setzen')) cursor.expect(done);
  const hidden = cursor.attempt(() => {
    cursor.expect('und');
    cursor.take('in', 'der', 'antragsstrecke|antragstrecke');
    if (cursor.take('wird|darf|soll|ist')) cursor.expect('nicht');
    else if (!cursor.take('nicht')) return cursor.take('auszublenden|ausgeblendet|verborgen|versteckt') || cursor.fail(notHidden);
    if (cursor.take('anzuzeigen|angezeigt|sichtbar|einzublenden|eingeblendet')) return true;
    return cursor.fail(notHidden);
  });
  const fixed = cursor.attempt(() => {
    cursor.expect('und');
    if (cursor.take('darf|kann', 'nicht')) {
      cursor.expect('geändert|verändert|bearbeitet', 'werden');
      return true;
    }
    if (!cursor.take('gesperrt|schreibgeschützt')) cursor.expect('nicht', 'änderbar|veränderbar|editierbar|bearbeitbar|veränderlich');
    return true;
  });
  if (fixed === true) return [{ effect: 'prefill', value }, held(value, target, scope)];
  return [{ effect: 'prefill', value }, ...(hidden === true ? [forbid] : [])];
}

/** Shown, but no other value is taken. */
function held(value: Operand, target: RuleElement, scope: RuleScope): Deed {
  if (scope.codesOf(target) !== undefined && typeof value === 'string') return { effect: 'restrict', codes: [value] };
  const operand = { identifier: target.identifier };
  const condition = { or: [{ is_empty: operand }, { equal: [operand, value] as const }] };
  return { effect: 'valid', condition, message: `Die Angabe bei „${target.element.node.label}“ ist vorgegeben.` };
}

/** Of a list that is not at hand the code is read as a number; it is handed over as it is written. */
export function codeAsText(value: Operand, { element: { node } }: RuleElement, cursor: RuleCursor): Operand {
  if (node.kind !== 'field' || node.type !== 'text' || typeof value !== 'number') return value;
  const written = [...cursor.text.slice(0, cursor.offset).matchAll(/\d+/g)]
    .map(([digits]) => digits)
    .findLast((digits) => Number(digits) === value);
  return written ?? String(value);
}
