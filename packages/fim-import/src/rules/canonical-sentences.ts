import type { Condition } from '@serviceportal/form-engine';
import { readOperand } from './canonical-conditions.js';
import type { Outcome } from './clauses.js';
import { readReference } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleScope } from './rule-scope.js';

/** `ist F1 vorzubefüllen mit ["a"]`, `sind in F1 nur auswählbar: ["001", "002"]`: what the printer writes. */
export function readCanonicalClause(cursor: RuleCursor, scope: RuleScope): Outcome {
  const prefill = cursor.attempt((): Outcome => {
    cursor.expect('ist');
    const target = readReference(cursor, scope);
    cursor.expect('vorzubefüllen', 'mit');
    if (!cursor.takeMark('[')) cursor.fail({ de: 'Erwartet wird [', en: 'Expected: [' });
    const value = readOperand(cursor, scope);
    if (!cursor.takeMark(']')) cursor.fail({ de: 'Erwartet wird ]', en: 'Expected: ]' });
    return { deeds: [{ effect: 'prefill', value }], targets: [target] };
  });
  if (prefill !== undefined) return prefill;
  cursor.expect('sind', 'in');
  const target = readReference(cursor, scope);
  cursor.expect('nur', 'auswählbar');
  if (!cursor.takeMark(':') || !cursor.takeMark('[')) cursor.fail({ de: 'Erwartet wird [', en: 'Expected: [' });
  const codes: string[] = [];
  while (!cursor.takeMark(']')) {
    const code = readOperand(cursor, scope);
    codes.push(typeof code === 'string' ? code : cursor.fail({ de: 'Erwartet wird ein Code', en: 'Expected: a code' }));
    cursor.takeMark(',');
  }
  return { deeds: [{ effect: 'restrict', codes }], targets: [target] };
}

/** `Es muss gelten: A.` */
export function readGeneralRequirement(cursor: RuleCursor, readCondition: () => Condition): Condition {
  cursor.take('es');
  cursor.expect('muss', 'gelten');
  if (!cursor.takeMark(':')) cursor.fail({ de: 'Erwartet wird :', en: 'Expected: :' });
  return readCondition();
}
