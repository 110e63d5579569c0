import { describe, expect, test } from '@jest/globals';
import type { Answers } from '../answers/answers.js';
import { compile } from './package.test-support.js';
import { runCase } from './run-case.js';
import type { WorkedCase } from './worked-case.js';

const pkg = compile({
  'form.yaml': `
pages:
  - { slug: anlass, title: Anlass, elements: [F1, G1] }
  - { slug: hunde, title: Hunde, elements: [G2] }
`,
  'rules.yaml': `
fees:
  - { key: steuer, label: Steuer, period: year, count: G2, rows: [{ label: Hund, amounts: ['85,80', '102,00'] }] }
`,
});
const answers: Answers = { F1: '001', G1: { F2: 'Çelik' }, G2: [{ F2: 'Rex', F4: true }] };
const run = (expected: WorkedCase['expect'], given = answers): string[] =>
  runCase(pkg, { name: 'Probe', answers: given, expect: expected });

describe('running a worked case', () => {
  test('finds nothing where all is as expected', () => {
    const payload = { 'antrag-json': { 'F1V1.0.0': '001', G2: [{ F2: 'Rex' }] } };
    expect(run({ fees: { steuer: '85,80' }, messages: [], pages: ['anlass', 'hunde', 'hunde-2/1'], payload })).toEqual([]);
  });

  test('finds a wrong, a missing and a surplus fee', () => {
    expect(run({ fees: { steuer: '85,81' } })).toHaveLength(1);
    expect(run({ fees: {} })).toHaveLength(1);
    expect(run({ fees: { steuer: '85,80', express: '5,00' } })).toHaveLength(1);
  });

  test('finds messages that were not expected and expected ones that did not come', () => {
    expect(run({ messages: [{ at: 'F1', code: 'required' }] })).toEqual(['messages: fehlt: F1 required']);
    expect(run({ messages: [] }, { F1: '001' }).length).toBeGreaterThan(0);
    expect(run({ messages: [{ at: 'G1/F2', code: 'required' }] }, { ...answers, G1: {} })).toEqual([]);
  });

  test('finds wrong pages and payloads', () => {
    expect(run({ pages: ['anlass'] })).toHaveLength(1);
    expect(run({ payload: { 'antrag-json': { G2: [] } } })).toHaveLength(1);
    expect(run({ payload: { 'antrag-json': { 'F1V1.0.0': '002' } } })).toHaveLength(1);
    expect(run({ payload: { weg: {} } })).toHaveLength(1);
  });

  test('finds answers to questions that do not exist', () => {
    expect(run({ messages: [] }, { ...answers, F99: 'x', G1: { F2: 'a', F98: 'x' } })).toEqual([
      'answers: G1/F98 gibt es im Formular nicht',
      'answers: F99 gibt es im Formular nicht',
    ]);
  });
});
