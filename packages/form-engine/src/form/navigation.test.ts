import { describe, expect, it } from '@jest/globals';
import type { Answers } from '../answers/answers.js';
import { evaluate } from '../rules/evaluate.js';
import { field, formOf, group, rule, self } from './form.test-support.js';
import { findPage, firstPage, nextPage, pageAddress, pageSequence, previousPage, progressOf } from './navigation.js';

const form = formOf(
  [
    group('G1', [field('F1', { type: 'boolean' })], { label: 'Start' }),
    group('G2', [field('F2')], { label: 'Nur bei Ja', min: 0 }),
    group('G3', [field('F3'), group('G4', [field('F4')], { label: 'Impfung', min: 0, max: null })], { label: 'Hund', max: 3 }),
    group('G5', [field('F5')], { label: 'Ende' }),
  ],
  { rules: [rule('', { effect: 'activate', target: 'self.G2', condition: { equal: [self('G1.F1'), true] } })] },
);

const addresses = (answers: Answers): string[] => pageSequence(form, evaluate(form, answers)).map(pageAddress);

function walk(answers: Answers, from: string): string {
  const [slug = '', instance] = from.split('/');
  const evaluation = evaluate(form, answers);
  const here = findPage(form, evaluation, slug, instance);
  const next = here && nextPage(form, evaluation, here);
  return next ? pageAddress(next) : 'check';
}

describe('navigation', () => {
  it('leaves out pages on which nothing is asked', () => {
    expect(addresses({})).not.toContain('nur-bei-ja');
    expect(addresses({ G1: { F1: true } })).toContain('nur-bei-ja');
  });

  it('asks the first entry at once where one is required, then shows the list', () => {
    expect(walk({ G1: { F1: false } }, 'start')).toBe('hund-2/1');
    const one = { G3: [{ F3: 'Bello' }] };
    expect(walk(one, 'hund-2/1')).toBe('impfung/1');
    expect(walk(one, 'impfung/1')).toBe('hund');
    expect(walk(one, 'hund')).toBe('ende');
    expect(walk(one, 'ende')).toBe('check');
  });

  it('has a way back from everywhere', () => {
    const answers = { G3: [{ F3: 'Bello', G4: [{ F4: 'Tollwut' }] }] };
    const evaluation = evaluate(form, answers);
    const back = (slug: string, instance?: string): string | undefined => {
      const page = findPage(form, evaluation, slug, instance);
      const before = page && previousPage(form, evaluation, page);
      return before ? pageAddress(before) : undefined;
    };
    expect(back('impfung-2', '1.1')).toBe('impfung/1');
    expect(back('impfung', '1')).toBe('hund-2/1');
    expect(back('hund-2', '1')).toBe('hund');
    expect(back('ende')).toBe('hund');
    expect(back('start')).toBeUndefined();
  });

  it('finds nothing at addresses that do not exist for these answers', () => {
    const evaluation = evaluate(form, { G3: [{ F3: 'Bello' }] });
    for (const [slug, instance] of [
      ['hund-2', '2'],
      ['hund-2', undefined],
      ['hund-2', '0'],
      ['hund-2', '1.1'],
      ['nur-bei-ja', undefined],
      ['start', '1'],
      ['../x', undefined],
      ['start', 'a'],
    ] as const) {
      expect(findPage(form, evaluation, slug, instance)).toBeNull();
    }
  });

  it('counts entries and their pages as one step', () => {
    const evaluation = evaluate(form, { G3: [{ F3: 'Bello' }] });
    const page = findPage(form, evaluation, 'impfung', '1');
    expect(page && progressOf(form, evaluation, page)).toEqual({ step: 2, steps: 3 });
    const first = firstPage(form, evaluation);
    expect(first && pageAddress(first)).toBe('start');
  });
});
