import { describe, expect, test } from '@jest/globals';
import { compile, errorOf } from './package.test-support.js';

const declarations = (...lines: readonly string[]): string => `declarations:\n${lines.map((line) => `  - { ${line} }\n`).join('')}`;
const workflow = (...lines: readonly string[]): Record<string, string> => ({ 'workflow.yaml': declarations(...lines) });
const columns = (key: string): Record<string, string> => ({
  'outputs.yaml': `outputs: [{ key: m, format: mapped-json, fileName: m.json, columns: [{ name: A, declaration: ${key} }] }]\n`,
});

describe('declarations of a package', () => {
  // GDPR, Art. 7 (3) and (4), and Art. 4 (11).
  test.each([
    ['a consent that does not say how to withdraw it', 'key: a, text: A, kind: consent', '/declarations/0'],
    ['a consent that is required', 'key: a, text: A, kind: consent, withdrawal: W, required: true', '/declarations/0/required'],
    ['a declaration that could be withdrawn', 'key: a, text: A, withdrawal: W', '/declarations/0/withdrawal'],
    ['one without words', 'key: a', '/declarations/0'],
    ['an unknown kind', 'key: a, text: A, kind: opt-out', '/declarations/0/kind'],
    [
      'a norm whose link is no address',
      "key: a, text: A, legalBasis: [{ text: N, link: 'javascript:x' }]",
      '/declarations/0/legalBasis/0/link',
    ],
  ])('refuses %s', (_, line, path) => {
    const { problems } = errorOf(() => compile(workflow(line)));
    expect(problems.map((problem) => [problem.code, problem.path])).toContainEqual(['package-shape', path]);
  });

  test('refuses two with one key, and an output of one that is not there', () => {
    expect(errorOf(() => compile(workflow('key: a, text: A', 'key: a, text: B'))).problems).toMatchObject([
      { code: 'package-reference', path: 'declarations/a' },
    ]);
    expect(errorOf(() => compile({ ...workflow('key: a, text: A'), ...columns('b') })).problems).toMatchObject([
      { code: 'package-reference', path: 'm/A' },
    ]);
    expect(compile({ ...workflow('key: a, text: A'), ...columns('a') }).outputs).toHaveLength(1);
  });

  test('texts for what is not declared are open items', () => {
    const texts = 'declarations: { a: { text: X, withdrawal: Y }, b: { text: Z } }\n';
    const { openItems, texts: flat } = compile({ ...workflow('key: a, text: A'), 'texts/en.yaml': texts });
    expect(flat.en).toEqual({ 'declaration.a': 'X' });
    expect(openItems.map(({ path }) => path)).toEqual(['declaration.a.withdrawal', 'declaration.b']);
  });

  test('a package without any is what it was', () => {
    expect(compile().workflow).not.toHaveProperty('declarations');
  });
});
