import { expect, test } from '@jest/globals';
import { germanParts } from './german-parts.js';

const german = new Set(['Vorname', 'Kinder', 'Das Datum (Tag) fehlt.']);
const marked = (text: string): string =>
  germanParts(text, german)
    .map((part) => (part.german ? `[${part.text}]` : part.text))
    .join('');

test.each([
  ['Vorname', '[Vorname]'],
  ['“Vorname” is missing.', '“[Vorname]” is missing.'],
  ['Kinder (Kinder 2)', '[Kinder ]([Kinder 2])'],
  ['Das Datum (Tag) fehlt.', '[Das Datum (Tag) fehlt.]'],
  ['My Vorname', 'My Vorname'],
  ['', ''],
])('%s', (text, expected) => {
  expect(marked(text)).toBe(expected);
});

test('without German texts a text stays as it is', () => {
  expect(germanParts('“Vorname” is missing.', new Set())).toEqual([{ text: '“Vorname” is missing.', german: false }]);
});
