import { describe, expect, test } from '@jest/globals';
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
  ])('%s: is refused in less than two seconds', (_, text) => {
    const begin = performance.now();
    const { failures } = readRuleText(text, scope);
    expect(failures.length).toBeGreaterThan(0);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});
