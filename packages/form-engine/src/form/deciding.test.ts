import { describe, expect, it } from '@jest/globals';
import { decidingOn } from './deciding.js';
import { field, formOf, group, rule, self } from './form.test-support.js';
import type { Form } from './form.js';
import type { QuestionPage } from './page.js';

const deciding = (form: Form, slug: string): string[] =>
  [...decidingOn(form, form.pageBySlug.get(slug) as QuestionPage)].map(({ path }) => path).sort();

const isOne = (path: string) => ({ equal: [self(path), '1'] as const });

describe('questions that decide about others on their page', () => {
  it('are those that a rule about another question of the page reads', () => {
    const form = formOf([group('G1', [field('F1'), field('F2'), field('F3')], { label: 'Eins' })], {
      rules: [rule('G1', { effect: 'activate', target: 'self.F2', condition: isOne('F1') })],
    });
    expect(deciding(form, 'eins')).toEqual(['G1/F1']);
  });

  it('are not those that matter on other pages only', () => {
    const form = formOf([group('G1', [field('F1')], { label: 'Eins' }), group('G2', [field('F2')], { label: 'Zwei' })], {
      rules: [rule('', { effect: 'forbid', target: 'self.G2.F2', condition: isOne('G1.F1') })],
    });
    expect(deciding(form, 'eins')).toEqual([]);
  });

  it('are found over a question of another page, and over a section whose content is read', () => {
    const form = formOf(
      [
        group('G1', [field('F1'), field('F2'), group('G3', [field('F5')]), field('F6')], { label: 'Eins' }),
        group('G2', [field('F3')], { label: 'Zwei' }),
      ],
      {
        rules: [
          rule('', { effect: 'activate', target: 'self.G2.F3', condition: isOne('G1.F1') }),
          rule('', { effect: 'require', target: 'self.G1.F2', condition: isOne('G2.F3') }),
          rule('', { effect: 'forbid', target: 'self.G1.F6', condition: { is_empty: self('G1.G3') } }),
        ],
      },
    );
    expect(deciding(form, 'eins')).toEqual(['G1/F1', 'G1/G3/F5']);
  });

  it('are also those on which the codes of a list or a first value depend', () => {
    const form = formOf([group('G1', [field('F1'), field('F2'), field('F3'), field('F4')], { label: 'Eins' })], {
      rules: [
        rule('G1', { effect: 'restrict', target: 'self.F2', condition: isOne('F1'), codes: ['a'] }),
        rule('G1', { effect: 'prefill', target: 'self.F4', condition: true, value: self('F3') }),
      ],
    });
    expect(deciding(form, 'eins')).toEqual(['G1/F1', 'G1/F3']);
  });
});
