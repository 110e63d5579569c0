import { expect, test } from '@jest/globals';
import { compile } from './package.test-support.js';
import { textCoverage } from './text-coverage.js';

const files = {
  'service.yaml': 'key: probe\nversion: "1.0.0"\ntitle: Hund\naudience: [Wer, Was]\nprivacy: { purposes: [Wozu] }\n',
  'form.yaml': 'pages: [{ slug: a, title: A, elements: [F1, G1, G2] }]\nhelp: { F1: Hilfe }\n',
  'workflow.yaml': 'decisions: [{ key: ja, label: Ja }]\n',
};
const missing = (texts: Readonly<Record<string, string>>): readonly string[] => {
  const [english] = textCoverage(compile({ ...files, ...texts }));
  return [...(english?.texts.missing ?? []), ...(english?.codes.missing ?? [])];
};

test('counts every text that a citizen reads, once', () => {
  const all = missing({});
  for (const key of ['service.title', 'service.audience.1', 'service.privacy.purposes.0', 'page.a', 'F1.label', 'F1.help', 'decision.ja'])
    expect(all).toContain(key);
  expect(new Set(all).size).toBe(all.length);
  expect(all.some((key) => key.startsWith('codes.anlass.'))).toBe(true);
  expect(all).not.toContain('service.summary');
});

test('a text by id covers its places; a text by path only that one', () => {
  const before = missing({});
  const by = (key: string): readonly string[] => missing({ 'texts/en.yaml': `elements: { ${key}: { label: x } }\n` });
  expect(before.filter((key) => !by('F2').includes(key))).toEqual(before.filter((key) => key.endsWith('/F2.label')));
  expect(before.filter((key) => !by('G2/F2').includes(key))).toEqual(['G2/F2.label']);
});

test('an empty language is told too', () => {
  const [english, simple] = textCoverage(compile(files));
  expect([english?.language, simple?.language]).toEqual(['en', 'de-simple']);
  expect(english?.texts.there).toBe(0);
  expect(english?.texts.total).toBe(english?.texts.missing.length);
});
