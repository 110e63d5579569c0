import { describe, expect, test } from '@jest/globals';
import type { PackageError } from './package-error.js';
import { errorOf, service } from './package.test-support.js';
import { readPackageFiles } from './read-package-files.js';

const read = (files: Readonly<Record<string, string>>) => readPackageFiles(new Map(Object.entries({ 'service.yaml': service, ...files })));
const fail = (files: Readonly<Record<string, string>>): PackageError => errorOf(() => read(files));

describe('the files of a package', () => {
  test('service.yaml is enough', () => {
    const { outputs, workflow, cases } = read({});
    expect(outputs.outputs.map(({ format }) => format)).toEqual(['fim-json', 'fim-xml', 'pdf']);
    expect(workflow.decisions).toHaveLength(2);
    expect(cases).toEqual([]);
  });

  test('a missing service.yaml is named', () => {
    expect(errorOf(() => readPackageFiles(new Map())).problems).toMatchObject([{ code: 'package-file-missing', file: 'service.yaml' }]);
  });

  test('a misspelt file name is no silent loss; FIM sources, notices and a README are left alone', () => {
    expect(fail({ 'form.yml': '' })).toMatchObject({ code: 'package-file-unknown', file: 'form.yml' });
    expect(() => read({ 'fim/S1.xml': '<x', 'notices/a.hbs': '{{', 'README.md': '#' })).not.toThrow();
  });

  test('broken YAML is reported with its line and column', () => {
    expect(fail({ 'form.yaml': 'labels:\n  F1: "offen\n' })).toMatchObject({ code: 'package-yaml', file: 'form.yaml', line: 3 });
    expect(fail({ 'form.yaml': 'labels: {}\nlabels: {}\n' })).toMatchObject({ code: 'package-yaml', line: 2, column: 1 });
  });

  test('a misspelt key is reported where it stands, with what is possible', () => {
    const error = fail({ 'form.yaml': 'hide: []\npage:\n  - x\n' });
    expect(error).toMatchObject({ code: 'package-shape', file: 'form.yaml', path: '/page', line: 2, column: 1 });
    expect(error.message).toContain('pages');
  });

  test('all mistakes are reported at once', () => {
    const error = fail({ 'service.yaml': 'key: Müll\nversion: 1.0\n', 'rules.yaml': 'fees: 3' });
    expect(error.problems.map(({ file, path }) => `${file}${path}`).sort()).toEqual([
      'rules.yaml/fees',
      'service.yaml',
      'service.yaml/key',
      'service.yaml/version',
    ]);
  });

  test('a period of retention has one length, and belongs to a state that an application may be left in', () => {
    const retention = (yaml: string) => read({ 'service.yaml': `${service}\nretention: ${yaml}\n` });
    expect(retention('{ decided: { years: 10, from: year-end }, withdrawn: { months: 6 } }').service.retention).toEqual({
      decided: { years: 10, from: 'year-end' },
      withdrawn: { months: 6 },
    });
    for (const wrong of [
      '{}',
      '{ submitted: { days: 1 } }',
      '{ decided: { years: 1, months: 1 } }',
      '{ decided: { from: year-end } }',
      '{ decided: 10 }',
    ])
      expect(errorOf(() => retention(wrong))).toMatchObject({ code: 'package-shape', file: 'service.yaml' });
  });

  test('keys stay texts: code 001 is not the number 1', () => {
    const { texts } = read({ 'texts/en.yaml': 'elements:\n  F1:\n    codes:\n      001: Registration\n' });
    expect(texts.en?.elements?.['F1']?.codes).toEqual({ '001': 'Registration' });
  });

  test('an amount is a text with two decimals', () => {
    const fee = (amount: string): string =>
      `fees:\n  - key: a\n    label: A\n    period: year\n    rows:\n      - label: B\n        amounts: [${amount}]\n`;
    expect(() => read({ 'rules.yaml': fee('"85,80"') })).not.toThrow();
    for (const amount of ['85.80', '"85"', '"85,8"', '"-1,00"']) expect(fail({ 'rules.yaml': fee(amount) }).code).toBe('package-shape');
  });

  test('a condition has exactly one operator, of two operands', () => {
    const rule = (condition: string): string =>
      `rules:\n  - id: R1\n    statements:\n      - effect: forbid\n        target: self.F1\n        condition: ${condition}\n`;
    expect(() => read({ 'rules.yaml': rule('{ and: [{ equal: [{ identifier: self.F1 }, "001"] }, { not: true }] }') })).not.toThrow();
    for (const condition of ['{ equal: [1] }', '{ equal: [1, 2], not: true }', '{ same: [1, 2] }', '{ and: [] }', '"self.F1"']) {
      expect(fail({ 'rules.yaml': rule(condition) }).problems[0]).toMatchObject({ code: 'package-shape', file: 'rules.yaml' });
    }
  });

  test('columns belong to mapped outputs only', () => {
    const output = (format: string, more: string): string => `outputs:\n  - key: a\n    format: ${format}\n    fileName: a.txt\n${more}`;
    const columns = '    columns: [{ name: x, constant: "1" }]\n';
    expect(() => read({ 'outputs.yaml': output('mapped-csv', columns) })).not.toThrow();
    expect(fail({ 'outputs.yaml': output('fim-json', columns) }).path).toBe('/outputs/0/columns');
    expect(fail({ 'outputs.yaml': output('mapped-csv', '') }).message).toContain('columns');
  });

  test('aliases that multiply are refused', () => {
    const rows = Array.from({ length: 9 }, (_, index) => `x${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]`);
    expect(fail({ 'form.yaml': `x0: &a0 [lol]\n${rows.join('\n')}\n` }).code).toBe('package-yaml');
  });
});
