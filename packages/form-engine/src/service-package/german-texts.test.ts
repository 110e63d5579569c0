import { expect, test } from '@jest/globals';
import { germanTexts } from './german-texts.js';
import { compile } from './package.test-support.js';

const files = {
  'service.yaml': 'key: probe\nversion: "1.0.0"\ntitle: Hund\naudience: [Wer, Was]\n',
  'form.yaml': 'labels: { F1: Anliegen }\n',
  'texts/de.yaml': 'elements: { F2: { label: Rufname } }\n',
  'texts/en.yaml': 'service: { audience: [Who] }\nelements: { F1: { label: Request } }\n',
};

test('what English lacks, in the words that are shown instead', () => {
  const german = germanTexts(compile(files), 'en');
  for (const text of ['Hund', 'Was', 'Rufname']) expect(german).toContain(text);
  for (const text of ['Wer', 'Anliegen']) expect(german).not.toContain(text);
});

test('nothing on German pages, in simple German neither', () => {
  for (const language of ['de', 'de-simple'] as const) expect(germanTexts(compile(files), language).size).toBe(0);
});
