import type { FieldNode, Operand } from '@serviceportal/form-engine';
import { readCode, truths } from './code-values.js';
import { readDateValue } from './date-values.js';
import { takeFreeLabel } from './labels.js';
import { readReference } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';

/** What an element is compared with: any of these. A code whose list is not at hand may also be typed in as its label. */
export type Term = readonly [Operand, ...Operand[]];

const number = /[+-]?(?:\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,\d{1,10})?(?![\p{L}\p{N}]|,\d|\.\d)/u;
const units =
  'euro|eur|cent|prozent|jahre|jahren|jahr|monate|monaten|tage|tagen|stunden|stunde|personen|person|stück|km|m|m²|qm|kg|kw|km/h|mal';

/** A value as it is written for a field: `001`, `"label"`, `001 "label"`, `001 - label`, `JA`, `"wahr"`, `18`, another field. */
export function readValue(cursor: RuleCursor, scope: RuleScope, subject: RuleElement): Term {
  const { node } = subject.element;
  if (node.kind !== 'field')
    return cursor.fail({ de: `${node.id} ist kein Datenfeld und hat keinen Wert`, en: `${node.id} is no field and has no value` });
  const other = cursor.attempt(() => readOtherField(cursor, scope, node));
  if (other !== undefined) return [other];
  while (cursor.take('die|der|den|dem|wert|code|auswahl|option|antwort|eintrag|datum')) continue;
  const codes = scope.codesOf(subject);
  if (codes !== undefined) return [readCode(cursor, codes)];
  return readPlainValue(cursor, node);
}

/** `= F05…`, `das Datum im Feld F05…`: what was answered there. */
function readOtherField(cursor: RuleCursor, scope: RuleScope, { id, type }: FieldNode): Operand {
  while (cursor.take('das|dem|der|den|datum|wert|inhalt')) continue;
  const other = readReference(cursor, scope);
  const { node } = other.element;
  const comparable = node.kind === 'field' && (node.type === type || (numeric.has(node.type) && numeric.has(type)));
  if (!comparable || node.id === id)
    cursor.fail({ de: 'Die beiden Felder lassen sich nicht vergleichen', en: 'The two fields cannot be compared' });
  return { identifier: other.identifier };
}

const numeric: ReadonlySet<string> = new Set(['integer', 'number', 'currency']);

function readPlainValue(cursor: RuleCursor, node: FieldNode): Term {
  switch (node.type) {
    case 'boolean':
      return [readTruth(cursor)];
    case 'integer':
    case 'number':
    case 'currency': {
      const found = cursor.takePattern(number) ?? cursor.fail({ de: 'Erwartet wird eine Zahl', en: 'Expected: a number' });
      if (!cursor.take(units)) cursor.takeMark('€%');
      return [Number(found[0].replaceAll('.', '').replace(',', '.'))];
    }
    case 'date':
      return [readDateValue(cursor)];
    case 'text':
      return node.note === undefined ? [readText(cursor)] : readCodeOfMissingList(cursor);
    default:
      return cursor.fail({
        de: `Werte eines Felds vom Typ ${node.type} werden nicht verstanden`,
        en: `Values of a field of type ${node.type} are not understood`,
      });
  }
}

function readText(cursor: RuleCursor): string {
  const token = cursor.next;
  if (token.kind !== 'quoted' || token.text === '')
    return cursor.fail({ de: 'Erwartet wird ein Wert in Anführungszeichen', en: 'Expected: a value in quotation marks' });
  cursor.takeToken('quoted');
  return token.text;
}

export function readTruth(cursor: RuleCursor): boolean {
  const open = cursor.takeQuote();
  const { kind, text } = cursor.next;
  const truth = kind === 'word' ? truths.get(text.toLowerCase()) : undefined;
  if (truth === undefined) return cursor.fail({ de: 'Erwartet wird Ja, Nein, wahr oder falsch', en: 'Expected: Ja, Nein, wahr or falsch' });
  cursor.takeToken('word');
  if (open && !cursor.takeQuote()) cursor.note({ de: 'Ein Anführungszeichen fehlt', en: 'A quotation mark is missing' });
  else if (!open && cursor.takePattern(/["”“](?!\p{L})/u))
    cursor.note({ de: 'Ein Anführungszeichen fehlt', en: 'A quotation mark is missing' });
  return truth;
}

/**
 * The list is not at hand, so the field is a text field: a person types in the code or the label that the rule gives for it.
 * Digits are compared as numbers, because authors write 1 for 001.
 */
function readCodeOfMissingList(cursor: RuleCursor): Term {
  const labels: string[] = [];
  const open = cursor.next.kind === 'quoted' ? cursor.next.text : undefined;
  const whole = open === undefined ? undefined : /^\s*(\d+)\s*[-–=:]?\s*(.*?)\s*$/su.exec(open);
  let code: string | undefined;
  if (open !== undefined) {
    cursor.takeToken('quoted');
    if (whole === null || whole === undefined) labels.push(open);
    else {
      code = whole[1];
      if (whole[2] !== undefined && whole[2] !== '') labels.push(whole[2]);
    }
  } else {
    code = cursor.takePattern(/\p{L}{0,3}\d+(?![\p{L}\p{N}])/u)?.[0];
    if (code === undefined) return cursor.fail({ de: 'Erwartet wird ein Code', en: 'Expected: a code' });
    if (cursor.next.text === '=') cursor.takeToken('operator');
    else cursor.takePattern(/[-–:]/);
    const label = cursor.takeToken('quoted')?.text;
    if (label !== undefined) labels.push(label);
    else {
      const start = cursor.next.start;
      if (takeFreeLabel(cursor)) labels.push(cursor.text.slice(start, cursor.offset));
    }
  }
  const typed = labels.map((label) => label.trim()).filter((label) => label !== '');
  const [first, ...more] = [...(code === undefined ? [] : [/^\d{1,15}$/.test(code) ? Number(code) : code]), ...typed];
  return first === undefined ? cursor.fail({ de: 'Erwartet wird ein Code', en: 'Expected: a code' }) : [first, ...more];
}
