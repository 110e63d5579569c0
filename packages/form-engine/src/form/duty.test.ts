import { describe, expect, test } from '@jest/globals';
import type { Rule } from '../rules/ast.js';
import { compileForm } from './compile-form.js';
import { dutyOf } from './duty.js';
import type { FormNode } from './form-node.js';

const part = { label: 'x', legalBasis: [], origin: 'fim', min: 1, max: 1 } as const;
const field = (id: string, min = 1): FormNode => ({ ...part, kind: 'field', id, min, type: 'text', constraints: {} });
const group = (id: string, children: readonly FormNode[], more: object = {}): FormNode => ({
  ...part,
  kind: 'group',
  id,
  children,
  ...more,
});

const rule = (effect: 'require' | 'forbid' | 'activate', target: string): Rule => ({
  id: `${effect}-${target}`,
  legalBasis: [],
  owner: '',
  statements: [{ effect, target: `self.${target}`, condition: { equal: [{ identifier: 'self.F1' }, 'x'] } }],
});

const children = [
  field('F1'),
  field('F2', 0),
  field('F3', 0),
  field('F4'),
  group('G1', [field('F5'), field('F6', 0)], { min: 0 }),
  group('G2', [field('F7')]),
  group('G3', [group('G4', [field('F8')])]),
  group('G5', [field('F9'), field('F10')], { choice: true }),
  group('G6', [field('F11')], { max: null }),
];
const form = compileForm({
  schema: { id: 'S1', name: 'x' },
  children,
  codeLists: {},
  rules: [rule('require', 'F3'), rule('forbid', 'F4'), rule('activate', 'G3')],
});

describe('whether a question must be answered, before anything is answered', () => {
  test.each([
    ['F1', 'required'],
    ['F2', 'optional'],
    ['F3', 'depends'],
    ['F4', 'depends'],
    ['G1/F5', 'depends'],
    ['G1/F6', 'optional'],
    ['G2/F7', 'required'],
    ['G3/G4/F8', 'depends'],
    ['G5/F9', 'depends'],
    ['G6/F11', 'required'],
  ])('%s: %s', (path, duty) => {
    const position = form.byPath.get(path);
    expect(position && dutyOf(form, position)).toBe(duty);
  });
});
