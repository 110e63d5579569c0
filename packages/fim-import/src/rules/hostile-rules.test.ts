import { describe, expect, test } from '@jest/globals';
import { RuleCursor } from './rule-cursor.js';
import { RuleTextReader } from './rule-text-reader.js';
import { readRuleText } from './read-rule-text.js';
import { elementsOf } from './rule-elements.test-support.js';
import { RuleScope } from './rule-scope.js';

const { elements, codesOf } = elementsOf([
  { id: 'F05000000001', datentyp: 'bool' },
  { id: 'F05000000002', anzahl: '0:1' },
]);
const scope = new RuleScope(elements, codesOf);
const length = 20_000;
const filled = (begin: string, piece: string): string => (begin + piece.repeat(length)).slice(0, length);

/** How many readings are tried for so many honest sentences. */
function attemptsFor(sentences: number): number {
  const cursor = new RuleCursor('Wenn F05000000001 = Ja, dann muss F05000000002 befüllt werden. '.repeat(sentences));
  const reader = new RuleTextReader(cursor, scope);
  while (cursor.next.kind !== 'end') reader.readSentence();
  return cursor.attempts;
}

describe('a hostile rule text', () => {
  test.each([
    ['open brackets', filled('Wenn ', '(')],
    ['brackets within brackets', filled('Wenn ', '(F05000000001 = Ja und ')],
    ['conditions within conditions', filled('Wenn ', 'nicht (')],
    ['lists within lists', filled('Wenn ', 'alles von (')],
    ['values without end', filled('Wenn F05000000001 = ', '(Ja oder ')],
    ['conditions without end', filled('Wenn ', 'F05000000001 = Ja und ')],
    ['ids without end', filled('', 'F05000000001 ')],
    ['names without end', filled('Es muss mindestens eines der Felder ', 'F05000000001, ')],
    ['quotation marks', filled('', '"')],
    ['words', filled('', 'Abc ')],
    ['blanks', filled('', ' \n\t')],
    ['sentences that are not understood', filled('', 'Wenn F05000000001 = Ja, dann tanze F05000000002. ')],
    ['marks', filled('', '„')],
  ])('%s: is refused before the test times out', (_, text) => {
    expect(readRuleText(text, scope).failures.length).toBeGreaterThan(0);
  });

  test('costs as much for each sentence, however many there are', () => {
    expect(attemptsFor(40)).toBeLessThanOrEqual(10 * attemptsFor(4));
    expect(attemptsFor(1)).toBeLessThan(250);
  });
});
