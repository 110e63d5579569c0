import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answers } from '../answers/answers.js';
import { at, field, formOf, group, rule, self } from '../form/form.test-support.js';
import type { Form } from '../form/form.js';
import type { Condition, Effect, Statement } from './ast.js';
import { evaluate } from './evaluate.js';

const when = (effect: Effect, target: string, condition: Condition): Statement => ({ effect, target: `self.${target}`, condition });

function state(form: Form, answers: Answers, path: string, indices: number[] = [], land?: string): string {
  const evaluation = evaluate(form, answers, land === undefined ? {} : { land });
  if (!evaluation.relevant(at(form, path), indices)) return 'not relevant';
  return evaluation.required(at(form, path), indices) ? 'required' : 'optional';
}

describe('relevance and requirement', () => {
  it('R60000000020: Anschrift Inland is required for 001, forbidden for anything else', () => {
    const form = formOf([field('F263', { min: 0 }), group('G88', [field('F1')], { min: 0 })], {
      rules: [
        rule('', when('require', 'G88', { equal: [self('F263'), '001'] }), when('forbid', 'G88', { not_equal: [self('F263'), '001'] })),
      ],
    });
    expect(state(form, { F263: '001' }, 'G88')).toBe('required');
    expect(state(form, { F263: '001' }, 'G88/F1')).toBe('required');
    expect(state(form, { F263: '002' }, 'G88')).toBe('not relevant');
    expect(state(form, { F263: '002' }, 'G88/F1')).toBe('not relevant');
    expect(state(form, {}, 'G88')).toBe('not relevant');
  });

  it('R00000002589: a group that is activated for JA is not relevant before', () => {
    const form = formOf([field('F3445', { type: 'boolean' }), group('G2211', [field('F1')], { min: 0 })], {
      rules: [
        rule('', when('activate', 'G2211', { equal: [self('F3445'), true] }), when('forbid', 'G2211', { equal: [self('F3445'), false] })),
      ],
    });
    expect(state(form, {}, 'G2211')).toBe('not relevant');
    expect(state(form, { F3445: true }, 'G2211')).toBe('optional');
    expect(state(form, { F3445: true }, 'G2211/F1')).toBe('required');
    expect(state(form, { F3445: false }, 'G2211')).toBe('not relevant');
  });

  it('an optional group asks for its required fields only once it was begun', () => {
    const form = formOf([group('G1', [field('F1'), field('F2', { min: 0 })], { min: 0 })]);
    expect(state(form, {}, 'G1/F1')).toBe('optional');
    expect(state(form, { G1: { F2: 'x' } }, 'G1/F1')).toBe('required');
  });

  it('the answer to a question that is no longer asked counts as not given', () => {
    const form = formOf([field('F1'), field('F2', { min: 0 }), field('F3', { min: 0 })], {
      rules: [
        rule('', when('forbid', 'F2', { not_equal: [self('F1'), 'a'] })),
        rule('', when('activate', 'F3', { equal: [self('F2'), 'b'] })),
      ],
    });
    expect(state(form, { F1: 'a', F2: 'b' }, 'F3')).toBe('optional');
    expect(state(form, { F1: 'x', F2: 'b' }, 'F3')).toBe('not relevant');
  });

  it('rules inside a repeated group look at their own entry', () => {
    const form = formOf([group('G1', [field('F1'), field('F2', { min: 0 })], { max: null })], {
      rules: [rule('G1', when('require', 'F2', { equal: [self('F1'), 'ja'] }), when('forbid', 'F2', { not_equal: [self('F1'), 'ja'] }))],
    });
    const answers = { G1: [{ F1: 'ja' }, { F1: 'nein' }] };
    expect(state(form, answers, 'G1/F2', [0])).toBe('required');
    expect(state(form, answers, 'G1/F2', [1])).toBe('not relevant');
  });

  it('rules outside of a repeated group are met by any entry', () => {
    const form = formOf([group('G1', [field('F1')], { max: null }), field('F2', { min: 0 })], {
      rules: [rule('', when('activate', 'F2', { equal: [self('G1.F1'), 'ja'] }))],
    });
    expect(state(form, { G1: [{ F1: 'nein' }, { F1: 'ja' }] }, 'F2')).toBe('optional');
    expect(state(form, { G1: [{ F1: 'nein' }] }, 'F2')).toBe('not relevant');
  });

  it('R05000015422: what holds for SN does not hold for NW', () => {
    const form = formOf([field('F1', { min: 0 })], {
      rules: [rule('', when('activate', 'F1', { land: ['SN'] }), when('forbid', 'F1', { not: { land: ['SN'] } }))],
    });
    expect(state(form, {}, 'F1', [], 'SN')).toBe('optional');
    expect(state(form, {}, 'F1', [], 'NW')).toBe('not relevant');
  });

  it('a contradiction never hides a question, and does not demand it', () => {
    const form = formOf([field('F1'), field('F2')], {
      rules: [rule('', when('require', 'F2', { equal: [self('F1'), 'a'] }), when('forbid', 'F2', { equal: [self('F1'), 'a'] }))],
    });
    expect(state(form, { F1: 'a' }, 'F2')).toBe('required');
    const optional = formOf([field('F1'), field('F2', { min: 0 })], { rules: form.definition.rules });
    expect(state(optional, { F1: 'a' }, 'F2')).toBe('optional');
  });

  it('names the rule that decided', () => {
    const asks = rule('', when('activate', 'F2', { identifier: 'self.F1' }));
    const form = formOf([field('F1', { type: 'boolean' }), field('F2', { min: 0 })], { rules: [asks] });
    expect(evaluate(form, { F1: true }).reasons(at(form, 'F2'), [])).toEqual([asks]);
  });
});

describe('violations', () => {
  const entweder = rule('G1', {
    effect: 'valid',
    condition: { xor: [{ not: { is_empty: self('G2') } }, { not: { is_empty: self('G3') } }] },
    message: 'entweder oder',
  });
  const form = formOf([group('G1', [group('G2', [field('F1')], { min: 0 }), group('G3', [field('F2')], { min: 0 })], { min: 0 })], {
    rules: [entweder],
  });

  it('R60000000019: either one group or the other, not both', () => {
    expect(evaluate(form, { G1: { G2: { F1: 'x' } } }).violations()).toEqual([]);
    expect(evaluate(form, { G1: { G2: { F1: 'x' }, G3: { F2: 'y' } } }).violations()).toHaveLength(1);
  });

  it('an optional group that was not begun violates nothing', () => {
    expect(evaluate(form, {}).violations()).toEqual([]);
  });
});

describe('evaluation as a whole', () => {
  const ids = ['F0', 'F1', 'F2', 'F3'];
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({
      equal: fc.tuple(
        fc.constantFrom(...ids).map((id) => self(id)),
        fc.constantFrom('a', 'b'),
      ),
    }),
    fc.record({ is_empty: fc.constantFrom(...ids).map((id) => self(id)) }),
    fc.record({ not: fc.record({ is_empty: fc.constantFrom(...ids).map((id) => self(id)) }) }),
  );
  const target = fc.constantFrom(...ids).map((id) => `self.${id}`);
  const statement: fc.Arbitrary<Statement> = fc.oneof(
    fc.record({ effect: fc.constantFrom<Effect>('require', 'forbid', 'activate'), target, condition }),
    fc.record({
      effect: fc.constant<Effect>('prefill'),
      target,
      condition,
      value: fc.oneof(
        fc.constantFrom('a', 'b'),
        fc.constantFrom(...ids).map((id) => self(id)),
      ),
    }),
    fc.record({ effect: fc.constant<Effect>('restrict'), target, condition, codes: fc.subarray(['a', 'b']) }),
  );
  const answers = fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('a', 'b'));

  it('ends and does not depend on the order of rules or of questions asked, also where rules run in circles', () => {
    fc.assert(
      fc.property(
        fc.array(statement, { maxLength: 8 }),
        answers,
        fc.array(fc.nat(100), { minLength: 8, maxLength: 8 }),
        (statements, given, keys) => {
          const shuffled = statements
            .map((one, index) => [keys[index] ?? 0, one] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, one]) => one);
          const states = (list: readonly Statement[], order: readonly string[]) => {
            const form = formOf(
              ids.map((id) => field(id, { min: 0 })),
              { rules: list.map((one) => rule('', one)) },
            );
            const evaluation = evaluate(form, given);
            return Object.fromEntries(
              order.map((id) => {
                const position = at(form, id);
                return [
                  id,
                  [
                    evaluation.relevant(position, []),
                    evaluation.required(position, []),
                    evaluation.prefilled(position, []),
                    evaluation.allowed(position, []),
                  ],
                ];
              }),
            );
          };
          expect(states(shuffled, [...ids].reverse())).toEqual(states(statements, ids));
        },
      ),
    );
  });
});
