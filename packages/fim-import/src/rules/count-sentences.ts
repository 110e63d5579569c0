import type { Condition } from '@serviceportal/form-engine';
import type { Deed } from './deeds.js';
import { readReference } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';

/**
 * `Die Angabe in Feld F… bestimmt, wie oft die Gruppe G… befüllt werden muss.`, `Die Gruppe G… ist so oft zu befüllen, wie in F…
 * angegeben.`: as many entries as the answer says.
 */
export function readCountSentence(cursor: RuleCursor, scope: RuleScope): Deed {
  const { number, group } = cursor.attempt(() => readNumberFirst(cursor, scope)) ?? readGroupFirst(cursor, scope);
  const [asked, counted] = [number.element.node, group.element.node];
  if (asked.kind !== 'field' || asked.type !== 'integer' || counted.max === 1) {
    return cursor.fail({ de: 'Erwartet werden eine Zahl und eine Liste', en: 'Expected: a number and a list' });
  }
  const answer = { identifier: number.identifier };
  const condition: Condition = { or: [{ is_empty: answer }, { equal: [{ count: { identifier: group.identifier } }, answer] }] };
  return {
    effect: 'valid',
    condition,
    message: `Bitte machen Sie so viele Angaben zu „${counted.label}“, wie Sie bei „${asked.label}“ angegeben haben.`,
  };
}

interface Counted {
  readonly number: RuleElement;
  readonly group: RuleElement;
}

function readNumberFirst(cursor: RuleCursor, scope: RuleScope): Counted {
  const number = readReference(cursor, scope);
  cursor.expect('bestimmt');
  cursor.takeMark(',');
  cursor.expect('wie', 'oft');
  const group = readReference(cursor, scope);
  cursor.expect('befüllt|ausgefüllt|angegeben');
  cursor.expect('werden');
  cursor.expect('muss|soll');
  return { number, group };
}

function readGroupFirst(cursor: RuleCursor, scope: RuleScope): Counted {
  const group = readReference(cursor, scope);
  const must = cursor.take('muss');
  if (!must) cursor.expect('ist');
  cursor.expect('so', 'oft');
  if (must) cursor.expect('befüllt|ausgefüllt|angegeben', 'werden');
  else if (!cursor.take('zu', 'befüllen')) cursor.expect('auszufüllen|anzugeben');
  cursor.takeMark(',');
  cursor.expect('wie');
  const number = readReference(cursor, scope);
  cursor.expect('angegeben|eingetragen');
  cursor.take('ist|wurde|wird');
  return { number, group };
}
