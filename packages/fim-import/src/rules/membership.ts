import type { Condition } from '@serviceportal/form-engine';
import { compare } from './comparisons.js';
import type { RuleCursor } from './rule-cursor.js';
import type { RuleElement, RuleScope } from './rule-scope.js';
import { readValue, type Term } from './values.js';

/**
 * `ein Staat gewählt wird, der nicht zur EU, zum EWR oder zur Schweiz gehört`, with the members listed at the end of the rule;
 * `eine Rechtsform ausgewählt wird, deren Code im Bereich >= 200000 bis < 300000 liegt`.
 */
export function readMembership(cursor: RuleCursor, scope: RuleScope, subject: RuleElement): Condition {
  const { identifier } = subject;
  cursor.expect('ein|eine|einen');
  if (cursor.takePattern(/\p{Lu}[\p{L}-]*/u) === undefined) cursor.fail({ de: 'Erwartet wird ein Hauptwort', en: 'Expected: a noun' });
  cursor.expect('gewählt|ausgewählt|angegeben|eingetragen');
  cursor.expect('wird|wurde|ist');
  cursor.takeMark(',');
  if (cursor.take('deren|dessen')) {
    cursor.expect('code|schlüssel');
    return readCodeRange(cursor, identifier);
  }
  cursor.expect('der|die|das');
  const not = cursor.take('nicht');
  const name = readSetName(cursor);
  const members = readMembers(cursor, scope, subject, name);
  const within: Condition = { or: members.map((term) => compare({ identifier }, 'equal', term)) };
  return not ? { and: [{ not: { is_empty: { identifier } } }, { not: within }] } : within;
}

function readCodeRange(cursor: RuleCursor, identifier: string): Condition {
  const bound = (fallback: 'greater_or_equal' | 'less_or_equal'): Condition => {
    const sign = cursor.takePattern(/[<>]=?|[≤≥]/)?.[0];
    const number = Number(
      cursor.takePattern(/\d{1,15}(?![\p{L}\p{N}])/u)?.[0] ?? cursor.fail({ de: 'Erwartet wird eine Zahl', en: 'Expected: a number' }),
    );
    const known = {
      '>': 'greater',
      '>=': 'greater_or_equal',
      '≥': 'greater_or_equal',
      '<': 'less',
      '<=': 'less_or_equal',
      '≤': 'less_or_equal',
    } as const;
    const comparison = sign === undefined ? fallback : (known[sign as keyof typeof known] as 'greater');
    return compare({ identifier }, comparison, [number]);
  };
  cursor.expect('im|zwischen');
  cursor.take('bereich');
  cursor.take('von|zwischen');
  const low = bound('greater_or_equal');
  cursor.expect('bis|und');
  const high = bound('less_or_equal');
  cursor.expect('liegt|ist');
  return { and: [low, high] };
}

/** `zur EU, zum EWR oder zur Schweiz gehört` → the names. */
function readSetName(cursor: RuleCursor): readonly string[] {
  const names: string[] = [];
  for (;;) {
    cursor.expect('zur|zum|zu');
    cursor.take('der|den|dem');
    const name = cursor.takePattern(/\p{Lu}[\p{L}-]*/u) ?? cursor.fail({ de: 'Erwartet wird ein Name', en: 'Expected: a name' });
    names.push(name[0]);
    if (cursor.take('gehört|gehören|zählt')) return names;
    if (!cursor.takeMark(',')) cursor.expect('oder|und');
  }
}

/** The sentence that lists the members: it names the set, then a colon, then code after code up to the end of the rule. */
function readMembers(cursor: RuleCursor, scope: RuleScope, subject: RuleElement, names: readonly string[]): readonly Term[] {
  const begin =
    beginOfList(cursor.text, names, cursor.offset) ??
    cursor.fail({ de: 'Es fehlt, welche Werte dazu gehören', en: 'It is not said which values belong to it' });
  const members = cursor.readAt(begin.list, () => {
    const found: Term[] = [];
    for (;;) {
      found.push(readValue(cursor, scope, subject));
      cursor.takeMark(',');
      cursor.take('und|sowie');
      if (cursor.takeMark('.') || cursor.next.kind === 'end') break;
    }
    return cursor.next.kind === 'end'
      ? found
      : cursor.fail({ de: 'Erwartet wird das Ende der Liste', en: 'Expected: the end of the list' });
  });
  if (members === undefined) return cursor.fail({ de: 'Die Liste der Werte ist nicht zu lesen', en: 'The list of values cannot be read' });
  cursor.endAt(begin.sentence);
  return members;
}

/** Where a sentence begins that names the set and ends in a colon, and where its list begins. */
function beginOfList(text: string, names: readonly string[], from: number): { sentence: number; list: number } | undefined {
  for (const match of text.slice(from).matchAll(/(?:^|[.\n])\s*((?:Die|Der|Das|Zur|Zum|Zu)\s[^:\n]{3,200}?):/gu)) {
    const head = match[1] ?? '';
    if (names.length > 0 && !names.every((name) => head.includes(name))) continue;
    const list = from + match.index + match[0].length;
    return { sentence: list - head.length - 1, list };
  }
  return undefined;
}
