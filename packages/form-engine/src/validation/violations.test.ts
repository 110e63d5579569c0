import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answers } from '../answers/answers.js';
import { pruneAnswers } from '../answers/prune.js';
import { field, formOf, german, group, rule, self } from '../form/form.test-support.js';
import type { Form } from '../form/form.js';
import { pageAddress } from '../form/navigation.js';
import type { Condition } from '../rules/ast.js';
import { evaluate } from '../rules/evaluate.js';
import { checkForm } from './check-page.js';

const filled = (id: string): Condition => ({ not: { is_empty: self(id) } });
const many = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => field(`${prefix}${index}`, { min: 0 }));

const open = (form: Form, answers: Answers): string[] =>
  checkForm(form, evaluate(form, answers), german(form)).flatMap(({ page, messages }) =>
    messages.map(({ code, name }) => `${pageAddress(page)}: ${code} ${name}`),
  );

describe('a broken rule', () => {
  const eitherOr = rule('', { effect: 'valid', condition: { xor: [filled('G1'), filled('G2')] } });

  it('between two groups that are pages is said on the later page', () => {
    const groups = [group('G1', [field('F1')], { min: 0, label: 'Eins' }), group('G2', [field('F2')], { min: 0, label: 'Zwei' })];
    const form = formOf(groups, { rules: [eitherOr] });
    expect(open(form, {})).toEqual(['zwei: rule G2']);
    expect(open(form, { G1: { F1: 'x' }, G2: { F2: 'y' } })).toEqual(['zwei: rule G2']);
    expect(open(form, { G1: { F1: 'x' } })).toEqual([]);
  });

  it('between lists is said on the page of the last list', () => {
    const lists = [
      group('G1', [field('F1')], { min: 0, max: null, label: 'Eins' }),
      group('G2', [field('F2')], { min: 0, max: null, label: 'Zwei' }),
    ];
    const form = formOf(lists, { rules: [rule('', { effect: 'valid', condition: { or: [filled('G1'), filled('G2')] } })] });
    expect(open(form, {})).toEqual(['zwei: rule G2']);
  });

  it('is said where a question is still asked, if another one is hidden', () => {
    const form = formOf([group('G1', [field('F1', { min: 0 }), field('F2', { min: 0 }), field('F3', { min: 0 })], { label: 'Seite' })], {
      rules: [
        rule('G1', { effect: 'valid', condition: { or: [filled('F1'), filled('F2'), filled('F3')] } }),
        rule('G1', { effect: 'forbid', target: 'self.F1', condition: true }),
      ],
    });
    expect(open(form, {})).toEqual(['seite: rule G1/F2']);
  });

  it('is never passed over: what is violated cannot be submitted', () => {
    const ids = ['G1', 'G2', 'G3'];
    const answer = fc.constantFrom('none', 'first', 'second');
    fc.assert(
      fc.property(fc.tuple(answer, answer, answer), fc.subarray(ids, { minLength: 1 }), (given, about) => {
        const form = formOf(
          ids.map((id) => group(id, many(id, 14), { min: 0 })),
          {
            rules: [rule('', { effect: 'valid', condition: { xor: about.map(filled) } })],
          },
        );
        const answers = Object.fromEntries(
          ids.flatMap((id, index) => (given[index] === 'none' ? [] : [[id, { [`${id}${given[index] === 'first' ? 0 : 13}`]: 'x' }]])),
        );
        const broken = evaluate(form, answers).violations().length > 0;
        expect(open(form, answers).length > 0).toBe(broken);
      }),
    );
  });
});

describe('answers that forbid each other', () => {
  const form = formOf([group('G0', [field('F1', { min: 0 }), field('F2', { min: 0 })], { label: 'Seite' })], {
    rules: [
      rule('G0', { effect: 'forbid', target: 'self.F2', condition: filled('F1') }),
      rule('G0', { effect: 'forbid', target: 'self.F1', condition: filled('F2') }),
    ],
  });

  it('stay asked and are named, so that the person can remove one', () => {
    expect(open(form, { G0: { F1: 'a', F2: 'b' } })).toEqual(['seite: conflict G0/F1', 'seite: conflict G0/F2']);
    expect(open(form, { G0: { F1: 'a' } })).toEqual([]);
    expect(open(form, {})).toEqual([]);
  });

  it('are handed over the same, however often what is irrelevant is left out', () => {
    const pruned = pruneAnswers(form, evaluate(form, { G0: { F1: 'a', F2: 'b' } }));
    expect(pruneAnswers(form, evaluate(form, pruned))).toEqual(pruned);
  });
});

describe('a group as a whole', () => {
  it('that is a choice and a page of its own takes exactly one of its parts', () => {
    const form = formOf([group('G1', [field('F1', { min: 0 }), field('F2', { min: 0 })], { choice: true, label: 'Wahl' })]);
    expect(open(form, {})).toEqual(['wahl: choice G1']);
    expect(open(form, { G1: { F1: 'a', F2: 'b' } })).toEqual(['wahl: choice G1']);
    expect(open(form, { G1: { F2: 'b' } })).toEqual([]);
  });

  it('that is a repeated choice takes exactly one part in each entry', () => {
    const form = formOf([group('G1', [field('F1', { min: 0 }), field('F2', { min: 0 })], { choice: true, max: null, label: 'Wahl' })]);
    expect(open(form, { G1: [{ F1: 'a' }, { F1: 'a', F2: 'b' }, {}] })).toEqual(['wahl-2/2: choice G1[1]', 'wahl-2/3: choice G1[2]']);
  });

  it('counts only parts that are asked', () => {
    const form = formOf(
      [group('G0', [field('F0', { min: 0 }), group('G1', [field('F1', { min: 0 }), field('F2', { min: 0 })], { choice: true })])],
      {
        rules: [rule('G0', { effect: 'forbid', target: 'self.G1.F2', condition: { equal: [self('F0'), 'nein'] } })],
      },
    );
    expect(open(form, { G0: { F0: 'nein', G1: { F1: 'a', F2: 'alt' } } })).toEqual([]);
  });

  it('that a rule demands may not stay empty, though each question in it may', () => {
    const form = formOf(
      [group('G0', [field('F0'), group('G1', [field('F1', { min: 0 }), field('F2', { min: 0 })], { min: 0 })], { label: 'Seite' })],
      {
        rules: [rule('G0', { effect: 'require', target: 'self.G1', condition: { equal: [self('F0'), 'ja'] } })],
      },
    );
    expect(open(form, { G0: { F0: 'ja' } })).toEqual(['seite: required G0/G1']);
    expect(open(form, { G0: { F0: 'ja', G1: { F2: 'x' } } })).toEqual([]);
    expect(open(form, { G0: { F0: 'nein' } })).toEqual([]);
  });

  it('is not begun by an old answer that is no longer asked', () => {
    const form = formOf([group('G0', [field('F0')]), group('G1', [field('F1'), field('F2', { min: 0 })], { min: 0 })], {
      rules: [rule('', { effect: 'forbid', target: 'self.G1.F2', condition: { equal: [self('G0.F0'), 'nein'] } })],
    });
    const answers = { G0: { F0: 'nein' }, G1: { F2: 'alt' } };
    expect(open(form, answers)).toEqual([]);
    expect(pruneAnswers(form, evaluate(form, answers))).toEqual({ G0: { F0: 'nein' } });
  });
});
