import { dateFieldsAmong } from './date-parts.js';
import type { Deed } from './deeds.js';
import { readReferences } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';

/**
 * `Wenn alle drei Felder Tag, Monat und Jahr befüllt sind, muss die Validität des sich ergebenden Kalenderdatums sichergestellt
 * werden.` The harmonised rule R60000000024. Also `Die Felder Tag, Monat und Jahr müssen ein gültiges Datum ergeben.`
 */
export function readCalendarDateSentence(cursor: RuleCursor, scope: RuleScope): Deed {
  const elements = cursor.attempt(() => readIfAllFilled(cursor, scope)) ?? readTogether(cursor, scope);
  const fields = dateFieldsAmong(elements);
  if (elements.length !== 3 || fields?.day === undefined || fields.month === undefined) {
    return cursor.fail({
      de: 'Tag, Monat und Jahr sind an den Grenzen der Felder nicht zu erkennen',
      en: 'Day, month and year cannot be told by the bounds of the fields',
    });
  }
  return {
    effect: 'valid',
    condition: { valid_date: { day: fields.day.identifier, month: fields.month.identifier, year: fields.year.identifier } },
    message: 'Dieses Datum gibt es nicht. Bitte prüfen Sie Tag, Monat und Jahr.',
  };
}

function readIfAllFilled(cursor: RuleCursor, scope: RuleScope): readonly RuleElement[] {
  cursor.expect('wenn');
  cursor.take('alle');
  cursor.take('drei');
  const elements = readReferences(cursor, scope);
  cursor.expect('befüllt|ausgefüllt|angegeben');
  cursor.expect('sind|wurden|werden');
  cursor.takeMark(',');
  cursor.take('dann|so');
  if (cursor.take('muss', 'die', 'validität', 'des', 'sich', 'ergebenden', 'kalenderdatums')) cursor.expect('sichergestellt', 'werden');
  else {
    cursor.expect('müssen|muss');
    cursor.take('sie|diese|es|sich');
    validDate(cursor);
  }
  cursor.takeMark('.');
  takeExamples(cursor);
  return elements;
}

function readTogether(cursor: RuleCursor, scope: RuleScope): readonly RuleElement[] {
  const elements = readReferences(cursor, scope);
  cursor.expect('müssen');
  cursor.take('zusammen|gemeinsam');
  validDate(cursor);
  return elements;
}

function validDate(cursor: RuleCursor): void {
  cursor.expect('ein');
  cursor.expect('gültiges|valides|korrektes|existierendes');
  cursor.expect('datum|kalenderdatum');
  cursor.expect('ergeben|bilden|sein');
}

/** `D.h. es muss z.B. 30.02.2019 oder der 31.11.1968 verhindert werden, da diese keine korrekten Datumsangaben sind.` */
function takeExamples(cursor: RuleCursor): void {
  if (!cursor.takeText('D.h. es muss z.B.')) return;
  while (cursor.takePattern(/\d{2}\.\d{2}\.\d{4}/) !== undefined || cursor.take('oder|der')) continue;
  cursor.expect('verhindert', 'werden');
  cursor.takeMark(',');
  cursor.expect('da', 'diese', 'keine', 'korrekten', 'datumsangaben', 'sind');
}
