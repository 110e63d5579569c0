import { describe, expect, it } from '@jest/globals';
import { pruneAnswers } from '../answers/prune.js';
import { readPage } from '../answers/read-page.js';
import { at, field, formOf, german, group, rule, self } from '../form/form.test-support.js';
import type { Form } from '../form/form.js';
import { findPage } from '../form/navigation.js';
import { offeredCodes } from '../pages/form-views/options.js';
import { checkPage } from '../validation/check-page.js';
import type { Condition, Operand, Statement } from './ast.js';
import { evaluate } from './evaluate.js';

const codes = ['001', '002', '003'].map((code) => ({ code, label: `Wert ${code}` }));
const restrict = (target: string, allowed: readonly string[], condition: Condition = true): Statement => ({
  effect: 'restrict',
  target: `self.${target}`,
  codes: allowed,
  condition,
});
const prefill = (target: string, value: Operand, condition: Condition = true): Statement => ({
  effect: 'prefill',
  target: `self.${target}`,
  value,
  condition,
});
const hide = (target: string, condition: Condition = true): Statement => ({ effect: 'forbid', target: `self.${target}`, condition });

function withRules(...statements: readonly Statement[]): Form {
  return formOf(
    [
      group('G1', [
        field('F1', { type: 'select', codeList: 'liste', min: 0 }),
        field('F2', { type: 'boolean', min: 0 }),
        field('F3', { min: 0 }),
        field('F4', { min: 0, max: null }),
      ]),
    ],
    { codeLists: { liste: { codes } }, rules: statements.map((statement) => rule('G1', statement)) },
  );
}

describe('codes that a rule leaves', () => {
  const form = withRules(restrict('F1', ['001', '002'], { equal: [self('F2'), true] }), restrict('F1', ['002', '003']));
  const allowed = (given: boolean): readonly string[] | undefined => evaluate(form, { G1: { F2: given } }).allowed(at(form, 'G1/F1'), []);

  it('are what all rules that apply have in common', () => {
    expect(allowed(false)).toEqual(['002', '003']);
    expect(allowed(true)).toEqual(['002']);
  });

  it('are all codes, if rules leave nothing in common', () => {
    const contradicting = withRules(restrict('F1', ['001']), restrict('F1', ['003']));
    expect(evaluate(contradicting, {}).allowed(at(contradicting, 'G1/F1'), [])).toBeUndefined();
  });

  it('are the only ones that a post may bring, a page may keep, and a page offers', () => {
    const evaluation = evaluate(form, { G1: { F2: true, F1: '001' } });
    const page = findPage(form, evaluation, form.pages[0]?.slug ?? '');
    if (!page) throw new Error('no page');
    const refused = readPage(form, evaluation, page, { 'G1/F1': '003' }, german(form));
    expect(refused.messages).toMatchObject([{ code: 'not-in-list', name: 'G1/F1' }]);
    expect(readPage(form, evaluation, page, { 'G1/F1': '002' }, german(form)).messages).toEqual([]);
    expect(checkPage(form, evaluation, page, german(form))).toMatchObject([{ code: 'not-in-list', name: 'G1/F1' }]);
    expect(offeredCodes(codes, evaluation.allowed(at(form, 'G1/F1'), [])).map(({ code }) => code)).toEqual(['002']);
    expect(offeredCodes(codes, undefined)).toBe(codes);
  });
});

describe('a value that a rule fills in', () => {
  it('is a proposal while the element is asked: it counts once it was sent', () => {
    const form = withRules(prefill('F3', 'Vorschlag'), hide('F1', { equal: [self('F3'), 'Vorschlag'] }));
    const evaluation = evaluate(form, {});
    expect(evaluation.prefilled(at(form, 'G1/F3'), [])).toBe('Vorschlag');
    expect(evaluation.relevant(at(form, 'G1/F1'), [])).toBe(true);
    expect(pruneAnswers(form, evaluation)).toEqual({ G1: {} });
  });

  it('is carried by an element that is hidden: handed over, and seen by other rules', () => {
    const form = withRules(prefill('F1', '002'), hide('F1'), hide('F3', { equal: [self('F1'), '002'] }));
    const evaluation = evaluate(form, { G1: { F1: '001', F3: 'x' } });
    expect(evaluation.relevant(at(form, 'G1/F1'), [])).toBe(false);
    expect(evaluation.relevant(at(form, 'G1/F3'), [])).toBe(false);
    expect(pruneAnswers(form, evaluation)).toEqual({ G1: { F1: '002' } });
  });

  it('is a list where the element may repeat', () => {
    const form = withRules(prefill('F4', 'a'), hide('F4'));
    expect(pruneAnswers(form, evaluate(form, {}))).toEqual({ G1: { F4: ['a'] } });
  });

  it('may come from another answer, and is none if rules disagree', () => {
    const form = withRules(prefill('F3', self('F1')));
    expect(evaluate(form, { G1: { F1: '003' } }).prefilled(at(form, 'G1/F3'), [])).toBe('003');
    const disagreeing = withRules(prefill('F3', 'a'), prefill('F3', 'b'));
    expect(evaluate(disagreeing, {}).prefilled(at(disagreeing, 'G1/F3'), [])).toBeUndefined();
  });

  it('ends where two fields fill in each other', () => {
    const form = withRules(prefill('F1', self('F3')), prefill('F3', self('F1')), hide('F1'), hide('F3'));
    expect(evaluate(form, {}).prefilled(at(form, 'G1/F1'), [])).toBeUndefined();
    expect(pruneAnswers(form, evaluate(form, {}))).toEqual({ G1: {} });
  });

  it('is not handed over where the group around it is not asked', () => {
    const form = formOf([group('G1', [field('F1', { min: 0 })])], {
      rules: [rule('', prefill('G1.F1', 'a'), hide('G1.F1'), hide('G1'))],
    });
    expect(pruneAnswers(form, evaluate(form, {}))).toEqual({});
  });
});

describe('dates and ages', () => {
  const parts = { day: 'self.F1', month: 'self.F2', year: 'self.F3' };
  const form = (condition: Condition): Form =>
    formOf(
      ['F1', 'F2', 'F3'].map((id) => field(id, { type: 'integer', min: 0 })),
      { rules: [rule('', { effect: 'valid', condition })] },
    );
  const holds = (condition: Condition, [F1, F2, F3]: readonly (number | undefined)[], today?: string): boolean => {
    const given = { ...(F1 !== undefined && { F1 }), ...(F2 !== undefined && { F2 }), ...(F3 !== undefined && { F3 }) };
    return evaluate(form(condition), given, today === undefined ? {} : { today }).violations().length === 0;
  };

  it.each([
    [[30, 2, 2019], false],
    [[31, 11, 1968], false],
    [[29, 2, 2000], true],
    [[29, 2, 1900], false],
    [[0, 1, 2000], false],
    [[1, 13, 2000], false],
    [[30, 2], true],
  ])('%s is a date: %s', (given, exists) => {
    expect(holds({ valid_date: parts }, given)).toBe(exists);
  });

  it.each([
    [[15, 6, 2008], '2026-06-15', 18],
    [[16, 6, 2008], '2026-06-15', 17],
    [[29, 2, 2004], '2026-02-28', 21],
    [[29, 2, 2004], '2026-03-01', 22],
  ])('who was born %s is on %s %i years old', (born, today, years) => {
    expect(holds({ equal: [{ age: { date: parts } }, years] }, born, today)).toBe(true);
  });

  it('a date that is partly known has every age that it can have', () => {
    const age: Operand = { age: { date: parts } };
    expect([16, 17, 18, 19].filter((years) => holds({ equal: [age, years] }, [undefined, undefined, 2008], '2026-06-15'))).toEqual([
      17, 18,
    ]);
  });

  it('without today there is no age', () => {
    expect(holds({ less: [{ age: { date: parts } }, 200] }, [1, 1, 2000])).toBe(false);
  });

  it.each([
    [{ years: -18 }, '2008-02-28'],
    [{ months: 1 }, '2026-03-28'],
    [{ days: 1 }, '2026-03-01'],
  ])('today moved by %j is %s', (moved, expected) => {
    expect(holds({ equal: [{ today: moved }, expected] }, [1], '2026-02-28')).toBe(true);
  });
});
