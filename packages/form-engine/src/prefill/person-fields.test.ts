import { describe, expect, test } from '@jest/globals';
import { field, formOf, group } from '../form/form.test-support.js';
import type { FormNode } from '../form/form-node.js';
import { personFields } from './person-fields.js';

const found = (...nodes: FormNode[]): string[] =>
  personFields(formOf(nodes)).map(({ position, attribute }) => `${position.path} ${attribute}`);

const name = field('F1', { attribute: 'family-name' });

describe('questions about the person who applies', () => {
  test('harmonised ones in a group about the applicant, at any depth', () => {
    expect(found(group('G1', [group('G2', [name])], { about: 'applicant' }))).toEqual(['G1/G2/F1 family-name']);
  });

  test('not where nobody says whom the group is about', () => expect(found(group('G1', [name]), name)).toEqual([]));

  test('the nearest group decides: not the child of the applicant', () => {
    expect(found(group('G1', [group('G2', [name], { about: 'other' })], { about: 'applicant' }))).toEqual([]);
  });

  test('what the package names, wherever it stands', () => {
    expect(found(group('G1', [field('F2', { prefill: 'email' })], { about: 'other' }))).toEqual(['G1/F2 email']);
  });

  test('what the package takes out', () => {
    expect(found(group('G1', [field('F1', { attribute: 'family-name', prefill: 'none' })], { about: 'applicant' }))).toEqual([]);
  });

  test('nothing in lists, nothing hidden or fixed', () => {
    const parts = [
      group('G2', [name], { max: null }),
      field('F3', { attribute: 'email', hidden: true }),
      field('F4', { attribute: 'email', locked: true, initial: 'x' }),
    ];
    expect(found(group('G1', parts, { about: 'applicant' }))).toEqual([]);
  });
});
