import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { speak } from '../language.js';
import type { Given } from '../xdatenfelder/schema-xml.test-support.js';
import { compareForms } from './compare-forms.js';
import { sideOf } from './compare.test-support.js';
import { comparisonText } from './comparison-text.js';

beforeAll(() => speak('en'));
afterAll(() => speak('de'));

const [F1, F2, F3, F4, F5, G1] = ['F05000000001', 'F05000000002', 'F05000000003', 'F05000000004', 'F05000000005', 'G05000000001'] as const;

test('in English nothing but what the schema says is German', () => {
  const old: readonly Given[] = [
    { id: F1, label: 'A', anzahl: '0:5', xml: '<xdf3:praezisierung maxLength="50"/>' },
    { id: F2, label: 'B', codes: { 1: 'x', 2: 'y' } },
    { id: F3, label: 'C' },
    { id: G1, label: 'G', children: [{ id: F4, label: 'D', xml: '<xdf3:inhalt>1</xdf3:inhalt>' }] },
  ];
  const now: readonly Given[] = [
    {
      id: G1,
      label: 'H',
      anzahl: '0:1',
      children: [
        { id: F4, label: 'D', version: '2.0.0', xml: '<xdf3:inhalt>2</xdf3:inhalt>' },
        { id: F5, label: 'E' },
      ],
    },
    { id: F1, label: 'A', anzahl: '1:3', datentyp: 'date' },
    { id: F2, label: 'B', codes: { 2: 'z', 3: 'w' } },
  ];
  const text = comparisonText(
    compareForms(
      sideOf(old, [`Wenn ${F3} = "x", dann zeige ${F4} an.`]),
      sideOf(now, [`Wenn ${F1} ist befüllt, dann zeige ${G1} an.`, 'Blau.'], (xml) => xml.replace('<code>6</code>', '<code>5</code>')),
      new Map([['service.yaml', 'key: a\nversion: 1.0.0\ntitle: A\n']]),
    ),
  );
  const own = text.replace(/“[^”]*”/g, '…');
  expect(own.match(/\b(?:der|die|das|und|ist|jetzt|bisher|nicht|eine?|Regel|statt|mehr)\b|[äöüßÄÖÜ„]/g) ?? []).toEqual([]);
  expect(text).toContain('“G” is now called “H”.');
  expect(text).toContain('“A” is now required, unless a rule hides it and may only be given 3 times (1:3 instead of 0:5).');
  expect(text).toContain('The answer to “C” would be lost: it is no longer asked for.');
});
