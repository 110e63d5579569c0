import { describe, expect, test } from '@jest/globals';
import { compile, errorOf, formOfPackage } from './package.test-support.js';

const fee = (count: string, identifier = 'self.F4'): string => `
fees:
  - key: steuer
    label: Steuer
    period: year
    count: ${count}
    rows: [{ label: Hund, when: { identifier: ${identifier} }, amounts: ['85,80', '102,00'] }]
`;
const rule = (owner: string, target: string): string => `
rules:
  - id: K1
    ${owner}
    statements: [{ effect: forbid, target: ${target}, condition: { equal: [{ identifier: self.F4 }, true] } }]
`;
const columns = (forEach: string, column: string): string => `
outputs:
  - { key: csv, format: mapped-csv, fileName: a.csv, ${forEach} columns: [{ name: A, ${column} }] }
`;

describe('compiling a package', () => {
  test('gives the same digest for the same content, another for any other', () => {
    const files = { 'texts/en.yaml': 'pages: {}', 'rules.yaml': fee('G2') };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(compile(files).digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(compile(reversed).digest).toBe(compile(files).digest);
    expect(compile({ ...files, 'rules.yaml': fee('G2').replace('85,80', '85,81') }).digest).not.toBe(compile(files).digest);
  });

  test('gives something that nobody can change', () => {
    const form = formOfPackage();
    const pkg = compile({}, form);
    expect(Object.isFrozen(pkg.form.children[1])).toBe(true);
    expect(Object.isFrozen(form.children)).toBe(false);
  });

  test('reads amounts as cents', () => {
    expect(compile({ 'rules.yaml': fee('G2') }).fees[0]?.rows[0]?.amounts).toEqual([8580, 10200]);
  });

  test('adds its rules to those of FIM', () => {
    const { rules } = compile({ 'rules.yaml': rule('owner: G2', 'self.F2') }).form;
    expect(rules).toMatchObject([{ id: 'K1', owner: 'G2', legalBasis: [] }]);
  });

  test.each([
    ['a counted group that does not exist', { 'rules.yaml': fee('G7') }],
    ['a counted group with one entry', { 'rules.yaml': fee('G1') }],
    ['a fee that reads a field which is not in the entry', { 'rules.yaml': fee('G2', 'self.F3') }],
    ['a rule with an unknown owner', { 'rules.yaml': rule('owner: G7', 'self.F2') }],
    ['a rule with an unknown target', { 'rules.yaml': rule('owner: G2', 'self.F9') }],
    ['a column from a field that does not exist', { 'outputs.yaml': columns('', 'from: G1/F9') }],
    ['a column from inside an entry without forEach', { 'outputs.yaml': columns('', 'from: G2/F2') }],
    ['a column from self without forEach', { 'outputs.yaml': columns('', 'from: self/F2') }],
    ['a column with two sources', { 'outputs.yaml': columns('', 'from: F1, constant: x') }],
    ['a column without a source', { 'outputs.yaml': columns('', 'as: label') }],
    ['a fee that does not exist', { 'outputs.yaml': columns('', 'fee: steuer') }],
    ['forEach over a group with one entry', { 'outputs.yaml': columns('forEach: G1,', 'from: F1') }],
  ])('refuses %s', (_, files: Readonly<Record<string, string>>) => {
    const error = errorOf(() => compile(files));
    expect(error.problems).toMatchObject([{ code: 'package-reference', file: Object.keys(files)[0] }]);
  });

  test('accepts columns from entries and their fees', () => {
    const files = {
      'rules.yaml': fee('G2'),
      'outputs.yaml': columns('forEach: G2,', 'from: self/F2').replace('{ name: A', '{ name: B, entryFee: steuer }, { name: A'),
    };
    expect(compile(files).outputs).toHaveLength(1);
  });

  test('flattens texts; codes are found through their field', () => {
    const en = `
service: { title: Sample }
elements:
  F1: { label: What for?, codes: { 001: Registration } }
  G2/F2: { help: Its name }
fees: { steuer: { label: Tax, rows: [Dog] } }
decisions: { bewilligt: Granted }
`;
    expect(compile({ 'texts/en.yaml': en, 'rules.yaml': fee('G2') }).texts.en).toEqual({
      'service.title': 'Sample',
      'F1.label': 'What for?',
      'codes.anlass.001': 'Registration',
      'G2/F2.help': 'Its name',
      'fee.steuer': 'Tax',
      'fee.steuer.0': 'Dog',
      'decision.bewilligt': 'Granted',
    });
  });

  test('texts for what is not there are open items', () => {
    const en = 'elements: { F9: { label: x }, F1: { codes: { 999: x } } }\npages: { weg: x }\n';
    const { openItems, texts } = compile({ 'texts/en.yaml': en });
    expect(openItems.map(({ path, file }) => `${file} ${path}`)).toEqual([
      'texts/en.yaml page.weg',
      'texts/en.yaml F9',
      'texts/en.yaml codes.anlass.999',
    ]);
    expect(texts.en).toEqual({});
  });
});
