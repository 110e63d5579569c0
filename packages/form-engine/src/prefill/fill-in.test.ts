import { describe, expect, test } from '@jest/globals';
import { at, field, formOf, group, rule, self } from '../form/form.test-support.js';
import type { Form } from '../form/form.js';
import type { Answers } from '../answers/answers.js';
import { evaluate } from '../rules/evaluate.js';
import { fillIn } from './fill-in.js';

const filled = (form: Form, offers: Readonly<Record<string, string>>, answers: Answers = {}): Answers =>
  fillIn(
    form,
    evaluate(form, answers, { today: '2026-01-01' }),
    Object.entries(offers).map(([path, text]) => ({ position: at(form, path), text })),
  ).answers;

describe('filling in', () => {
  const form = formOf(
    [
      field('F1', { constraints: { maxLength: 5 } }),
      field('F2', { type: 'date', constraints: { latest: '2010-01-01' } }),
      field('F3', { type: 'select', codeList: 'l' }),
      field('F4', { type: 'integer' }),
      field('F5', { widget: 'email' }),
      field('F6', { type: 'file' }),
      field('F7', { max: null }),
      field('F8', { locked: true, initial: 'fest' }),
    ],
    { codeLists: { l: { codes: [{ code: '000', label: 'Deutschland' }] } } },
  );

  test('values are typed as if somebody had typed them', () => {
    expect(filled(form, { F1: 'Zoë', F2: '1985-03-07', F3: '000', F4: '7', F5: 'a@b.de' })).toEqual({
      F1: 'Zoë',
      F2: '1985-03-07',
      F3: '000',
      F4: 7,
      F5: 'a@b.de',
    });
  });

  test('a label stands for its code', () => expect(filled(form, { F3: 'deutschland' })).toEqual({ F3: '000' }));

  test('what does not fit its question is left out', () => {
    expect(
      filled(form, { F1: 'zu lang', F2: '2011-01-01', F3: 'Atlantis', F4: 'sieben', F5: 'kein @', F6: 'x', F7: 'x', F8: 'x' }),
    ).toEqual({});
  });

  test('an answer that is there stays', () => expect(filled(form, { F1: 'neu' }, { F1: 'alt' })).toEqual({ F1: 'alt' }));
});

describe('what replaces answers', () => {
  const replaced = (form: Form, offers: Readonly<Record<string, string>>, answers: Answers): Answers =>
    fillIn(
      form,
      evaluate(form, answers, { today: '2026-01-01' }),
      Object.entries(offers).map(([path, text]) => ({ position: at(form, path), text, replaces: true })),
    ).answers;

  test('takes the place of what was typed', () => {
    expect(replaced(formOf([field('F1')]), { F1: 'geprüft' }, { F1: 'getippt' })).toEqual({ F1: 'geprüft' });
  });

  test('what does not fit replaces nothing', () => {
    const form = formOf([field('F1', { constraints: { maxLength: 3 } })]);
    expect(replaced(form, { F1: 'zu lang' }, { F1: 'gut' })).toEqual({ F1: 'gut' });
  });

  test('is judged on the form as it is answered: an optional group that is complete, the part that was chosen', () => {
    const optional = formOf([group('G1', [field('F1'), field('F2')], { min: 0 })]);
    expect(replaced(optional, { 'G1/F1': 'neu' }, { G1: { F1: 'alt', F2: 'x' } })).toEqual({ G1: { F1: 'neu', F2: 'x' } });
    const parts = [group('G1', [field('F1')], { min: 0 }), group('G2', [field('F1')], { min: 0 })];
    const choice = formOf([group('G0', parts, { choice: true })]);
    expect(replaced(choice, { 'G0/G1/F1': 'neu', 'G0/G2/F1': 'neu' }, { G0: { G2: { F1: 'alt' } } })).toEqual({
      G0: { G2: { F1: 'neu' } },
    });
  });

  test('a code that another filled-in value takes away is left out', () => {
    const codes = ['a', 'b'].map((code) => ({ code, label: code }));
    const form = formOf([group('G1', [field('F1', { type: 'select', codeList: 'l' }), field('F2', { type: 'boolean' })])], {
      codeLists: { l: { codes } },
      rules: [rule('G1', { effect: 'restrict', target: 'self.F1', codes: ['b'], condition: { equal: [self('F2'), true] } })],
    });
    expect(replaced(form, { 'G1/F1': 'a', 'G1/F2': 'true' }, { G1: { F1: 'b', F2: false } })).toEqual({ G1: { F1: 'b', F2: true } });
  });
});

describe('nothing becomes a trap', () => {
  const address = [field('F1'), field('F2'), field('F3', { min: 0 })];

  test('an optional group is filled in when nothing that it needs is missing', () => {
    const form = formOf([group('G1', address, { min: 0 })]);
    expect(filled(form, { 'G1/F1': 'Markt', 'G1/F2': '1' })).toEqual({ G1: { F1: 'Markt', F2: '1' } });
  });

  test('an optional group in which a required answer would be missing is left alone', () => {
    const form = formOf([group('G1', address, { min: 0 }), field('F9')]);
    expect(filled(form, { 'G1/F1': 'Markt', F9: 'x' })).toEqual({ F9: 'x' });
  });

  test('a group that must be there is filled in as far as it goes', () => {
    expect(filled(formOf([group('G1', address)]), { 'G1/F1': 'Markt' })).toEqual({ G1: { F1: 'Markt' } });
  });

  test('an optional group that the person began is completed', () => {
    const form = formOf([group('G1', address, { min: 0 })]);
    expect(filled(form, { 'G1/F1': 'Markt' }, { G1: { F3: 'Hinterhaus' } })).toEqual({ G1: { F3: 'Hinterhaus', F1: 'Markt' } });
  });

  test('of a choice only the part that fits most is filled in', () => {
    const form = formOf([
      group('G0', [group('G1', [field('F1')], { min: 0 }), group('G2', [field('F1'), field('F2')], { min: 0 })], { choice: true }),
    ]);
    expect(filled(form, { 'G0/G1/F1': 'a', 'G0/G2/F1': 'a', 'G0/G2/F2': 'b' })).toEqual({ G0: { G2: { F1: 'a', F2: 'b' } } });
    expect(filled(form, { 'G0/G1/F1': 'a', 'G0/G2/F1': 'a' }, { G0: { G1: {}, G2: { F2: 'mein' } } })).toEqual({
      G0: { G1: {}, G2: { F1: 'a', F2: 'mein' } },
    });
  });

  test('a code that a rule leaves out is left out', () => {
    const codes = ['a', 'b'].map((code) => ({ code, label: code }));
    const form = formOf([group('G1', [field('F1', { type: 'select', codeList: 'l' }), field('F2', { type: 'boolean' })])], {
      codeLists: { l: { codes } },
      rules: [rule('G1', { effect: 'restrict', target: 'self.F1', codes: ['b'], condition: { equal: [self('F2'), true] } })],
    });
    expect(filled(form, { 'G1/F1': 'a' }, { G1: { F2: true } })).toEqual({ G1: { F2: true } });
    expect(filled(form, { 'G1/F1': 'a' }, { G1: { F2: false } })).toEqual({ G1: { F2: false, F1: 'a' } });
  });

  test('a question that is not asked yet keeps its value for later', () => {
    const form = formOf([group('G1', [field('F1'), field('F2', { type: 'boolean' })])], {
      rules: [rule('G1', { effect: 'activate', target: 'self.F1', condition: { equal: [self('F2'), true] } })],
    });
    expect(filled(form, { 'G1/F1': 'x' })).toEqual({ G1: { F1: 'x' } });
  });
});
