import type { Condition } from '@serviceportal/form-engine';
import { readPredicate } from './predicates.js';
import { takeLabel } from './labels.js';
import { nouns, readReference, readReferences } from './references.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';

/** How many of several elements. */
export type Quantifier = 'all' | 'any' | 'none' | { readonly least: number } | { readonly most: number } | { readonly exactly: number };

export interface Quantified {
  readonly quantifier: Quantifier;
  readonly elements: readonly RuleElement[];
}

const numbers = new Map([
  ...'ein eine eines einer einem'.split(' ').map((word) => [word, 1] as const),
  ['zwei', 2],
  ['drei', 3],
  ['vier', 4],
  ['fünf', 5],
  ['sechs', 6],
]);

/** `mindestens eines der Felder F1, F2`, `alle drei Felder …`, `genau zwei der Felder der Gruppe G…`, `keines der …`. */
export function readQuantifiedElements(cursor: RuleCursor, scope: RuleScope): Quantified {
  const quantifier = readQuantifier(cursor);
  if (cursor.startsWith(() => cursor.expect('angabe|angaben|eingaben|einträge', 'in|im|zu'))) {
    cursor.fail({ de: 'Keine Felder', en: 'No fields' });
  }
  cursor.take('von|der|den|dieser|diesen|aus');
  cursor.take('folgenden|genannten|nachfolgenden|beiden|drei|vier');
  const single = cursor.take(nouns);
  cursor.takeMark(':');
  const ofGroup = cursor.attempt(() => readMembersOfGroup(cursor, scope, single));
  return { quantifier, elements: ofGroup ?? readReferences(cursor, scope) };
}

/** `der Datenfeldgruppe G…`, or `der Datenfeldgruppe`: that to which the rule belongs. */
function readMembersOfGroup(cursor: RuleCursor, scope: RuleScope, single: boolean): readonly RuleElement[] {
  if (single) cursor.expect('der|dieser|in|aus|innerhalb');
  cursor.take('der|dieser');
  cursor.expect('datenfeldgruppe|feldgruppe|gruppe|datengruppe');
  const id = cursor.next;
  if (id.kind !== 'id') return fieldsOf(scope.children);
  const group = scope.resolve(id.text);
  if (group?.element.node.kind !== 'group') return cursor.fail({ de: 'Erwartet wird eine Gruppe', en: 'Expected: a group' });
  cursor.takeToken('id');
  takeLabel(cursor, group, scope);
  if (cursor.next.text === ',' || cursor.startsWith(() => cursor.expect('oder|und')))
    cursor.fail({ de: 'Mehrere Gruppen', en: 'Several groups' });
  return fieldsOf(scope.childrenOf(group));
}

const fieldsOf = (elements: readonly RuleElement[]): readonly RuleElement[] =>
  elements.filter(({ element }) => element.node.kind === 'field');

export function readQuantifier(cursor: RuleCursor): Quantifier {
  if (cursor.take('alle|beide|sämtliche|jedes|jede')) {
    cursor.take('zwei|drei|vier|fünf|sechs|der');
    return 'all';
  }
  if (cursor.take('keines|keine|keiner|kein')) return 'none';
  const limit = cursor.take('mindestens|wenigstens')
    ? 'least'
    : cursor.take('höchstens|maximal')
      ? 'most'
      : cursor.take('genau|nur')
        ? 'exactly'
        : undefined;
  const number = readNumber(cursor);
  switch (limit) {
    case 'least':
      return { least: number };
    case 'most':
      return { most: number };
    case 'exactly':
      return { exactly: number };
    case undefined:
      return number === 1 ? 'any' : { least: number };
  }
}

function readNumber(cursor: RuleCursor): number {
  const { text } = cursor.next;
  const number =
    numbers.get(text.toLowerCase()) ??
    (/^\d{1,2}$/.test(text) ? Number(text) : cursor.fail({ de: 'Erwartet wird eine Zahl', en: 'Expected: a number' }));
  cursor.takeToken('word');
  return number;
}

/** That so many of the conditions hold. */
export function quantify(quantifier: Quantifier, parts: readonly Condition[]): Condition {
  if (quantifier === 'all') return { and: parts };
  if (quantifier === 'any') return { or: parts };
  if (quantifier === 'none') return { not: { or: parts } };
  if ('most' in quantifier) return { at_most: { count: quantifier.most, of: parts } };
  if ('exactly' in quantifier) {
    const count = quantifier.exactly;
    return count === 1 ? { xor: parts } : { and: [{ at_least: { count, of: parts } }, { at_most: { count, of: parts } }] };
  }
  return quantifier.least === 1 ? { or: parts } : { at_least: { count: quantifier.least, of: parts } };
}

/** As a condition: `eines der folgenden Felder F1, F2 mit "Ja" belegt ist`. */
export function readQuantified(cursor: RuleCursor, scope: RuleScope): Condition {
  const neither = cursor.attempt(() => readNeither(cursor, scope));
  if (neither !== undefined) return neither;
  cursor.take('in|bei|im');
  const { quantifier, elements } = readQuantifiedElements(cursor, scope);
  if (elements.length === 0) return cursor.fail({ de: 'Die Gruppe hat keine Felder', en: 'The group has no fields' });
  const parts = cursor.forEach(elements, (element) => readPredicate(cursor, scope, element).condition);
  return quantify(quantifier, parts);
}

/** `weder F1 noch F2 befüllt ist` */
function readNeither(cursor: RuleCursor, scope: RuleScope): Condition {
  cursor.expect('weder');
  const elements = [readReference(cursor, scope)];
  while (cursor.take('noch')) elements.push(readReference(cursor, scope));
  if (elements.length < 2) return cursor.fail({ de: 'Erwartet wird „noch“', en: 'Expected: “noch”' });
  return quantify(
    'none',
    cursor.forEach(elements, (element) => readPredicate(cursor, scope, element).condition),
  );
}
