import { describe, expect, test } from '@jest/globals';
import { packageMisfits } from './package-misfits.js';
import { children, errorOf, formOfPackage, service } from './package.test-support.js';

const files = (given: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries({ 'service.yaml': service, ...given }));

const misfits = (given: Readonly<Record<string, string>>, nodes = children): readonly string[] =>
  packageMisfits(files(given), formOfPackage(nodes)).map(({ file, path, blocks }) => `${file} ${path}${blocks ? ' !' : ''}`);

const everything = {
  'form.yaml': 'labels: { G2/F4: Gefährlich? }\nhide: [G1/F3]\npages: [{ slug: a, title: A, elements: [F1, G1, G2] }]\n',
  'rules.yaml': `
rules:
  - { id: K1, owner: G2, statements: [{ effect: forbid, target: self.F2, condition: { identifier: self.F4 } }] }
fees: [{ key: steuer, label: Steuer, period: year, count: G2, rows: [{ label: Hund, amounts: ['85,80'] }] }]
`,
  'outputs.yaml': 'outputs: [{ key: csv, format: mapped-csv, fileName: a.csv, forEach: G2, columns: [{ name: A, from: self/F4 }] }]\n',
  'texts/en.yaml': 'elements: { G2/F4: { label: Dangerous? }, F1: { codes: { 001: Registration } } }\nrules: { K1: No. }\n',
};

describe('packageMisfits', () => {
  test('finds nothing where everything fits', () => {
    expect(misfits(everything)).toEqual([]);
  });

  test('finds everything that names an element which is gone, whatever else is wrong', () => {
    expect(misfits(everything, children.slice(0, 2))).toEqual([
      'rules.yaml K1 !',
      'rules.yaml steuer !',
      'outputs.yaml csv !',
      'form.yaml G2/F4',
      'form.yaml G2',
      'texts/en.yaml G2/F4',
    ]);
  });

  test('refuses files that are wrong in themselves', () => {
    expect(errorOf(() => misfits({ 'form.yaml': 'label: {}\n' })).code).toBe('package-shape');
  });
});
