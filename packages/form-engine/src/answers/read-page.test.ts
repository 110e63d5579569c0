import { describe, expect, it } from '@jest/globals';
import { at, field, formOf, german, group, rule, self } from '../form/form.test-support.js';
import type { Form } from '../form/form.js';
import { findPage } from '../form/navigation.js';
import { evaluate } from '../rules/evaluate.js';
import { checkForm, checkPage } from '../validation/check-page.js';
import type { Answers } from './answers.js';
import { pruneAnswers } from './prune.js';
import { readPage, type FormPost } from './read-page.js';

function post(form: Form, answers: Answers, address: string, body: FormPost) {
  const [slug = '', instance] = address.split('/');
  const evaluation = evaluate(form, answers);
  const page = findPage(form, evaluation, slug, instance);
  if (!page) throw new Error(`no page ${address}`);
  return readPage(form, evaluation, page, body, german(form));
}

describe('reading a page', () => {
  const form = formOf([
    group(
      'G1',
      [
        field('F1', { type: 'date' }),
        field('F2', { type: 'integer', min: 0, constraints: { maximum: 20 } }),
        field('F3', { min: 0, max: 3 }),
      ],
      { label: 'Seite' },
    ),
  ]);

  it('sets what is valid, removes what was emptied', () => {
    const body = {
      'G1/F1.day': '24',
      'G1/F1.month': '12',
      'G1/F1.year': '2026',
      'G1/F2': '',
      'G1/F3[0]': 'a',
      'G1/F3[1]': '',
      'G1/F3[2]': 'b',
    };
    expect(post(form, { G1: { F2: 4 } }, 'seite', body)).toEqual({
      answers: { G1: { F1: '2026-12-24', F3: ['a', 'b'] } },
      messages: [],
      rejected: {},
    });
  });

  it('keeps what was there and hands back what was typed when it cannot be taken', () => {
    const reading = post(form, { G1: { F2: 4 } }, 'seite', { 'G1/F1.day': '31', 'G1/F1.month': '4', 'G1/F1.year': '2026', 'G1/F2': '21' });
    expect(reading.answers).toEqual({ G1: { F2: 4 } });
    expect(reading.rejected).toEqual({ 'G1/F1': '31.4.2026', 'G1/F2': '21' });
    expect(reading.messages.map(({ code, name }) => [code, name])).toEqual([
      ['date', 'G1/F1'],
      ['too-large', 'G1/F2'],
    ]);
    expect(reading.messages[1]?.text).toBe('Bitte geben Sie bei „Frage F2“ eine Zahl bis 20 ein.');
  });

  it('takes nothing that the page does not ask: other pages, hidden fields, prototypes', () => {
    const two = formOf([
      group('G1', [field('F1', { min: 0 })], { label: 'Eins' }),
      group('G2', [field('F2', { hidden: true, initial: 'fest' }), field('F3')], { label: 'Zwei' }),
    ]);
    const body = JSON.parse('{"G1/F1":"x","G2/F2":"gefälscht","__proto__":{"polluted":"yes"},"constructor":"x"}') as FormPost;
    expect(post(two, {}, 'eins', body).answers).toEqual({ G1: { F1: 'x' } });
    expect(post(two, {}, 'zwei', body).answers).toEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('writes into the entry of a repeated group', () => {
    const dogs = formOf([group('G1', [field('F1')], { max: null, label: 'Hund' })]);
    const first = post(dogs, {}, 'hund-2/1', { 'G1[0]/F1': 'Bello' }).answers;
    expect(first).toEqual({ G1: [{ F1: 'Bello' }] });
  });
});

describe('what is complete', () => {
  it('asks for what is required and checks numbers of entries', () => {
    const form = formOf([
      group('G1', [field('F1'), field('F2', { min: 2, max: 5 })], { label: 'Seite' }),
      group('G2', [field('F3')], { min: 2, max: 4, label: 'Kind' }),
    ]);
    const open = (answers: Answers) =>
      checkForm(form, evaluate(form, answers), german(form)).flatMap(({ messages }) => messages.map(({ code, name }) => `${code} ${name}`));
    expect(open({})).toEqual(['required G1/F1', 'required G1/F2[0]', 'required G2', 'required G2[0]/F3']);
    expect(open({ G1: { F1: 'x', F2: ['a'] }, G2: [{ F3: 'y' }] })).toEqual(['too-few G1/F2', 'too-few G2']);
    expect(open({ G1: { F1: 'x', F2: ['a', 'b'] }, G2: [{ F3: 'y' }, { F3: 'z' }] })).toEqual([]);
  });

  it('shows a broken rule on the page of its first question', () => {
    const form = formOf([group('G1', [field('F1', { type: 'date' }), field('F2', { type: 'date' })], { label: 'Seite' })], {
      rules: [
        rule('G1', { effect: 'valid', condition: { less: [self('F1'), self('F2')] }, message: 'Das Ende muss nach dem Beginn liegen.' }),
      ],
    });
    const evaluation = evaluate(form, { G1: { F1: '2026-12-24', F2: '2026-01-01' } });
    const page = findPage(form, evaluation, 'seite');
    expect(page && checkPage(form, evaluation, page, german(form))).toMatchObject([
      { code: 'rule', name: 'G1/F1', text: 'Das Ende muss nach dem Beginn liegen.' },
    ]);
  });

  it('demands exactly one part of a choice group', () => {
    const form = formOf([
      group('G0', [group('G1', [field('F1', { min: 0 }), field('F2', { min: 0 })], { choice: true })], { label: 'Seite' }),
    ]);
    const codes = (answers: Answers) =>
      checkForm(form, evaluate(form, answers), german(form)).flatMap(({ messages }) => messages.map(({ code }) => code));
    expect(codes({ G0: { G1: { F1: 'a', F2: 'b' } } })).toEqual(['choice']);
    expect(codes({ G0: { G1: { F1: 'a' } } })).toEqual([]);
    expect(codes({})).toEqual(['choice']);
  });
});

describe('what is handed over', () => {
  it('leaves out what is not relevant and keeps groups that must be there', () => {
    const form = formOf(
      [
        field('F1'),
        group('G1', [field('F2', { min: 0 })]),
        group('G2', [field('F3'), field('F4', { hidden: true, initial: 'fest' })], { min: 0 }),
        group('G3', [field('F5')], { min: 0, max: null }),
      ],
      { rules: [rule('', { effect: 'forbid', target: 'self.G3', condition: { equal: [self('F1'), 'nein'] } })] },
    );
    const pruned = (answers: Answers) => pruneAnswers(form, evaluate(form, answers));
    expect(pruned({ F1: 'nein', G3: [{ F5: 'x' }] })).toEqual({ F1: 'nein', G1: {} });
    expect(pruned({ F1: 'ja', G2: { F3: 'y' }, G3: [{ F5: 'x' }] })).toEqual({
      F1: 'ja',
      G1: {},
      G2: { F3: 'y', F4: 'fest' },
      G3: [{ F5: 'x' }],
    });
    expect(at(form, 'G3/F5').repeats).toHaveLength(1);
  });
});

describe('posts that are not what the page would send', () => {
  it('leave alone what they do not name', () => {
    const form = formOf([
      group('G1', [field('F1', { min: 0 }), field('F2', { min: 0, max: 3 }), field('F3', { type: 'date' })], { label: 'Seite' }),
    ]);
    const before = { G1: { F1: 'a', F2: ['b'], F3: '2026-12-24' } };
    expect(post(form, before, 'seite', { 'G1/F1': 'neu' }).answers).toEqual({ G1: { F1: 'neu', F2: ['b'], F3: '2026-12-24' } });
  });

  it('draw no page with thousands of inputs', () => {
    const form = formOf([group('G1', [field('F1', { min: 0, max: null, type: 'integer' })], { label: 'Seite' })]);
    expect(post(form, {}, 'seite', { 'G1/F1[9999]': 'x' }).rejected).toEqual({ 'G1/F1[0]': 'x' });
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`G1/F1[${index}]`, 'x']));
    expect(Object.keys(post(form, {}, 'seite', many).rejected)).toHaveLength(100);
  });
});

describe('reading a page whose questions depend on each other', () => {
  const isYes = { equal: [self('F1'), 'j'] as const };
  const form = formOf([group('G1', [field('F1'), field('F2', { type: 'integer' }), field('F3')], { label: 'Seite' })], {
    rules: [
      rule('G1', { effect: 'activate', target: 'self.F2', condition: isYes }),
      rule('G1', { effect: 'activate', target: 'self.F3', condition: { equal: [self('F2'), 2] } }),
    ],
  });

  it('takes answers to questions that are asked because of other answers of the same post', () => {
    expect(post(form, {}, 'seite', { 'G1/F1': 'j', 'G1/F2': '2', 'G1/F3': 'c' }).answers).toEqual({ G1: { F1: 'j', F2: 2, F3: 'c' } });
    expect(post(form, {}, 'seite', { 'G1/F1': 'n', 'G1/F2': '2', 'G1/F3': 'c' }).answers).toEqual({ G1: { F1: 'n' } });
  });

  it('finds no mistake in a question that these answers take away', () => {
    expect(post(form, { G1: { F1: 'j' } }, 'seite', { 'G1/F1': 'n', 'G1/F2': 'zwei' }).messages).toEqual([]);
    expect(post(form, { G1: { F1: 'j' } }, 'seite', { 'G1/F1': 'j', 'G1/F2': 'zwei' }).messages).toHaveLength(1);
  });

  it('holds a choice to what these answers leave, not to what the answers before left', () => {
    const restricted = formOf([group('G1', [field('F1'), field('F2', { type: 'select', codeList: 'L' })], { label: 'Seite' })], {
      codeLists: { L: { codes: ['a', 'b'].map((code) => ({ code, label: code })) } },
      rules: [
        rule('G1', { effect: 'restrict', target: 'self.F2', condition: isYes, codes: ['a'] }),
        rule('G1', { effect: 'restrict', target: 'self.F2', condition: { not: isYes }, codes: ['b'] }),
      ],
    });
    expect(post(restricted, { G1: { F1: 'n' } }, 'seite', { 'G1/F1': 'j', 'G1/F2': 'a' }).answers).toEqual({ G1: { F1: 'j', F2: 'a' } });
    expect(post(restricted, { G1: { F1: 'n' } }, 'seite', { 'G1/F1': 'j', 'G1/F2': 'b' }).messages.map(({ code }) => code)).toEqual([
      'not-in-list',
    ]);
  });
});

describe('locked answers', () => {
  const form = formOf([field('F1'), field('F2')]);

  it('stay, whatever the post says', () => {
    const evaluation = evaluate(form, { F1: 'geprüft' });
    const page = findPage(form, evaluation, form.pages[0]?.slug ?? '');
    if (!page) throw new Error('no page');
    const body = { F1: 'gefälscht', F2: 'getippt' };
    expect(readPage(form, evaluation, page, body, german(form), new Set(['F1'])).answers).toEqual({ F1: 'geprüft', F2: 'getippt' });
    expect(readPage(form, evaluation, page, { F1: '' }, german(form), new Set(['F1'])).answers).toEqual({ F1: 'geprüft' });
  });
});
