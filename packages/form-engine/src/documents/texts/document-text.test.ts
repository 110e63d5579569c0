import { expect, test } from '@jest/globals';
import { catalogues } from './document-text.js';

const placeholders = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join();

test('documents fill in the same in every language', () => {
  const { de, ...others } = catalogues;
  for (const [language, texts] of Object.entries(others)) {
    const wrong = Object.entries(texts).filter(
      ([key, text]) => text === '' || placeholders(text) !== placeholders(de[key as keyof typeof de]),
    );
    expect([language, wrong]).toEqual([language, []]);
  }
});
